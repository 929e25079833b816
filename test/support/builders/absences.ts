// Absences as they are kept, and moments by the clocks of Stockholm.
import { instantOf, minuteOf } from '#calendar/local-time.ts';
import type { GivenAbsence, RecurringAbsence } from '#staff/absence.ts';

/** `2026-11-23T12:30`, in epoch milliseconds. */
export const stockholm = (local: string): number => instantOf(local.slice(0, 10), minuteOf(local.slice(11)));

const about = { id: 'abs_1', reason: 'away', note: null, operatorNote: null, calls: 'closed', colleagues: [] } as const;

/** Monday 23 November 2026, eight until five. */
export const aGivenAbsence = (changes: Partial<GivenAbsence> = {}): GivenAbsence => ({
  ...about,
  colleagues: [],
  recurring: null,
  fromMs: stockholm('2026-11-23T08:00'),
  untilMs: stockholm('2026-11-23T17:00'),
  ...changes,
});

/** Every Friday. */
export const aRecurringAbsence = (changes: Partial<RecurringAbsence> = {}): RecurringAbsence => ({
  ...about,
  colleagues: [],
  recurring: { days: ['fri'] },
  backUntilMs: null,
  ...changes,
});
