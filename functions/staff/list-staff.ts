// Lists a client's staff, newest first.
import { auditReads } from '#shared/audit.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import { readRegisterPage } from '#shared/register-page.ts';
import { recordKeys } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';
import type { staffRoutes } from '#staff/routes.ts';
import { protectedAmong, showStaff, viewFor } from '#staff/show-staff.ts';
import { openStaff } from '#staff/store.ts';

/**
 * Costs one batch read of 2 units (membership, client), a query of the page (1 unit for each 4 KB of records: 25 take
 * some 7) and one of its keys (1 unit for 25). One transaction where protected people are among them, 3 units for each.
 */
export const listStaff: UseCase<(typeof staffRoutes)['listStaff']> = {
  async run(app, { params: { clientId }, query, caller }) {
    const scope = { clientId, routeId: 'listStaff', filters: {} };
    const startAfter = await openCursor(app.serviceKeys, scope, query.cursor);
    const page = await readRegisterPage(app.db, recordKeys.staffOf(clientId).pk, { limit: query.limit, startAfter });
    const nowMs = app.clock.nowMs();
    const staff = page.sortKeys.map((id) => openStaff(page.found, clientId, id)).filter((one) => one !== undefined);
    const reading = { clientId, act: 'listStaff', why: 'upkeep' } as const;
    await auditReads(app, caller, reading, protectedAmong(staff));
    return {
      status: 200,
      body: {
        items: staff.map((one) => showStaff(one, viewFor(caller, one.id), nowMs)),
        nextCursor: await sealCursor(app.serviceKeys, scope, page.next),
      },
    };
  },
};
