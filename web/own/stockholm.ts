// Days and minutes by the clocks of Stockholm, and the moments they are: for dates and times that somebody fills in.
import { isoDay, type Moment } from '#web/words/dates.ts';

export const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Stockholm',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** How far its clocks are ahead of UTC. */
function aheadMs(ms: number): number {
  const shown = Date.parse(`${clock.format(ms).replace(' ', 'T')}Z`);
  return shown - Math.floor(ms / 1000) * 1000;
}

export const dayAfter = (day: string, days = 1): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

/** Monday is 1, Sunday 7. */
export const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;

/** "13.05" and "13:05" are the same minute. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(/[.:]/).map(Number);
  return hours * 60 + minutes;
}

/** A time that the clocks skip is the one an hour later; of one that comes twice the first is meant. */
export function momentOf(day: string, minute: number): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + minute * MINUTE_MS;
  const asBefore = asUtc - aheadMs(asUtc - DAY_MS);
  const asAfter = asUtc - aheadMs(asUtc + DAY_MS);
  return aheadMs(asBefore) !== asUtc - asBefore && aheadMs(asAfter) === asUtc - asAfter ? asAfter : asBefore;
}

/** "13:05", for a field of time. */
export const timeOf = (moment: Moment): string => clock.format(new Date(moment)).slice(11, 16);

export const roundedUp = (ms: number, minutes: number): number =>
  Math.ceil(ms / (minutes * MINUTE_MS)) * minutes * MINUTE_MS;

export const today = (nowMs: number): string => isoDay(nowMs);
