// Lists a client's addresses that are sent nothing more, by whose they are.
import type { deliveryRoutes } from '#deliveries/routes.ts';
import type { Suppression } from '#deliveries/suppression-schema.ts';
import { openRows, type Suppressed } from '#deliveries/suppressions.ts';
import { rfc3339 } from '#shared/clock.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import { Problem } from '#shared/problems.ts';
import { clientRead } from '#shared/standing-client.ts';
import { recordKeys } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs one batch read of 2 units (membership, client), one query and one batch read of 1 unit for each owner on the page. */
export const listSuppressions: UseCase<(typeof deliveryRoutes)['listSuppressions']> = {
  reads: ({ params }) => [clientRead(params.clientId)],

  async run(app, { params: { clientId }, query: { limit, cursor }, caller, found }) {
    if (!found.get(clientRead(clientId))) throw new Problem('not-found');
    const scope = { clientId, routeId: 'listSuppressions', filters: {} };
    const startAfter = await openCursor(app.serviceKeys, scope, cursor);
    const { items, next } = await app.db.query({
      table: 'records',
      partition: { name: 'pk', value: recordKeys.suppressionsOf(clientId).pk },
      newestFirst: true,
      limit,
      consistent: true,
      ...(startAfter && { startAfter }),
    });
    const rows = await openRows(app, clientId, items);
    const shown = rows.flatMap(({ owner, entries }) =>
      entries.map((entry) => show(entry, owner.ownerId === clientId ? null : owner.ownerId)),
    );
    const seen = caller.role === 'operator' ? shown.map((one) => ({ ...one, address: null })) : shown;
    return { status: 200, body: { items: seen, nextCursor: await sealCursor(app.serviceKeys, scope, next) } };
  },
};

const show = ({ id, channel, address, reason, sinceMs }: Suppressed, staffId: string | null): Suppression => ({
  id,
  staffId,
  channel,
  address,
  reason,
  since: rfc3339(sinceMs),
});
