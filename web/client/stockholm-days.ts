// Days of Stockholm as moments: the end of a day, and the day that a moment ends.
import { isoDay } from '#web/words/dates.ts';

const offsets = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Stockholm', timeZoneName: 'longOffset' });

/** "+01:00", at the evening of that day: the clock changes at night. */
const offsetOn = (date: string): string =>
  /[+-]\d\d:\d\d/.exec(offsets.format(new Date(`${date}T20:00:00Z`)))?.[0] ?? '+01:00';

/** RFC 3339: the last minute of the day. */
export const endOfDay = (date: string): string => `${date}T23:59:00${offsetOn(date)}`;

/** The date that ends something: the day of its last moment. */
export const lastDayOf = (until: string): string => isoDay(Date.parse(until) - 1);
