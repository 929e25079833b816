// Addresses that are sent nothing more: a row for each staff member and general inbox that has some, sealed under the
// owner's key. Another client's row is another: what bounced or complained there is of no matter here.
import type { SuppressionReason } from '#deliveries/outcomes.ts';
import type { Channel } from '#deliveries/schema.ts';
import { type Delivery, openTo, ownerAddress } from '#deliveries/store.ts';
import type { App } from '#shared/app.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { type KeyRow, keyRead, keyRowOf } from '#shared/register.ts';
import { recordKeys } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';
import { open, type SealContext, seal } from '#shared/vault.ts';
import { notExists, versionIs, type Write } from '#shared/writes.ts';

export interface Suppressed {
  /** `sup_…`: names it in a path, where the address may not stand. */
  id: string;
  channel: Channel;
  address: string;
  reason: SuppressionReason;
  sinceMs: number;
}

/** Whose addresses: the staff member's id, or the client's for its general inbox. */
export interface Owner {
  clientId: string;
  ownerId: string;
}

/** More than anybody has addresses; the oldest makes room. */
const MOST_ENTRIES = 50;
/** Writers of one row at the same time: receipts of one person's addresses. */
const ATTEMPTS = 5;

const context = ({ clientId, ownerId }: Owner): SealContext => ({
  clientId,
  recordId: ownerId,
  field: 'suppressed',
  schema: 1,
});

export const ownerOf = (delivery: Delivery): Owner => ({
  clientId: delivery.clientId,
  ownerId: ownerAddress(delivery).sk,
});

/** Where the owner's key lies. */
const ownerKeyAddress = ({ clientId, ownerId }: Owner) =>
  ownerId === clientId ? recordKeys.client(clientId) : recordKeys.staff(clientId, ownerId);

export const suppressionRead = ({ clientId, ownerId }: Owner): ReadRequest => ({
  table: 'records',
  key: recordKeys.suppression(clientId, ownerId),
});

/** @param item undefined where nothing is suppressed. */
export const openSuppressed = (item: Item | undefined, owner: Owner, keys: KeyRow): Suppressed[] =>
  item ? (open(keys.stableKey, context(owner), item.suppressed as Uint8Array) as Suppressed[]) : [];

interface OpenRow {
  owner: Owner;
  keys: KeyRow;
  version: number;
  entries: Suppressed[];
}

/** Rows of a client as they were queried: one batch read of 1 unit for each. One whose owner is erased is left out. */
export async function openRows(app: App, clientId: string, items: readonly Item[]): Promise<OpenRow[]> {
  const owners = items.map((item) => ({ item, owner: { clientId, ownerId: item.sk as string } }));
  const found = await app.db.read(owners.map(({ owner }) => keyRead(ownerKeyAddress(owner))));
  return owners.flatMap(({ item, owner }) => {
    const keys = keyRowOf(found.get(keyRead(ownerKeyAddress(owner))));
    return keys ? [{ owner, keys, version: item.version as number, entries: openSuppressed(item, owner, keys) }] : [];
  });
}

export const isSuppressed = (entries: readonly Suppressed[], channel: Channel, address: string): boolean =>
  entries.some((entry) => entry.channel === channel && entry.address === address);

/** The row with other entries, or none; refused where it has changed, or the owner was erased meanwhile. */
function rowWrites(owner: Owner, keys: KeyRow, version: number | undefined, entries: readonly Suppressed[]): Write[] {
  const key = recordKeys.suppression(owner.clientId, owner.ownerId);
  const condition = version === undefined ? notExists('records') : versionIs(version);
  const put = {
    ...key,
    kind: 'suppression',
    clientId: owner.clientId,
    version: (version ?? 0) + 1,
    suppressed: seal(keys.stableKey, context(owner), entries),
  };
  return [
    entries.length > 0 ? { table: 'records', put, condition } : { table: 'records', delete: key, condition },
    { table: 'registerKeys', check: ownerKeyAddress(owner), condition: { expression: 'attribute_exists(pk)' } },
  ];
}

/**
 * Suppresses the address of a delivery for its owner. Costs one batch read of 2 units; where it is not suppressed yet one
 * transaction more of 4 units. An owner who is erased has nothing to suppress.
 * @param messageKey the message's stable key.
 */
export async function suppressAddress(
  app: App,
  delivery: Delivery,
  messageKey: Uint8Array,
  reason: SuppressionReason,
): Promise<void> {
  const owner = ownerOf(delivery);
  const reads = { row: suppressionRead(owner), key: keyRead(ownerKeyAddress(owner)) };
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const found = await app.db.read(Object.values(reads));
    const keys = keyRowOf(found.get(reads.key));
    if (!keys) return;
    const item = found.get(reads.row);
    const entries = openSuppressed(item, owner, keys);
    const { address } = openTo(delivery, messageKey, keys);
    const { channel } = delivery;
    if (isSuppressed(entries, channel, address)) return;
    const added = { id: app.newId('suppression'), channel, address, reason, sinceMs: app.clock.nowMs() };
    const kept = [...entries, added].slice(-MOST_ENTRIES);
    try {
      return await app.db.commit(rowWrites(owner, keys, item?.version as number | undefined, kept));
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error; // another receipt was first, or the owner is erased
    }
  }
  throw new Error('The list of suppressed addresses changes again and again');
}

/** What it costs: one transaction of 4 units. @throws StaleReadError where it has changed since it was read. */
export async function writeSuppressed(app: App, row: OpenRow, entries: readonly Suppressed[]): Promise<void> {
  try {
    await app.db.commit(rowWrites(row.owner, row.keys, row.version, entries));
  } catch (error) {
    if (error instanceof ConflictError) throw new StaleReadError('The list changed meanwhile', { cause: error });
    throw error;
  }
}
