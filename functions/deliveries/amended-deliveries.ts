// What an amendment of a message does to deliveries that it has: held to what was seen, marked, let go, taken back.
import type { Delivery } from '#deliveries/store.ts';
import { isWaiting, overdueAtMs } from '#deliveries/track.ts';
import { recordKeys } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

interface Waiting {
  /** Says from now on that it is a correction. */
  mark: boolean;
  /** The message is urgent now: it is held no longer, and silence goes on to the next step. */
  urgent?: { nowMs: number; waitMinutes: number };
}

/**
 * Holds to it that a delivery still waits and nothing was tried since it was read: whoever claims it later opens what the
 * same transaction writes. 2 units, and 2 for the index where it is let go or is due sooner.
 */
export function waitsAsSeen(delivery: Delivery, { mark, urgent }: Waiting): Write {
  const changes = { ...(mark && { correction: true }), ...(urgent && urgentChanges(delivery, urgent)) };
  const key = recordKeys.delivery(delivery.messageId, delivery.id);
  const condition = {
    expression: '#state = :seen AND size(attempts) = :tried',
    names: { '#state': 'state' },
    values: { ':seen': delivery.state, ':tried': delivery.attempts.length },
  };
  const fields = Object.entries(changes);
  if (fields.length === 0) return { table: 'records', check: key, condition };
  return {
    table: 'records',
    update: key,
    change: `SET ${fields.map(([name]) => `#${name} = :${name}`).join(', ')}`,
    condition: {
      ...condition,
      names: { ...condition.names, ...Object.fromEntries(fields.map(([name]) => [`#${name}`, name])) },
      values: { ...condition.values, ...Object.fromEntries(fields.map(([name, value]) => [`:${name}`, value])) },
    },
  };
}

/** One that was urgent before keeps its wait, and since when. */
function urgentChanges(
  delivery: Delivery,
  { nowMs, waitMinutes }: { nowMs: number; waitMinutes: number },
): Partial<Delivery> {
  const becomes = delivery.waitMinutes === undefined;
  const since = { waitMinutes, urgentSinceMs: nowMs };
  const overdueMs = overdueAtMs({ ...delivery, ...since });
  return {
    ...(becomes && since),
    ...(becomes && (delivery.dueAt ?? 0) > overdueMs && { dueAt: overdueMs }),
    ...(delivery.state === 'held' && { state: 'queued', dueAt: nowMs, notBeforeMs: nowMs }),
  };
}

/**
 * Takes a delivery back from somebody whom the message was not for: out of that inbox, and not sent if it still waits. One
 * that is being sent is left to its sender. 2 units, and 1 for each index that it leaves.
 * @returns undefined where nothing has to change.
 */
export function withdrawalOf(delivery: Delivery): Write | undefined {
  const { state, duePk, listPk } = delivery;
  const waits = isWaiting(delivery);
  const leaves = [...(duePk && state !== 'sending' ? ['duePk', 'dueAt'] : []), ...(listPk ? ['listPk', 'listSk'] : [])];
  if (!waits && leaves.length === 0) return undefined;
  return {
    table: 'records',
    update: recordKeys.delivery(delivery.messageId, delivery.id),
    change: `${waits ? 'SET #state = :cancelled ' : ''}${leaves.length > 0 ? `REMOVE ${leaves.join(', ')}` : ''}`,
    condition: {
      expression: '#state = :seen AND size(attempts) = :tried',
      names: { '#state': 'state' },
      values: {
        ':seen': state,
        ':tried': delivery.attempts.length,
        ...(waits && { ':cancelled': 'cancelled' }),
      },
    },
  };
}
