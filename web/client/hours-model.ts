// Opening hours under change: what they begin as, and special days put in and taken out.
import type { AnsweringChange } from '#web/client/record-source.ts';
import type { Span } from '#web/parts/clock-times.ts';
import type { WeekOfSpans } from '#web/parts/hours-editor.tsx';
import { dayNames } from '#web/parts/month-days.ts';

export type Hours = NonNullable<AnsweringChange['hours']>;
export type Season = NonNullable<Hours['seasons']>[number];
export type SpecialDay = NonNullable<Hours['specialDays']>[number];
export type DayRule = NonNullable<Hours['holidays']>;

const workday = (): Span[] => [{ from: '08:00', until: '17:00' }];

export const workWeek = (): WeekOfSpans =>
  Object.fromEntries(dayNames.map((day) => [day, day === 'sat' || day === 'sun' ? [] : workday()])) as WeekOfSpans;

export const newHours = (): Hours => ({
  week: workWeek(),
  holidays: 'closed',
  eves: 'asWeek',
  seasons: [],
  specialDays: [],
});

/** Whoever is always open, and is not on one day, is open at all hours of all others. */
export const allHours = (): Hours => ({
  ...newHours(),
  week: Object.fromEntries(dayNames.map((day) => [day, [{ from: '00:00', until: '24:00' }]])) as WeekOfSpans,
  holidays: 'asWeek',
});

export const specialDayOn = (hours: Hours | null, date: string): SpecialDay | undefined =>
  hours?.specialDays?.find((day) => day.date === date);

/** In the order of the calendar; one of that date is replaced, and keeps its id. */
export function withSpecialDay(hours: Hours, day: SpecialDay): Hours {
  const before = specialDayOn(hours, day.date);
  const others = (hours.specialDays ?? []).filter(({ date }) => date !== day.date);
  const next = before?.id === undefined ? day : { ...day, id: before.id };
  return { ...hours, specialDays: [...others, next].sort((a, b) => (a.date < b.date ? -1 : 1)) };
}

export const withoutSpecialDay = (hours: Hours, date: string): Hours => ({
  ...hours,
  specialDays: (hours.specialDays ?? []).filter((day) => day.date !== date),
});
