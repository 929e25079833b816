// Goes through the restored register beside today's keys: what has none is erased, what its key does not open is mended.
import { answeringContext, answeringReads } from '#clients/answering.ts';
import { clientContext } from '#clients/store.ts';
import type { RestoreApp } from '#restore/app.ts';
import { bury } from '#restore/bury.ts';
import { pagesOf } from '#restore/bury-client.ts';
import { emptyAnswering, emptyClient, emptyMember, emptyStaff } from '#restore/empty-details.ts';
import { goThroughMessages } from '#restore/go-through-messages.ts';
import { goThroughRequests } from '#restore/go-through-requests.ts';
import { goThroughService } from '#restore/go-through-service.ts';
import { mendRecord, opened } from '#restore/mend-record.ts';
import type { Erasure } from '#shared/evidence.ts';
import type { Item } from '#shared/found.ts';
import { type KeyRow, keyRead, keyRowOf } from '#shared/register.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import { newTombstone } from '#shared/tombstone.ts';
import { staffContext } from '#staff/store.ts';
import { type MachineRow, machineContext } from '#users/machine-store.ts';
import { memberContext } from '#users/store.ts';

/**
 * Costs for each hundred records one query and one batch read of their keys. What was erased by hand in the last quarter of
 * an hour before the loss is found here alone: the evidence had not been told, the key is gone.
 */
export async function goThroughRegister(app: RestoreApp): Promise<void> {
  for await (const clients of pagesOf(app, recordKeys.clients().pk)) {
    const living = await withKeys(app, clients, ({ sk }) => ({ clientId: sk as string, recordId: sk as string }));
    for (const { item, keys } of living) {
      const clientId = item.sk as string;
      await mendRecord(app, { item, keys, context: clientContext(clientId), empty: emptyClient() });
      await mendAnswering(app, clientId);
      await goThroughStaff(app, clientId);
      await goThroughMembers(app, clientId);
      await goThroughMessages(app, clientId);
      await goThroughRequests(app, clientId);
    }
  }
  await goThroughMembers(app, SERVICE);
  await goThroughRequests(app, SERVICE);
  await goThroughMachines(app);
  await goThroughService(app);
}

/** One batch read. It has no id of its own, and no tombstone: without its key, which only goes with the client's, it is noise. */
async function mendAnswering(app: RestoreApp, clientId: string): Promise<void> {
  const address = recordKeys.answering(clientId);
  const found = await app.db.read(answeringReads(clientId));
  const item = found.get({ table: 'records', key: address });
  const keys = keyRowOf(found.get(keyRead(address)));
  if (item && !keys) await app.bulk.writeEach([{ table: 'records', delete: address }]);
  if (item && keys)
    await mendRecord(app, {
      item,
      keys,
      context: answeringContext(clientId),
      empty: emptyAnswering(),
      told: ['duePk', 'dueAt'],
    });
}

async function goThroughStaff(app: RestoreApp, clientId: string): Promise<void> {
  for await (const staff of pagesOf(app, recordKeys.staffOf(clientId).pk))
    for (const { item, keys } of await withKeys(app, staff, ({ sk }) => ({ clientId, recordId: sk as string })))
      await mendRecord(app, {
        item,
        keys,
        context: staffContext(clientId, item.sk as string),
        empty: emptyStaff(),
        told: ['duePk', 'dueAt'],
      });
}

/** Users are found by their memberships: they have at least one. */
async function goThroughMembers(app: RestoreApp, home: string): Promise<void> {
  for await (const members of pagesOf(app, recordKeys.membershipsOf(home).pk)) {
    const staying = await withUsers(app, members);
    const living = await withKeys(app, staying, ({ sk }) => ({ clientId: home, recordId: sk as string }));
    for (const { item, keys } of living)
      await mendRecord(app, {
        item,
        keys,
        context: memberContext(home, item.sk as string),
        empty: emptyMember(),
        finding: 'roleOfThen',
      });
  }
}

/** A user's key is made once and ends with the account: all memberships end with it. @returns those of the others. */
async function withUsers(app: RestoreApp, members: readonly Item[]): Promise<Item[]> {
  const userOf = ({ sk }: Item) => keyRead(recordKeys.user(sk as string));
  const found = await app.db.read(members.map(userOf));
  const gone = members.filter((member) => !found.get(userOf(member)));
  await buryFound(
    app,
    gone.map(({ sk }) => ({ clientId: SERVICE, recordId: sk as string })),
  );
  // A home that the user's record does not name is none.
  await app.bulk.writeEach(
    gone.map(({ pk, sk }) => ({ table: 'records', delete: { pk: pk as string, sk: sk as string } })),
  );
  return members.filter((member) => found.get(userOf(member)));
}

/** A place whose key opens another machine client was given to that since: the one that stands here is erased. */
async function goThroughMachines(app: RestoreApp): Promise<void> {
  const nameOf = (item: Item) => ({ clientId: SERVICE, recordId: (item as unknown as MachineRow).machineId });
  for await (const machines of pagesOf(app, recordKeys.machines().pk)) {
    const living = await withKeys(app, machines, nameOf);
    const replaced = living.filter(({ item, keys }) => !opened(keys, machineContext(nameOf(item).recordId), item));
    await buryFound(
      app,
      replaced.map(({ item }) => nameOf(item)),
    );
  }
}

/** Buries those that have no key. @returns the others, with theirs. */
async function withKeys(
  app: RestoreApp,
  items: readonly Item[],
  nameOf: (item: Item) => Pick<Erasure, 'clientId' | 'recordId'>,
): Promise<{ item: Item; keys: KeyRow }[]> {
  const readOf = ({ pk, sk }: Item) => keyRead({ pk: pk as string, sk: sk as string });
  const found = await app.db.read(items.map(readOf));
  const keysOf = (item: Item) => keyRowOf(found.get(readOf(item)));
  await buryFound(app, items.filter((item) => !keysOf(item)).map(nameOf));
  return items.flatMap((item) => {
    const keys = keysOf(item);
    return keys ? [{ item, keys }] : [];
  });
}

/** Nobody knows when: it is now that it is found. */
async function buryFound(app: RestoreApp, gone: readonly Pick<Erasure, 'clientId' | 'recordId'>[]): Promise<void> {
  for (const { clientId, recordId } of gone) app.note({ finding: 'withoutKey', clientId, recordId });
  const erasedAtMs = app.clock.nowMs();
  await bury(
    app,
    gone.map((one) => ({ ...one, erasedAtMs })),
    newTombstone,
  );
}
