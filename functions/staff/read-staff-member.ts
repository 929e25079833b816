// Reads one staff member.
import { auditReads, type Reading } from '#shared/audit.ts';
import { demandReason } from '#shared/say-why.ts';
import type { UseCase } from '#shared/use-case.ts';
import type { staffRoutes } from '#staff/routes.ts';
import { protectedAmong, showStaff, viewFor } from '#staff/show-staff.ts';
import { demandStaff, staffReads } from '#staff/store.ts';

/**
 * Costs one batch read of 4 units: membership, client, staff member, keys. One of 1 unit more where nobody is there, one
 * transaction of 3 units for a protected person, whom people of the service open for a reason that they say.
 */
export const readStaffMember: UseCase<(typeof staffRoutes)['readStaffMember']> = {
  reads: ({ params }) => staffReads(params.clientId, params.staffId),

  async run(app, { params, query, caller, found }) {
    const staff = await demandStaff(app, found, params.clientId, params.staffId);
    const hidden = protectedAmong([staff]).filter((id) => id !== caller.staffId);
    if (hidden.length > 0) demandReason(caller, query);
    const reading: Reading = { clientId: params.clientId, act: 'readStaffMember', why: 'upkeep', ...query };
    await auditReads(app, caller, reading, hidden);
    const shown = showStaff(staff, viewFor(caller, staff.id), app.clock.nowMs());
    return { status: 200, body: shown, version: staff.version };
  },
};
