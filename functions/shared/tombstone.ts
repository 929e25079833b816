// What stays of an erased record: that it existed, and when it was erased. It answers 410 for twelve months.
import { toSeconds } from '#shared/clock.ts';
import type { Write } from '#shared/database.ts';
import { recordKeys } from '#shared/tables.ts';

const TOMBSTONE_SECONDS = 366 * 24 * 60 * 60;

export interface Tombstone {
  erasedAtMs: number;
}

export const putTombstone = (clientId: string, recordId: string, erasedAtMs: number): Write => ({
  table: 'records',
  put: {
    ...recordKeys.tombstone(clientId, recordId),
    kind: 'tombstone',
    erasedAt: erasedAtMs,
    ttl: toSeconds(erasedAtMs) + TOMBSTONE_SECONDS,
  },
});
