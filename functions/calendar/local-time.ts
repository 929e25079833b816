// Time by the clocks of Stockholm: the day, weekday and minute of a moment, and the moment of a day's minute.
import { tzOffset } from '@date-fns/tz';
import * as z from 'zod/mini';
import { TIME_ZONE } from '#shared/retention.ts';

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

const MINUTE_MS = 60_000;
export const DAY_MINUTES = 24 * 60;
const DAY_MS = DAY_MINUTES * MINUTE_MS;

export interface LocalTime {
  /** `YYYY-MM-DD`. */
  date: string;
  weekday: Weekday;
  /** Since midnight by the clock: 0 to 1439. */
  minute: number;
}

const HOUR_MS = 60 * MINUTE_MS;
const KEPT_HOURS = 20_000;
const KEPT_DAYS = 2_000;

/** For what a desk asks hundreds of times, always of the same days: the platform takes a microsecond for each answer. */
function remembered<K, V>(most: number, find: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size === most) known.clear();
    const found = find(key);
    known.set(key, found);
    return found;
  };
}

const offsetMsOfHour = remembered(
  KEPT_HOURS,
  (hour: number) => tzOffset(TIME_ZONE, new Date(hour * HOUR_MS)) * MINUTE_MS,
);
/** Clocks change on the hour. */
const offsetMsAt = (ms: number): number => offsetMsOfHour(Math.floor(ms / HOUR_MS));

/** Days since 1970: a date without a time zone. */
export const dayNumberOf = remembered(KEPT_DAYS, (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS);
export const dateOf = remembered(KEPT_DAYS, (dayNumber: number) =>
  new Date(dayNumber * DAY_MS).toISOString().slice(0, 10),
);
/** 1 January 1970 was a Thursday. */
const weekdayOfNumber = (dayNumber: number) => weekdays[(((dayNumber + 3) % 7) + 7) % 7] as Weekday;

export function localOf(ms: number): LocalTime {
  const clock = ms + offsetMsAt(ms);
  const dayNumber = Math.floor(clock / DAY_MS);
  return {
    date: dateOf(dayNumber),
    weekday: weekdayOfNumber(dayNumber),
    minute: Math.floor((clock - dayNumber * DAY_MS) / MINUTE_MS),
  };
}

/** When the clock went from one offset to the other, between two moments that are less than a day apart. */
function changeBetween(fromMs: number, untilMs: number): number {
  const before = offsetMsAt(fromMs);
  let early = fromMs;
  let late = untilMs;
  while (late - early > MINUTE_MS) {
    const middle = early + Math.floor((late - early) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetMsAt(middle) === before) early = middle;
    else late = middle;
  }
  return late;
}

/**
 * The moment of a day's minute, in epoch milliseconds. A time that the clock skips is the first moment after the gap; of one
 * that comes twice the first is meant.
 * @param minute 0 to 1440: 1440 is the midnight that ends the day.
 */
export function instantOf(date: string, minute: number): number {
  const clock = dayNumberOf(date) * DAY_MS + minute * MINUTE_MS;
  const before = offsetMsAt(clock - DAY_MS);
  const after = offsetMsAt(clock + DAY_MS);
  if (before === after) return clock - before;
  if (offsetMsAt(clock - before) === before) return clock - before;
  if (offsetMsAt(clock - after) === after) return clock - after;
  return changeBetween(clock - after, clock - before);
}

export const addDaysTo = (date: string, days: number): string => dateOf(dayNumberOf(date) + days);
export const dayAfter = (date: string): string => addDaysTo(date, 1);
export const weekdayOf = (date: string): Weekday => weekdayOfNumber(dayNumberOf(date));
/** How many days lie in `from` to `until`, both counted. */
export const daysIn = (from: string, until: string): number => dayNumberOf(until) - dayNumberOf(from) + 1;

const isDay = (text: string) => !Number.isNaN(dayNumberOf(text)) && dateOf(dayNumberOf(text)) === text;

/** A day that there is. */
export const LocalDate = () =>
  z
    .string()
    .check(z.regex(/^(20|21)\d\d-\d\d-\d\d$/, { abort: true }), z.refine(isDay, { error: 'There is no such day' }));

/** `HH:MM`, and as an end `24:00`. */
export const TimeOfDay = (which: 'start' | 'end' = 'start') =>
  z.string().check(z.regex(which === 'start' ? /^([01]\d|2[0-3]):[0-5]\d$/ : /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/));

export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
