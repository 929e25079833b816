// What becomes of a delivery that the tick finds due: held ones go out, unclaimed orders go again, dead claims are settled.
import { moveAfter } from '#deliveries/handover.ts';
import type { Attempt, DeliveryState } from '#deliveries/schema.ts';
import { type Delivery, STUCK_MS } from '#deliveries/store.ts';

/** An order is published for what becomes `queued`. */
export interface DueMove {
  to: DeliveryState;
  attempts: readonly Attempt[];
  dueAtMs: number | undefined;
}

/** An order that nobody claims for this long has failed: something is broken, and a person must hear of it. */
const GIVE_UP_MS = 6 * 60 * 60 * 1000;

/** Pure: the table of the tick. */
export function whenDue(delivery: Delivery, nowMs: number): DueMove {
  const { attempts, state } = delivery;
  const end = (to: DeliveryState, withAttempts: readonly Attempt[] = attempts): DueMove => ({
    to,
    attempts: withAttempts,
    dueAtMs: undefined,
  });
  if (delivery.expiresAt * 1000 <= nowMs) return end('cancelled');
  if (state === 'held') return { to: 'queued', attempts, dueAtMs: nowMs + STUCK_MS };
  if (state === 'queued') {
    const since = Math.max(delivery.createdAtMs, delivery.notBeforeMs ?? 0, attempts.at(-1)?.atMs ?? 0);
    if (nowMs - since > GIVE_UP_MS)
      return end('failed', [...attempts, { atMs: nowMs, outcome: 'failed', code: 'GaveUp' }]);
    return { to: 'queued', attempts, dueAtMs: nowMs + STUCK_MS };
  }
  if (state === 'sending') {
    const atMs = attempts.at(-1)?.atMs ?? nowMs;
    const settled: Attempt[] = [...attempts.slice(0, -1), { atMs, outcome: 'unknown', code: 'NoAnswer' }];
    const { state: to } = moveAfter(delivery.channel, { outcome: 'unknown', code: 'NoAnswer' }, attempts.length);
    return to === 'queued' ? { to, attempts: settled, dueAtMs: nowMs + STUCK_MS } : end(to, settled);
  }
  return end(state);
}
