// What is told of rules between which nobody could decide: a finding at each, which names the others.
import type { Bound } from '#calendar/specificity.ts';
import { ties } from '#calendar/ties.ts';
import type { Finding } from '#shared/problems.ts';

/** @param pointerOf a rule's place in the list, as a JSON pointer. */
export function tieFindings(rules: readonly Bound[], pointerOf: (place: number) => string): Finding[] {
  const others = new Map<number, string[]>();
  for (const pair of ties(rules))
    for (const [place, other] of [pair, pair.toReversed()] as [number, number][])
      others.set(place, [...(others.get(place) ?? []), pointerOf(other)]);
  return [...others]
    .toSorted(([a], [b]) => a - b)
    .map(([place, pointers]) => ({
      pointer: `${pointerOf(place)}/when`,
      detail: `Holds at the same time as ${pointers.join(', ')} and is neither more nor less specific: make one of them narrower`,
    }));
}
