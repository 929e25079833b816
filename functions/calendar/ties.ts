// Rules between which nobody could decide: equally specific, and holding at the same moment of some day.
import { dayKind, keptYears } from '#calendar/holidays.ts';
import { DAY_MINUTES, dateOf, dayNumberOf, type Weekday, weekdayOf, weekdays } from '#calendar/local-time.ts';
import { type Bound, compareBound } from '#calendar/specificity.ts';
import { minutesOf, type When, windowOn } from '#calendar/when.ts';

/** How far the day of the one window may lie from the day of the other's: a night reaches into the next day. */
const distances = [0, 1, -1] as const;

/** Weekday and kind in one small number. */
const kinds = [undefined, 'holiday', 'eve'] as const;
const codeOf = (weekday: number, kind: number) => kind * weekdays.length + weekday;

interface Calendar {
  firstDay: number;
  /** Of each day whose holidays are known. */
  codes: Uint8Array;
}

let kept: Calendar | undefined;

function calendar(): Calendar {
  if (kept) return kept;
  const { first, last } = keptYears();
  const firstDay = dayNumberOf(`${first}-01-01`);
  const codes = new Uint8Array(dayNumberOf(`${last}-12-31`) - firstDay + 1);
  for (const [n] of codes.entries()) {
    const date = dateOf(firstDay + n);
    codes[n] = codeOf(weekdays.indexOf(weekdayOf(date)), kinds.indexOf(dayKind(date)));
  }
  kept = { firstDay, codes };
  return kept;
}

/** Whether a rule's window begins on a day, by numbers alone. */
function beginsOn({ from, until, days }: When): (day: number) => boolean {
  const { firstDay, codes } = calendar();
  const first = from === undefined ? Number.NEGATIVE_INFINITY : dayNumberOf(from);
  const last = until === undefined ? Number.POSITIVE_INFINITY : dayNumberOf(until);
  const wanted = kinds.flatMap((kind) =>
    weekdays.map((weekday: Weekday) => !days || days.some((day) => day === weekday || day === kind)),
  );
  const ordinary = (day: number) => (((day + 3) % weekdays.length) + weekdays.length) % weekdays.length;
  return (day) => day >= first && day <= last && wanted[codes[day - firstDay] ?? ordinary(day)] === true;
}

/** By the clock alone: never false where two windows meet. */
function mayMeet(a: When, b: When, distance: number): boolean {
  const one = minutesOf(a);
  const other = minutesOf(b);
  const shift = distance * DAY_MINUTES;
  return Math.max(one.from, other.from + shift) < Math.min(one.until, other.until + shift);
}

/** By the moments: the night of a clock change may have no room for either. */
function meet(a: When, b: When, day: number, distance: number): boolean {
  const one = windowOn(a, dateOf(day));
  const other = windowOn(b, dateOf(day + distance));
  return (
    one !== undefined &&
    other !== undefined &&
    Math.max(one.fromMs, other.fromMs) < Math.min(one.untilMs, other.untilMs)
  );
}

const numbersOf = (...dates: (string | undefined)[]) => dates.filter((date) => date !== undefined).map(dayNumberOf);

/**
 * The days on which both may begin. Where the known holidays end there are weekdays alone: a fortnight shows all of them.
 */
function daysOfBoth(a: When, b: When): { from: number; until: number } {
  const { firstDay, codes } = calendar();
  const lastKnown = firstDay + codes.length - 1;
  const ends = Math.min(...numbersOf(a.until, b.until));
  const begins = Math.max(...numbersOf(a.from, b.from));
  const from = Number.isFinite(begins) ? begins - 1 : Math.min(firstDay, ends - 14);
  return { from, until: Math.min(ends + 1, Math.max(lastKnown, from) + 15) };
}

/** Exact: it looks at each day until the calendar repeats itself. */
function canMeet(a: When, b: When): boolean {
  if (a.while !== b.while) return false;
  const near = distances.filter((distance) => mayMeet(a, b, distance));
  if (near.length === 0) return false;
  const isOnA = beginsOn(a);
  const isOnB = beginsOn(b);
  const { from, until } = daysOfBoth(a, b);
  for (let day = from; day <= until; day++)
    if (isOnA(day) && near.some((distance) => isOnB(day + distance) && meet(a, b, day, distance))) return true;
  return false;
}

/** Pairs of places in the list, the earlier one first. */
export const ties = (rules: readonly Bound[]): [number, number][] =>
  rules.flatMap((a, one) =>
    rules.flatMap((b, other): [number, number][] =>
      other > one && a.line === b.line && compareBound(a, b) === 0 && canMeet(a.when, b.when) ? [[one, other]] : [],
    ),
  );
