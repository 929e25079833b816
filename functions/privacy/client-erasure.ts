// The erasure of a client in the table: a row while it is under way, and the client's tombstone, which says when it was done.
import type { ClientErasure } from '#privacy/schema.ts';
import type { App } from '#shared/app.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Found, Item, ReadRequest } from '#shared/found.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';
import { livingTombstone, newTombstone, type TombstoneReader, tombstoneRead } from '#shared/tombstone.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import type { Write } from '#shared/writes.ts';

export interface ErasureUnderWay {
  clientId: string;
  requestedAtMs: number;
}

const underWayRead = (clientId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.clientErasure(clientId),
});

/** 2 units. */
export const erasureReads = (clientId: string): ReadRequest[] => [
  underWayRead(clientId),
  tombstoneRead(clientId, clientId),
];

export interface StoredErasure extends ErasureUnderWay {
  /** False for one that is done; and for one that is not, where a restore of the table has lost the row that asks for it. */
  underWay: boolean;
  doneAtMs: number | undefined;
}

/** @returns undefined for a client that nobody has asked to erase, or whose tombstone is gone. */
export function erasureIn(
  app: Pick<TombstoneReader, 'clock'>,
  found: Found,
  clientId: string,
): StoredErasure | undefined {
  const row = found.get(underWayRead(clientId));
  if (row) return { clientId, requestedAtMs: row.requestedAtMs as number, underWay: true, doneAtMs: undefined };
  const stone = livingTombstone(app, found.get(tombstoneRead(clientId, clientId)));
  if (!stone) return undefined;
  const doneAtMs = stone.doneAt as number | undefined;
  return { clientId, requestedAtMs: stone.erasedAt as number, underWay: false, doneAtMs };
}

export const showErasure = ({ clientId, requestedAtMs, doneAtMs }: Omit<StoredErasure, 'underWay'>): ClientErasure => ({
  clientId,
  state: doneAtMs === undefined ? 'running' : 'done',
  requestedAt: rfc3339(requestedAtMs),
  doneAt: doneAtMs === undefined ? null : rfc3339(doneAtMs),
});

/** What asks for the rest to be done: 2 units in a transaction. */
export const putErasure = ({ clientId, requestedAtMs }: ErasureUnderWay): Write => ({
  table: 'records',
  put: { ...recordKeys.clientErasure(clientId), kind: 'clientErasure', requestedAtMs },
});

/** The same, and the tombstone that stands for all of the client: 5 units. */
export const beginErasure = ({ clientId, requestedAtMs }: ErasureUnderWay): Write[] => [
  putErasure({ clientId, requestedAtMs }),
  newTombstone({ clientId, recordId: clientId, erasedAtMs: requestedAtMs }),
];

/** All that are under way: one query, of a few small rows. */
export async function erasuresUnderWay({ db }: App): Promise<ErasureUnderWay[]> {
  const partition = { name: recordsTable.partitionKey, value: recordKeys.clientErasures().pk };
  const rows = await db.queryAll({ table: 'records', partition, consistent: true });
  return rows.map(({ sk, requestedAtMs }: Item) => ({
    clientId: sk as string,
    requestedAtMs: requestedAtMs as number,
  }));
}

/** One transaction, 4 units. @returns false where somebody else has ended it, or it has been asked for anew. */
export async function endErasure(app: App, { clientId, requestedAtMs }: ErasureUnderWay): Promise<boolean> {
  try {
    await app.db.commit([
      {
        table: 'records',
        delete: recordKeys.clientErasure(clientId),
        condition: { expression: 'requestedAtMs = :requested', values: { ':requested': requestedAtMs } },
      },
      {
        table: 'records',
        update: recordKeys.tombstone(clientId, clientId),
        change: 'SET doneAt = :now',
        condition: { expression: 'attribute_exists(pk)', values: { ':now': app.clock.nowMs() } },
      },
    ]);
    return true;
  } catch (error) {
    if (error instanceof ConflictError) return false;
    throw error;
  }
}
