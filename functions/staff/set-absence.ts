// Says that somebody is away, and until when.
import type { UseCase } from '#shared/use-case.ts';
import { demandFuture } from '#staff/absence.ts';
import { demandOwnRecord } from '#staff/own-record.ts';
import type { staffRoutes } from '#staff/routes.ts';
import { showStaff, viewFor } from '#staff/show-staff.ts';
import { demandStaff, staffReads } from '#staff/store.ts';
import { writeAbsence } from '#staff/write-absence.ts';

/** Costs one batch read of 4 units (membership, client, staff member, keys) and one transaction of 4, 1 for the index; both again when overtaken. */
export const setAbsence: UseCase<(typeof staffRoutes)['setAbsence']> = {
  reads: ({ params }) => staffReads(params.clientId, params.staffId),

  async run(app, { params, body, caller, found }) {
    const before = await demandStaff(app, found, params.clientId, params.staffId);
    demandOwnRecord(caller, before.id);
    demandFuture(body, app.clock.nowMs(), '');
    const staff = await writeAbsence(app, before, body);
    const shown = showStaff(staff, viewFor(caller, staff.id), app.clock.nowMs());
    return { status: 200, body: shown, version: staff.version };
  },
};
