// What stays of an erased record: that it existed, and when it was erased. It answers 410 for twelve months.

import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { recordKeys } from '#shared/tables.ts';

const TOMBSTONE_SECONDS = 366 * 24 * 60 * 60;

/** @param readers staff members who alone hear of it, beside those who read everything of the client. */
export const putTombstone = (
  clientId: string,
  recordId: string,
  erasedAtMs: number,
  readers?: readonly string[],
): { table: 'records'; put: Item } => ({
  table: 'records',
  put: {
    ...recordKeys.tombstone(clientId, recordId),
    kind: 'tombstone',
    erasedAt: erasedAtMs,
    ...(readers && { readers }),
    ttl: toSeconds(erasedAtMs) + TOMBSTONE_SECONDS,
  },
});

const tombstoneRead = (clientId: string, recordId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.tombstone(clientId, recordId),
});

interface Erasure {
  atMs: number;
  readers: readonly string[];
}

/** When a record was erased; undefined where no tombstone lives. One read. */
export async function readErasure(app: App, clientId: string, recordId: string): Promise<Erasure | undefined> {
  const read = tombstoneRead(clientId, recordId);
  const row = (await app.db.read([read])).get(read);
  const lives = typeof row?.ttl === 'number' && row.ttl > toSeconds(app.clock.nowMs());
  return lives ? { atMs: row.erasedAt as number, readers: (row.readers ?? []) as string[] } : undefined;
}
