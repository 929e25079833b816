// What stays of an erased record: that it existed, and when it was erased. It answers 410 for twelve months.

import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import type { Write } from '#shared/database.ts';
import type { ReadRequest } from '#shared/found.ts';
import { recordKeys } from '#shared/tables.ts';

const TOMBSTONE_SECONDS = 366 * 24 * 60 * 60;

export const putTombstone = (clientId: string, recordId: string, erasedAtMs: number): Write => ({
  table: 'records',
  put: {
    ...recordKeys.tombstone(clientId, recordId),
    kind: 'tombstone',
    erasedAt: erasedAtMs,
    ttl: toSeconds(erasedAtMs) + TOMBSTONE_SECONDS,
  },
});

const tombstoneRead = (clientId: string, recordId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.tombstone(clientId, recordId),
});

/** When a record was erased, in epoch milliseconds; undefined where no tombstone lives. One read. */
export async function readErasure(app: App, clientId: string, recordId: string): Promise<number | undefined> {
  const read = tombstoneRead(clientId, recordId);
  const row = (await app.db.read([read])).get(read);
  const lives = typeof row?.ttl === 'number' && row.ttl > toSeconds(app.clock.nowMs());
  return lives ? (row.erasedAt as number) : undefined;
}
