// Quiet hours: whether a moment lies in them, and when they end. Times are those of Europe/Stockholm.
import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { set } from 'date-fns/set';
import { TIME_ZONE } from '#shared/retention.ts';

export interface QuietHours {
  /** `HH:MM`; an `until` before `from` lies on the next day. */
  from: string;
  until: string;
}

const HOUR_MS = 60 * 60 * 1000;

const minuteOfDay = (ms: number) => {
  const local = new TZDate(ms, TIME_ZONE);
  return local.getHours() * 60 + local.getMinutes();
};

const minutesOf = (time: string) => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
};

/**
 * When the quiet hours that `nowMs` lies in end, in epoch milliseconds; undefined outside of them. The hours end by the
 * wall clock: a night with a clock change is an hour shorter or longer.
 */
export function quietUntilMs(nowMs: number, { from, until }: QuietHours): number | undefined {
  const now = new TZDate(nowMs, TIME_ZONE);
  const minute = minuteOfDay(nowMs);
  const start = minutesOf(from);
  const end = minutesOf(until);
  const overnight = end <= start;
  const inside = overnight ? minute >= start || minute < end : minute >= start && minute < end;
  if (!inside) return undefined;
  const day = overnight && minute >= start ? addDays(now, 1) : now;
  const ends = set(day, { hours: Math.floor(end / 60), minutes: end % 60, seconds: 0, milliseconds: 0 }).getTime();
  // A minute that comes twice in October is found at either place, by the time zone of the machine: the next one is meant.
  const places = [ends - HOUR_MS, ends, ends + HOUR_MS];
  return places.find((place) => place > nowMs && minuteOfDay(place) === end) ?? ends;
}
