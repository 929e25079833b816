// Tracks: everything that was sent to one addressee of one message. Whether it has come to somebody, goes on, or is at its end.
import { type DeliveryState, statesUnderWay } from '#deliveries/schema.ts';
import type { Delivery } from '#deliveries/store.ts';

/** It has not come to an end. */
export const isUnderWay = ({ state }: Pick<Delivery, 'state'>): boolean => statesUnderWay.has(state);

/** Nothing is being handed over: whoever claims it later reads what stands then. */
export const isWaiting = ({ state }: Pick<Delivery, 'state'>): boolean => state === 'held' || state === 'queued';

/** A state with which the next step may be due. */
export const endsTrack = (state: DeliveryState): boolean => state === 'failed' || state === 'unknown';

/** An urgent one that nobody has taken over in the time that its step waits. */
export const isOverdue = (delivery: Delivery, nowMs: number): boolean =>
  isUnderWay(delivery) && nowMs >= overdueAtMs(delivery);

/** Infinity: of a normal one. */
export const overdueAtMs = ({
  waitMinutes = Number.POSITIVE_INFINITY,
  createdAtMs,
  urgentSinceMs = createdAtMs,
}: Pick<Delivery, 'waitMinutes' | 'createdAtMs' | 'urgentSinceMs'>): number => urgentSinceMs + waitMinutes * 60_000;

/** Those that stay in the index until their track has moved on. */
export const isWaitingForTrack = ({ state, waitMinutes, dueAt }: Delivery, nowMs: number): boolean =>
  dueAt !== undefined && dueAt <= nowMs && (endsTrack(state) || (state === 'accepted' && waitMinutes !== undefined));

/**
 * Pure. `reached`: nobody has to do more. `underWay`: there is an outcome to wait for. `over`: the next step is due.
 * For a normal message accepted is enough. An urgent one is over when each of its deliveries has ended, or been silent for
 * as long as its step waits.
 */
export function trackState(track: readonly Delivery[], nowMs: number): 'reached' | 'underWay' | 'over' {
  const accepted = track.filter(({ state }) => state === 'accepted');
  if (track.some(({ state }) => state === 'delivered')) return 'reached';
  if (accepted.some(({ waitMinutes }) => waitMinutes === undefined)) return 'reached';
  if (track.some((one) => isUnderWay(one) && !isOverdue(one, nowMs))) return 'underWay';
  return accepted.some(({ dueAt }) => dueAt !== undefined && dueAt > nowMs) ? 'underWay' : 'over';
}

/** Whom the track has come to: whoever stands in for somebody who was erased on the way. undefined: nobody in particular. */
export const addresseeNow = (track: readonly Delivery[]): string | undefined => track.at(-1)?.staffId;

/**
 * The step after all that were tried. One that came to nobody but a colleague who was erased meanwhile is taken once more: by
 * now it leads to who stands in.
 */
export function nextStepOf(track: readonly Delivery[]): number {
  const last = Math.max(...track.map(({ step = 0 }) => step));
  const ofLast = track.filter(({ step = 0 }) => step === last);
  return ofLast.every(({ attempts }) => attempts.at(-1)?.code === 'ColleagueGone') ? last : last + 1;
}
