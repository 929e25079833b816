// Whether a message is due, judged by its own time and retention: a wrong expiry must not erase anything.
import type { MessageKeyRow, MessageRecord } from '#messages/store.ts';
import { expiresAtSeconds, expiryDay, parseRetentionCode } from '#shared/retention.ts';

type Row = Pick<MessageKeyRow, 'clientId' | 'messageId' | 'takenAtMs' | 'retention' | 'expiresAt' | 'expiryDay'>;

const isText = (value: unknown) => typeof value === 'string' && value !== '';

/** Whether everything that the sweeper goes by is there: a table holds what anybody has put into it. */
export const isWhole = ({ clientId, messageId, takenAtMs, retention }: Row): boolean =>
  [clientId, messageId, retention].every(isText) && Number.isSafeInteger(takenAtMs);

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
  if (!isWhole(row)) return false;
  const agrees = recomputed(row) === row.expiresAt && row.expiryDay === expiryDay(row.expiresAt);
  const isItsMessage = message === undefined || message.takenAtMs === row.takenAtMs;
  return agrees && isItsMessage && row.expiresAt * 1000 <= nowMs;
}
