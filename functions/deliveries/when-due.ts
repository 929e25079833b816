// What becomes of a delivery that the tick finds due: held ones go out, unclaimed orders go again, dead claims are settled.
import { moveAfter } from '#deliveries/handover.ts';
import { dueAfter } from '#deliveries/moves.ts';
import type { Attempt, DeliveryState } from '#deliveries/schema.ts';
import { type Delivery, STUCK_MS } from '#deliveries/store.ts';
import { endsTrack, isOverdue } from '#deliveries/track.ts';

interface DueMove {
  to: DeliveryState;
  attempts: readonly Attempt[];
  dueAtMs: number | undefined;
}

/** What the tick does: moves the delivery, publishes its order, lets its track move on. */
export interface WhenDue {
  move?: DueMove;
  order: boolean;
  track: boolean;
}

/** An order that nobody claims for this long has failed: something is broken, and a person must hear of it. */
const GIVE_UP_MS = 6 * 60 * 60 * 1000;

/** Pure: the table of the tick. */
export function whenDue(delivery: Delivery, nowMs: number): WhenDue {
  const { attempts, state, notBeforeMs = 0 } = delivery;
  const end = (to: DeliveryState, withAttempts: readonly Attempt[] = attempts): WhenDue => ({
    move: { to, attempts: withAttempts, dueAtMs: dueAfter(to, delivery, nowMs) },
    order: false,
    track: endsTrack(to),
  });
  const again = (withAttempts: readonly Attempt[] = attempts): WhenDue => ({
    move: { to: 'queued', attempts: withAttempts, dueAtMs: nowMs + STUCK_MS },
    order: true,
    track: isOverdue(delivery, nowMs),
  });
  if (delivery.expiresAt * 1000 <= nowMs) return end('cancelled');
  if (state === 'held') return again();
  if (state === 'queued') {
    const since = Math.max(delivery.createdAtMs, notBeforeMs, attempts.at(-1)?.atMs ?? 0);
    if (nowMs - since > GIVE_UP_MS)
      return end('failed', [...attempts, { atMs: nowMs, outcome: 'failed', code: 'GaveUp' }]);
    // An urgent one is due when its wait is over, though the next attempt may be later.
    if (notBeforeMs > nowMs)
      return {
        move: { to: 'queued', attempts, dueAtMs: notBeforeMs },
        order: false,
        track: isOverdue(delivery, nowMs),
      };
    return again();
  }
  if (state === 'sending') {
    const atMs = attempts.at(-1)?.atMs ?? nowMs;
    const settled: Attempt[] = [...attempts.slice(0, -1), { atMs, outcome: 'unknown', code: 'NoAnswer' }];
    const { state: to } = moveAfter(delivery.channel, { outcome: 'unknown', code: 'NoAnswer' }, attempts.length);
    return to === 'queued' ? again(settled) : end(to, settled);
  }
  // It has ended, or waited for long enough: it stays due until its track has moved on.
  if (endsTrack(state) || (state === 'accepted' && delivery.waitMinutes !== undefined))
    return { order: false, track: true };
  return end(state);
}
