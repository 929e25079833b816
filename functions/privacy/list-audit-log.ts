// Lists the closed days of the audit, newest first: with all leaves, or with those of the clients that the caller is admin of.
import { adminOf } from '#privacy/admin-of.ts';
import { auditLeafOf } from '#privacy/audit-leaves.ts';
import type { auditRoutes } from '#privacy/audit-routes.ts';
import type { AuditDayView, OwnActs } from '#privacy/audit-schema.ts';
import { hashOf, pathTo } from '#privacy/merkle.ts';
import { type ClosedDayRow, readClosedDays } from '#privacy/store.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import { SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs what the erasure log costs. */
export const listAuditLog: UseCase<(typeof auditRoutes)['listAuditLog']> = {
  async run(app, { query, caller, found }) {
    const scope = {
      clientId: SERVICE,
      routeId: 'listAuditLog',
      filters: { of: caller.clientIds === 'all' ? undefined : caller.id },
    };
    const startAfter = await openCursor(app.serviceKeys, scope, query.cursor);
    const { days, next } = await readClosedDays(app, 'audit', { limit: query.limit, startAfter });
    const show = caller.role === 'privacyOfficer' ? withAll : withOwn(adminOf(caller, found));
    return {
      status: 200,
      body: { items: days.map(show), nextCursor: await sealCursor(app.serviceKeys, scope, next) },
    };
  },
};

const withAll = (one: ClosedDayRow): AuditDayView => ({ log: 'audit', ...one, hash: hashOf(one.head), own: null });

const withOwn =
  (clientIds: ReadonlySet<string>) =>
  (one: ClosedDayRow): AuditDayView => ({
    ...withAll(one),
    leaves: null,
    own: one.leaves && ownLeaves(one.leaves, clientIds),
  });

const ownLeaves = (leaves: readonly string[], clientIds: ReadonlySet<string>): OwnActs[] =>
  leaves.flatMap((leaf, index) => {
    const { clientId, rows } = auditLeafOf(leaf);
    return clientIds.has(clientId) ? [{ clientId, rows, leaf, path: pathTo(leaves, index) }] : [];
  });
