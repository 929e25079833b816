// Lists a client's addresses that are sent nothing more, by whose they are.
import type { deliveryRoutes } from '#deliveries/routes.ts';
import type { Suppression } from '#deliveries/suppression-schema.ts';
import { openSuppressed, ownerKeyAddress, type Suppressed } from '#deliveries/suppressions.ts';
import { rfc3339 } from '#shared/clock.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import { keyRead, keyRowOf } from '#shared/register.ts';
import { recordKeys } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs, beside the chain's read, one query and one batch read of 1 unit for each owner on the page. */
export const listSuppressions: UseCase<(typeof deliveryRoutes)['listSuppressions']> = {
  async run(app, { params: { clientId }, query: { limit, cursor }, caller }) {
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
    const owners = items.map((item) => ({ item, owner: { clientId, ownerId: item.sk as string } }));
    const keys = await app.db.read(owners.map(({ owner }) => keyRead(ownerKeyAddress(owner))));
    const shown = owners.flatMap(({ item, owner }) => {
      const row = keyRowOf(keys.get(keyRead(ownerKeyAddress(owner))));
      const entries = row ? openSuppressed(item, owner, row) : [];
      return entries.map((entry) => show(entry, owner.ownerId === clientId ? null : owner.ownerId));
    });
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
