// When a rule holds: days, times of the day, from one date until another, while the client is open or closed.
import * as z from 'zod/mini';
import { type DayKind, dayKind } from '#calendar/holidays.ts';
import {
  dayAfter,
  instantOf,
  LocalDate,
  minuteOf,
  TimeOfDay,
  type Weekday,
  weekdayOf,
  weekdays,
} from '#calendar/local-time.ts';
import { lazy } from '#shared/route.ts';

const dayNames = [...weekdays, 'holiday', 'eve'] as const;

/** Over midnight where `until` is not after `from`; the night belongs to the day that it began on. */
const Times = () => z.strictObject({ from: TimeOfDay('start'), until: TimeOfDay('end') });

const eachOnce = () =>
  z.refine<readonly string[]>((days) => new Set(days).size === days.length, { error: 'Each day once' });

/** Everything that is said must hold; a holiday is its weekday too. */
export const When = lazy(() =>
  z
    .strictObject({
      from: z.optional(LocalDate()),
      /** The last day. */
      until: z.optional(LocalDate()),
      days: z.optional(z.array(z.enum(dayNames)).check(z.minLength(1), z.maxLength(dayNames.length), eachOnce())),
      times: z.optional(Times()),
      while: z.optional(z.enum(['open', 'closed'])),
    })
    .check(
      z.refine((when) => Object.values(when).some((part) => part !== undefined), {
        error: 'At least one of from, until, days, times, while',
      }),
      z.refine(({ from, until }) => from === undefined || until === undefined || from <= until, {
        error: 'Not before `from`',
        path: ['until'],
      }),
    ),
);

export interface When {
  from?: string | undefined;
  until?: string | undefined;
  days?: (Weekday | DayKind)[] | undefined;
  times?: { from: string; until: string } | undefined;
  while?: 'open' | 'closed' | undefined;
}

/** From the first moment until the one after the last. */
export interface Period {
  fromMs: number;
  untilMs: number;
}

/** Whether its window begins on that day. */
const isOn = ({ from, until, days }: When, date: string): boolean =>
  (from === undefined || date >= from) &&
  (until === undefined || date <= until) &&
  (days === undefined || days.some((day) => day === weekdayOf(date) || day === dayKind(date)));

/** Minutes of the day that its window begins on; more than 1440 for an end on the next day. */
export function minutesOf({ times }: When): { from: number; until: number } {
  if (!times) return { from: 0, until: 24 * 60 };
  const from = minuteOf(times.from);
  const until = minuteOf(times.until);
  return { from, until: until <= from ? until + 24 * 60 : until };
}

/** The window that begins on a day, without a look at `while`. Empty on the day whose clock skips it. */
export function windowOn(when: When, date: string): Period | undefined {
  if (!isOn(when, date)) return undefined;
  const { from, until } = minutesOf(when);
  const overnight = until > 24 * 60;
  const fromMs = instantOf(date, from);
  const untilMs = overnight ? instantOf(dayAfter(date), until - 24 * 60) : instantOf(date, until);
  return untilMs > fromMs ? { fromMs, untilMs } : undefined;
}
