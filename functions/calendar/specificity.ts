// Which of several rules wins: the most specific, by properties that a reader can see; never by its place in a list.

import { daysIn } from '#calendar/local-time.ts';
import { minutesOf, type When } from '#calendar/when.ts';
import { holdsAt, type Moment } from '#calendar/when-holds.ts';

/** A rule, perhaps of one called number only. */
export interface Bound {
  when: When;
  line?: string | undefined;
}

/** Of a range with one end nobody knows the length, but it is shorter than always. */
const rangeRank = ({ from, until }: When): number => {
  if (from !== undefined && until !== undefined) return daysIn(from, until);
  return from === undefined && until === undefined ? Number.POSITIVE_INFINITY : Number.MAX_SAFE_INTEGER;
};

const isWeekday = (day: string) => day !== 'holiday' && day !== 'eve';

/** Holidays and eves, then weekdays (perhaps with holidays among them), then all days. */
const dayRank = ({ days }: When): number => {
  if (days === undefined) return 2;
  return days.some(isWeekday) ? 1 : 0;
};

const minuteRank = (when: When): number => {
  const { from, until } = minutesOf(when);
  return until - from;
};

const ranksOf = (when: When): readonly number[] => [
  rangeRank(when),
  dayRank(when),
  when.days?.length ?? 0,
  minuteRank(when),
  when.while === undefined ? 1 : 0,
];

/** Negative where `a` is the more specific, positive where `b` is, 0 where neither. */
export function moreSpecific(a: When, b: When): number {
  const others = ranksOf(b);
  for (const [index, rank] of ranksOf(a).entries()) {
    const other = others[index] as number;
    if (rank !== other) return rank < other ? -1 : 1;
  }
  return 0;
}

/** A rule of the number that was called comes before one of all numbers. */
export const compareBound = (a: Bound, b: Bound): number =>
  Number(a.line === undefined) - Number(b.line === undefined) || moreSpecific(a.when, b.when);

/** A moment, and the number that was called. */
export interface Call extends Moment {
  line?: string | undefined;
}

/** The rules that hold, the most specific first. */
export const holding = <R extends Bound>(rules: readonly R[], call: Call): R[] =>
  rules
    .filter(({ when, line }) => (line === undefined || line === call.line) && holdsAt(when, call))
    .toSorted(compareBound);

export const winner = <R extends Bound>(rules: readonly R[], call: Call): R | undefined => holding(rules, call)[0];
