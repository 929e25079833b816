// Lifts a suppression: the address is sent to again.
import type { deliveryRoutes } from '#deliveries/routes.ts';
import { openSuppressed, ownerKeyAddress, writeSuppressed } from '#deliveries/suppressions.ts';
import { keyRead, keyRowOf } from '#shared/register.ts';
import { recordKeys } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * The id says nothing of whose it is. Costs a query of the client's rows and a batch read of 1 unit for each, until the
 * entry is found, and one transaction of 4 units. One that is not there is lifted already.
 */
export const liftSuppression: UseCase<(typeof deliveryRoutes)['liftSuppression']> = {
  async run(app, { params: { clientId, suppressionId } }) {
    const items = await app.db.queryAll({
      table: 'records',
      partition: { name: 'pk', value: recordKeys.suppressionsOf(clientId).pk },
      consistent: true,
    });
    const owners = items.map((item) => ({ item, owner: { clientId, ownerId: item.sk as string } }));
    const found = await app.db.read(owners.map(({ owner }) => keyRead(ownerKeyAddress(owner))));
    for (const { item, owner } of owners) {
      const keys = keyRowOf(found.get(keyRead(ownerKeyAddress(owner))));
      const entries = keys ? openSuppressed(item, owner, keys) : [];
      const kept = entries.filter(({ id }) => id !== suppressionId);
      if (keys && kept.length < entries.length)
        await writeSuppressed(app, owner, keys, { version: item.version as number, entries }, kept);
    }
    return { status: 204, body: undefined };
  },
};
