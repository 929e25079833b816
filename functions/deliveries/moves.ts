// The moves of a delivery from state to state, each one conditional update: claimed, settled, moved on by the tick.
import { randomUUID } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { Attempt, DeliveryOrder, DeliveryState } from '#deliveries/schema.ts';
import { type Delivery, STUCK_MS, toDelivery } from '#deliveries/store.ts';
import type { App } from '#shared/app.ts';
import { DUE_PARTITION, recordKeys } from '#shared/tables.ts';

const names = { '#state': 'state' };

/**
 * Takes a queued delivery for one attempt. One write request; 1 unit, and 2 for the index.
 * @returns undefined where there is nothing to send: sent already, being sent, not yet due, erased or expired.
 */
export async function claimDelivery(app: App, order: DeliveryOrder): Promise<Delivery | undefined> {
  const nowMs = app.clock.nowMs();
  const attempt: Attempt = { atMs: nowMs, outcome: 'sending', claim: randomUUID() };
  const item = await app.db.update(
    'records',
    recordKeys.delivery(order.messageId, order.deliveryId),
    'SET #state = :sending, dueAt = :due, attempts = list_append(attempts, :attempt)',
    {
      expression:
        '#state = :queued AND expiresAt > :seconds AND (attribute_not_exists(notBeforeMs) OR notBeforeMs <= :now)',
      names,
      values: {
        ':queued': 'queued',
        ':sending': 'sending',
        ':now': nowMs,
        ':seconds': nowMs / 1000,
        ':due': nowMs + STUCK_MS,
        ':attempt': [attempt],
      },
    },
    (standing) => toDelivery(standing).attempts.at(-1)?.claim === attempt.claim,
  );
  return item && toDelivery(item);
}

interface Settled {
  state: DeliveryState;
  attempt: Attempt;
  /** With a state that goes on: when the next attempt may be made, and when the tick looks after it. */
  next?: { notBeforeMs: number; dueAtMs: number };
}

/**
 * When the tick looks at a delivery that has ended, in epoch milliseconds; undefined: never again. One that failed, or of
 * which nobody knows, is due at once: its track has to move on. An urgent one that was accepted is due when its wait is over.
 */
export function dueAfter(state: DeliveryState, { waitMinutes }: Delivery, nowMs: number): number | undefined {
  if (state === 'failed' || state === 'unknown') return nowMs;
  return state === 'accepted' && waitMinutes !== undefined ? nowMs + waitMinutes * 60_000 : undefined;
}

/**
 * Writes down what the claimed attempt came to. A late answer may still improve `unknown`, nothing else: a claim that the
 * tick has taken away is not written over. One write request; 1 unit, and 1 or 2 for the index.
 * @returns false where somebody else has moved it on.
 */
export async function settleDelivery(app: App, claimed: Delivery, settled: Settled): Promise<boolean> {
  const last = claimed.attempts.length - 1;
  const { next } = settled;
  const dueAtMs = next ? next.dueAtMs : dueAfter(settled.state, claimed, app.clock.nowMs());
  const due = dueAtMs === undefined ? ' REMOVE dueAt, duePk' : ', dueAt = :due, duePk = :duePk';
  const item = await app.db.update(
    'records',
    recordKeys.delivery(claimed.messageId, claimed.id),
    `SET #state = :state, attempts[${last}] = :attempt${next ? ', notBeforeMs = :notBefore' : ''}${due}`,
    {
      expression: 'size(attempts) = :count AND (#state = :sending OR #state = :unknown)',
      names,
      values: {
        ':state': settled.state,
        ':attempt': settled.attempt,
        ':count': claimed.attempts.length,
        ':sending': 'sending',
        ':unknown': 'unknown',
        ...(next && { ':notBefore': next.notBeforeMs }),
        // What was given up as unknown may have left the index.
        ...(dueAtMs !== undefined && { ':due': dueAtMs, ':duePk': DUE_PARTITION }),
      },
    },
    (standing) => {
      const { state, attempts } = toDelivery(standing);
      return (
        state === settled.state && attempts.length === last + 1 && isDeepStrictEqual(attempts[last], settled.attempt)
      );
    },
  );
  return item !== undefined;
}

interface Move {
  from: DeliveryState;
  to: DeliveryState;
  /** When the tick looks again; undefined: never. */
  dueAtMs: number | undefined;
  attempts: readonly Attempt[];
}

/** Moves a delivery that the tick found due, if it still stands as it was read. */
export async function moveDueDelivery(app: App, delivery: Delivery, move: Move): Promise<boolean> {
  const goesOn = move.dueAtMs !== undefined;
  const item = await app.db.update(
    'records',
    recordKeys.delivery(delivery.messageId, delivery.id),
    `SET #state = :to, attempts = :attempts${goesOn ? ', dueAt = :due' : ' REMOVE dueAt, duePk'}`,
    {
      expression: '#state = :from AND dueAt = :seen',
      names,
      values: {
        ':from': move.from,
        ':to': move.to,
        ':attempts': move.attempts,
        ':seen': delivery.dueAt,
        ...(goesOn && { ':due': move.dueAtMs }),
      },
    },
  );
  return item !== undefined;
}
