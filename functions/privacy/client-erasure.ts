// The erasure of a client in the table: a row while it is under way, and the client's tombstone, which says when it was done.
import type { App } from '#shared/app.ts';
import type { Item } from '#shared/found.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';
import { newTombstone } from '#shared/tombstone.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import type { Write } from '#shared/writes.ts';

export interface ErasureUnderWay {
  clientId: string;
  requestedAtMs: number;
  /** Who asked, who confirmed, and what it is certified as; a restored table has lost it. */
  erasureId?: string | undefined;
}

/** What asks for the rest to be done: 2 units in a transaction. */
export const putErasure = ({ clientId, requestedAtMs, erasureId }: ErasureUnderWay): Write => ({
  table: 'records',
  put: {
    ...recordKeys.clientErasure(clientId),
    kind: 'clientErasure',
    requestedAtMs,
    ...(erasureId !== undefined && { erasureId }),
  },
});

/** The same, and the tombstone that stands for all of the client: 5 units. */
export const beginErasure = (begun: ErasureUnderWay): Write[] => [
  putErasure(begun),
  newTombstone({ clientId: begun.clientId, recordId: begun.clientId, erasedAtMs: begun.requestedAtMs }),
];

/** All that are under way: one query, of a few small rows. */
export async function erasuresUnderWay({ db }: App): Promise<ErasureUnderWay[]> {
  const partition = { name: recordsTable.partitionKey, value: recordKeys.clientErasures().pk };
  const rows = await db.queryAll({ table: 'records', partition, consistent: true });
  return rows.map(({ sk, requestedAtMs, erasureId }: Item) => ({
    clientId: sk as string,
    requestedAtMs: requestedAtMs as number,
    erasureId: erasureId as string | undefined,
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
