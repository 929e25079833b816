// What a day of the calendar says: in its square, in the list of days that differ, and to whoever hears it.

import { same } from '#web/api/merge-changes.ts';
import type { Reply } from '#web/api/types.ts';
import type { Hours } from '#web/client/hours-model.ts';
import { spanWords } from '#web/parts/clock-times.ts';
import type { DayShown } from '#web/parts/month.tsx';
import { dayNames, weekdayOf } from '#web/parts/month-days.ts';
import { shortDayWords, weekdayWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

export type Day = Reply<'previewAnsweringDays'>['days'][number];

/** Noon: on no day of the year another date in Stockholm. */
const noon = (date: string): string => `${date}T12:00:00Z`;

/** "torsdag 24 dec" */
export const dateWords = (date: string): string =>
  `${weekdayWords(noon(date), language())} ${shortDayWords(noon(date), language())}`;

const isAllDay = ({ spans }: Pick<Day, 'spans'>): boolean =>
  spans.length === 1 && spans[0]?.from === '00:00' && spans[0].until === '24:00';

export const hoursWords = (day: Pick<Day, 'spans'>): string => {
  if (day.spans.length === 0) return t.parts.closedDay;
  return isAllDay(day) ? t.client.allDay : spanWords(day.spans, language());
};

/** "Julafton", or what people call their own day. */
export function nameOfDay(day: Day): string | null {
  const name = day.why.name ?? day.name?.[language()];
  return name === undefined ? null : name.charAt(0).toLocaleUpperCase(language()) + name.slice(1);
}

/** Another time than that weekday has in the ordinary week. */
export const differs = (day: Day, hours: Hours | null): boolean => {
  const name = dayNames[weekdayOf(day.date)];
  return hours !== null && name !== undefined && !same(day.spans, hours.week[name]);
};

export function dayShown(day: Day, hours: Hours | null): DayShown {
  const isOther = differs(day, hours);
  const words = hoursWords(day);
  const called = nameOfDay(day);
  const label = [dateWords(day.date), called, words, isOther ? t.client.because[day.why.source] : undefined];
  return {
    kind: day.spans.length === 0 ? 'closed' : isOther ? 'other' : 'usual',
    text: words,
    name: called,
    label: label.filter((part) => part).join(', '),
  };
}
