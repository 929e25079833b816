// What holds for the deliveries of a message whatever happens: they go forward only, end, and come to somebody or to a person.
import { expect } from 'vitest';
import type { Attempt } from '#deliveries/schema.ts';
import type { Item } from '#shared/found.ts';

/** What an attempt may become. A late answer of the sender may take the place of "nobody knows". */
const becomes: Record<Attempt['outcome'], readonly Attempt['outcome'][]> = {
  sending: ['sending', 'accepted', 'retry', 'failed', 'unknown', 'delivered', 'returned'],
  accepted: ['accepted', 'delivered', 'returned'],
  unknown: ['unknown', 'accepted', 'delivered', 'returned'],
  retry: ['retry', 'delivered', 'returned'],
  failed: ['failed', 'delivered', 'returned'],
  delivered: ['delivered', 'returned'],
  returned: ['returned'],
};

/** An automatic reply may come before the receipt of what it replies to. */
const mayBeAutomatic = ({ code }: Attempt) => code === 'BounceTransientGeneral';

const attemptsOf = ({ attempts }: Item) => attempts as Attempt[];

/** No attempt is forgotten or told anew, and what was delivered stays so. */
export function goForward(before: readonly Item[], after: readonly Item[]): void {
  for (const one of before) {
    const now = after.find(({ sk }) => sk === one.sk);
    if (!now) continue;
    for (const [n, was] of attemptsOf(one).entries()) {
      const is = attemptsOf(now)[n];
      const allowed = mayBeAutomatic(was) ? ['returned', 'delivered'] : becomes[was.outcome];
      expect([one.sk, is?.atMs]).toEqual([one.sk, was.atMs]);
      expect(allowed).toContain(is?.outcome);
    }
    if (one.state === 'delivered') expect([one.sk, now.state]).toEqual([one.sk, 'delivered']);
    // It was taken back too late, and a receipt says so.
    if (one.state === 'cancelled') expect(['cancelled', 'delivered']).toContain(now.state);
  }
}

/** Each has ended, and nobody looks at any of them any more. */
export function areAtRest(deliveries: readonly Item[]): void {
  const ends = ['accepted', 'delivered', 'failed', 'unknown', 'cancelled'];
  expect(deliveries.filter(({ state }) => !ends.includes(state as string))).toEqual([]);
  expect(deliveries.filter(({ duePk, dueAt }) => duePk !== undefined || dueAt !== undefined)).toEqual([]);
}

export const trackOf = ({ trackId, sk }: Item): string => (trackId ?? sk) as string;

/** The tracks of a message that were not taken back, with their deliveries in the order in which they were made. */
export function tracksOf(message: Item | undefined, deliveries: readonly Item[]): Map<string, Item[]> {
  const withdrawn = new Set((message?.withdrawn ?? []) as string[]);
  const tracks = Map.groupBy(deliveries, trackOf);
  for (const [track, own] of tracks) if (own.some(({ sk }) => withdrawn.has(sk as string))) tracks.delete(track);
  return tracks;
}

/** Of an urgent message it is not enough that it was accepted. */
const isReached = (message: Item | undefined, own: readonly Item[]): boolean =>
  own.some(({ state }) => state === 'delivered' || (state === 'accepted' && message?.urgency !== 'urgent'));

/** It was told as delivered, and came back afterwards. */
const cameBack = (own: readonly Item[]) =>
  own.some((one) => one.state === 'delivered' && attemptsOf(one).some(({ outcome }) => outcome === 'returned'));

/** Each track at rest has come to somebody, or one task asks a person to see to it. */
export function areAnswered(message: Item | undefined, deliveries: readonly Item[], tasks: readonly Item[]): void {
  for (const [track, own] of tracksOf(message, deliveries)) {
    const reasons = tasks
      .filter(
        ({ sk, reason, state }) => sk === track.replace('dlv_', 'tsk_') && reason !== 'deadLetter' && state === 'open',
      )
      .map(({ reason }) => reason);
    const expected = cameBack(own) ? ['returnedLater'] : isReached(message, own) ? [] : ['notDelivered'];
    expect([track, own.map(({ state }) => state), reasons]).toEqual([track, own.map(({ state }) => state), expected]);
  }
}
