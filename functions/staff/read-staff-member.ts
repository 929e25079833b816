// Reads one staff member.
import { auditReads } from '#shared/audit.ts';
import type { UseCase } from '#shared/use-case.ts';
import type { staffRoutes } from '#staff/routes.ts';
import { protectedAmong, showStaff, viewFor } from '#staff/show-staff.ts';
import { demandStaff, staffReads } from '#staff/store.ts';

/**
 * Costs one batch read of 4 units: membership, client, staff member, keys. One of 1 unit more where nobody is there, one
 * transaction of 3 units for a protected person.
 */
export const readStaffMember: UseCase<(typeof staffRoutes)['readStaffMember']> = {
  reads: ({ params }) => staffReads(params.clientId, params.staffId),

  async run(app, { params, caller, found }) {
    const staff = await demandStaff(app, found, params.clientId, params.staffId);
    const reading = { clientId: params.clientId, act: 'readStaffMember', why: 'upkeep' } as const;
    await auditReads(app, caller, reading, protectedAmong([staff]));
    const shown = showStaff(staff, viewFor(caller, staff.id), app.clock.nowMs());
    return { status: 200, body: shown, version: staff.version };
  },
};
