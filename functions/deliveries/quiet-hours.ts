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
  const minute = now.getHours() * 60 + now.getMinutes();
  const start = minutesOf(from);
  const end = minutesOf(until);
  const overnight = end <= start;
  const inside = overnight ? minute >= start || minute < end : minute >= start && minute < end;
  if (!inside) return undefined;
  const day = overnight && minute >= start ? addDays(now, 1) : now;
  const ends = set(day, { hours: Math.floor(end / 60), minutes: end % 60, seconds: 0, milliseconds: 0 }).getTime();
  // The hour that comes twice in October can put the wall-clock end behind us: it is then the second one.
  return ends > nowMs ? ends : ends + 60 * 60 * 1000;
}
