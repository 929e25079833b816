// Whether a message is due, judged by its own time and retention: a wrong expiry must not erase anything.
import type { MessageKeyRow, MessageRecord } from '#messages/store.ts';
import { expiresAtSeconds, expiryDay, parseRetentionCode } from '#shared/retention.ts';

type Row = Pick<MessageKeyRow, 'takenAtMs' | 'retention' | 'expiresAt'> & { expiryDay?: string };

/** When the row's message expires, in epoch seconds; undefined for a retention that nobody may have. */
function recomputed({ takenAtMs, retention }: Row): number | undefined {
  try {
    return expiresAtSeconds(takenAtMs, parseRetentionCode(retention));
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Pure. True where the recomputed expiry agrees with the row's and its day's, has passed, and is that of this message. */
export function isDueFor(row: Row, message: Pick<MessageRecord, 'takenAtMs'> | undefined, nowMs: number): boolean {
  const agrees = recomputed(row) === row.expiresAt && row.expiryDay === expiryDay(row.expiresAt);
  const isItsMessage = message === undefined || message.takenAtMs === row.takenAtMs;
  return agrees && isItsMessage && row.expiresAt * 1000 <= nowMs;
}
