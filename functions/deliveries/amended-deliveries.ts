// What an amendment of a message does to deliveries that it has: held to what was seen, marked, let go, taken back.
import type { Delivery } from '#deliveries/store.ts';
import { recordKeys } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

interface Waiting {
  /** Says from now on that it is a correction. */
  mark: boolean;
  /** Held no longer: for an urgent message. */
  dueAtMs?: number;
}

/**
 * Holds to it that a delivery still waits and nothing was tried since it was read: whoever claims it later opens what the
 * same transaction writes. 2 units, and 2 for the index where it is let go.
 */
export function waitsAsSeen(delivery: Delivery, { mark, dueAtMs }: Waiting): Write {
  const letGo = dueAtMs !== undefined && delivery.state === 'held';
  const key = recordKeys.delivery(delivery.messageId, delivery.id);
  const condition = {
    expression: '#state = :seen AND size(attempts) = :tried',
    names: { '#state': 'state' },
    values: { ':seen': delivery.state, ':tried': delivery.attempts.length },
  };
  if (!letGo && !mark) return { table: 'records', check: key, condition };
  const set = [
    ...(mark ? ['correction = :true'] : []),
    ...(letGo ? ['#state = :queued', 'dueAt = :due', 'notBeforeMs = :due'] : []),
  ];
  return {
    table: 'records',
    update: key,
    change: `SET ${set.join(', ')}`,
    condition: {
      ...condition,
      values: {
        ...condition.values,
        ...(mark && { ':true': true }),
        ...(letGo && { ':queued': 'queued', ':due': dueAtMs }),
      },
    },
  };
}

/**
 * Takes a delivery back from somebody whom the message was not for: out of that inbox, and not sent if it still waits. One
 * that is being sent is left to its sender. 2 units, and 1 for each index that it leaves.
 * @returns undefined where nothing has to change.
 */
export function withdrawalOf(delivery: Delivery): Write | undefined {
  const { state, duePk, listPk } = delivery;
  const waits = state === 'held' || state === 'queued';
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
