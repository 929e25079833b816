// What stays of an erased record: that it existed, when it was erased, and who stands in. It answers 410 for twelve months.
import { type Clock, toSeconds } from '#shared/clock.ts';
import type { Database } from '#shared/database.ts';
import type { Erasure } from '#shared/evidence.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { EVIDENCE_PARTITION, recordKeys } from '#shared/tables.ts';

const TOMBSTONE_SECONDS = 366 * 24 * 60 * 60;
const PARTITION = recordKeys.tombstone('', '').pk;

interface PutTombstone {
  table: 'records';
  put: Item;
}

/** The tombstone of an erasure that the evidence knows of. */
export const tombstone = ({
  clientId,
  recordId,
  erasedAtMs,
  because,
  readers,
  replacement,
}: Erasure): PutTombstone => ({
  table: 'records',
  put: {
    ...recordKeys.tombstone(clientId, recordId),
    kind: 'tombstone',
    erasedAt: erasedAtMs,
    ...(because && { because }),
    ...(readers && { readers }),
    // What points at somebody who is gone may do so for as long as there is the client.
    ...(replacement ? { replacement } : { ttl: toSeconds(erasedAtMs) + TOMBSTONE_SECONDS }),
  },
});

/** The tombstone of an erasure that the next sweep is to put into the evidence: 1 unit more, for the index. */
export const newTombstone = (erasure: Erasure): PutTombstone => {
  const { table, put } = tombstone(erasure);
  return { table, put: { ...put, duePk: EVIDENCE_PARTITION, dueAt: erasure.erasedAtMs } };
};

/** What a tombstone tells. @param item with the kind `tombstone`. */
export const toErasure = ({ pk, sk, erasedAt, because, readers, replacement }: Item): Erasure => ({
  clientId: (pk as string).slice(PARTITION.length),
  recordId: sk as string,
  erasedAtMs: erasedAt as number,
  ...(because === 'time' && { because }),
  readers: readers as string[] | undefined,
  ...(typeof replacement === 'string' && { replacement }),
});

/** What reading a tombstone takes. */
export interface TombstoneReader {
  readonly db: Pick<Database, 'read'>;
  readonly clock: Clock;
}

export const tombstoneRead = (clientId: string, recordId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.tombstone(clientId, recordId),
});

/** @param row undefined, or what stands there. @returns undefined where no tombstone lives. */
export const livingTombstone = ({ clock }: Pick<TombstoneReader, 'clock'>, row: Item | undefined): Item | undefined =>
  row && (row.ttl === undefined || (row.ttl as number) > toSeconds(clock.nowMs())) ? row : undefined;

/** When a record was erased, and who hears of it; undefined where no tombstone lives. One read. */
export async function readErasure(
  app: TombstoneReader,
  clientId: string,
  recordId: string,
): Promise<(Erasure & { readers: readonly string[] }) | undefined> {
  const read = tombstoneRead(clientId, recordId);
  const row = livingTombstone(app, (await app.db.read([read])).get(read));
  if (!row) return undefined;
  const erasure = toErasure(row);
  return { ...erasure, readers: erasure.readers ?? [] };
}
