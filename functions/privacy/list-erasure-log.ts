// Lists the closed days, newest first: with all leaves, or with those of the clients that the caller is admin of.
import { adminOf } from '#privacy/admin-of.ts';
import { clientLeafOf } from '#privacy/day-log.ts';
import { hashOf, pathTo } from '#privacy/merkle.ts';
import type { privacyRoutes } from '#privacy/routes.ts';
import type { ClosedDayView, OwnErasures } from '#privacy/schema.ts';
import { type ClosedDayRow, readClosedDays } from '#privacy/store.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import { SERVICE } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * Costs the chain's read (1 unit for each membership) and one query, eventually consistent: half a unit for each 4 KB of the
 * page, where a day with fifty clients takes 3.5 KB. A page with a successor or a predecessor reads the key of cursors once
 * for each warm function.
 */
export const listErasureLog: UseCase<(typeof privacyRoutes)['listErasureLog']> = {
  async run(app, { query, caller, found }) {
    const scope = {
      clientId: SERVICE,
      routeId: 'listErasureLog',
      filters: { of: caller.clientIds === 'all' ? undefined : caller.id },
    };
    const startAfter = await openCursor(app.serviceKeys, scope, query.cursor);
    const { days, next } = await readClosedDays(app, 'erasures', { limit: query.limit, startAfter });
    const show = caller.role === 'privacyOfficer' ? withAll : withOwn(adminOf(caller, found));
    return {
      status: 200,
      body: { items: days.map(show), nextCursor: await sealCursor(app.serviceKeys, scope, next) },
    };
  },
};

const withAll = (one: ClosedDayRow): ClosedDayView => ({ ...one, hash: hashOf(one.head), own: null });

const withOwn =
  (clientIds: ReadonlySet<string>) =>
  (one: ClosedDayRow): ClosedDayView => ({
    ...one,
    hash: hashOf(one.head),
    leaves: null,
    own: one.leaves && ownLeaves(one.leaves, clientIds),
  });

const ownLeaves = (leaves: readonly string[], clientIds: ReadonlySet<string>): OwnErasures[] =>
  leaves.flatMap((leaf, index) => {
    const said = clientLeafOf(leaf);
    if (!said || !clientIds.has(said.clientId)) return [];
    return [{ clientId: said.clientId, erased: said.erased, leaf, path: pathTo(leaves, index) }];
  });
