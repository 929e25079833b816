// Every minute of some years as Stockholm's clocks show it, by Temporal: what the calendar is held against.
import { Temporal } from 'temporal-polyfill';

const ZONE = 'Europe/Stockholm';
const MINUTE_MS = 60_000;
const ORDINARY_DAY = 24 * 60;
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export interface Day {
  date: string;
  weekday: string;
  /** Place of its first minute. */
  first: number;
  /** What the clock shows at each of its minutes: 1380, 1440 or 1500 of them. */
  clock: readonly number[];
}

export interface Minutes {
  firstMs: number;
  count: number;
  days: readonly Day[];
  /** Which day each minute belongs to. */
  dayAt: Uint16Array;
  msAt(place: number): number;
}

const ordinary = Array.from({ length: ORDINARY_DAY }, (_, minute) => minute);

/** Asked minute by minute on the two days of the year that are not ordinary. */
function clockOf(day: Temporal.PlainDate): readonly number[] {
  const start = day.toZonedDateTime(ZONE);
  const length = start.hoursInDay * 60;
  if (length === ORDINARY_DAY) return ordinary;
  return Array.from({ length }, (_, minute) => {
    const { hour, minute: shown } = start.add({ minutes: minute });
    return hour * 60 + shown;
  });
}

/** @param from first day, and `until` the day after the last. */
export function minutesOfDays(from: string, until: string): Minutes {
  const days: Day[] = [];
  let count = 0;
  for (let day = Temporal.PlainDate.from(from); day.toString() < until; day = day.add({ days: 1 })) {
    const clock = clockOf(day);
    days.push({ date: day.toString(), weekday: weekdays[day.dayOfWeek - 1] ?? '', first: count, clock });
    count += clock.length;
  }
  const dayAt = new Uint16Array(count);
  for (const [index, { first, clock }] of days.entries()) dayAt.fill(index, first, first + clock.length);
  const firstMs = Temporal.PlainDate.from(from).toZonedDateTime(ZONE).epochMilliseconds;
  return { firstMs, count, days, dayAt, msAt: (place) => firstMs + place * MINUTE_MS };
}

/** Where a day's minute is: the first moment of a minute that comes twice, the first after a gap; 1440 the day's end. */
export function placeOf({ first, clock }: Day, minute: number): number {
  const at = clock.findIndex((shown) => shown >= minute);
  return first + (at === -1 ? clock.length : at);
}

/** Of a row of yes and no: from each place on, the next place where it is the other; its length where it stays. */
export function nextChanges(holds: Uint8Array): Uint32Array {
  const next = new Uint32Array(holds.length);
  for (let place = holds.length - 1; place >= 0; place--)
    next[place] = holds[place] === holds[place + 1] ? (next[place + 1] as number) : place + 1;
  return next;
}
