// Says that somebody is back.
import type { UseCase } from '#shared/use-case.ts';
import { demandOwnRecord } from '#staff/own-record.ts';
import type { staffRoutes } from '#staff/routes.ts';
import { demandStaff, staffReads } from '#staff/store.ts';
import { writeAbsence } from '#staff/write-absence.ts';

/** Costs what setting it costs; where there was none, the read alone. */
export const endAbsence: UseCase<(typeof staffRoutes)['endAbsence']> = {
  reads: ({ params }) => staffReads(params.clientId, params.staffId),

  async run(app, { params, caller, found }) {
    const staff = await demandStaff(app, found, params.clientId, params.staffId);
    demandOwnRecord(caller, staff.id);
    if (staff.value.absence) await writeAbsence(app, staff, null);
    return { status: 204, body: undefined };
  },
};
