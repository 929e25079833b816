// Says that somebody is back.
import type { UseCase } from '#shared/use-case.ts';
import { withoutThoseNow } from '#staff/absence-list.ts';
import { demandMaySetAbsence } from '#staff/own-record.ts';
import type { staffRoutes } from '#staff/routes.ts';
import { demandStaff, staffReads } from '#staff/store.ts';
import { writeAbsences } from '#staff/write-absences.ts';

/** Costs what setting it costs; where there is none now, the read alone. */
export const endAbsence: UseCase<(typeof staffRoutes)['endAbsence']> = {
  reads: ({ params }) => staffReads(params.clientId, params.staffId),

  async run(app, { params, caller, found }) {
    const staff = await demandStaff(app, found, params.clientId, params.staffId);
    demandMaySetAbsence(caller, staff.id);
    const left = withoutThoseNow(staff.value.absences, app.clock.nowMs());
    if (left) await writeAbsences(app, staff, left);
    return { status: 204, body: undefined };
  },
};
