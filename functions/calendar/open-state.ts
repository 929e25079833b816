// Whether a client is open at a moment, until when or from when, and what says so.
import { type OpenWhy, planOf } from '#calendar/day-plan.ts';
import { addDaysTo, dayAfter, instantOf, localOf, minuteOf } from '#calendar/local-time.ts';
import type { OpeningHours } from '#calendar/opening-hours.ts';
import { HORIZON_DAYS } from '#calendar/when-holds.ts';
import type { Language } from '#shared/fields.ts';

export interface OpenState {
  open: boolean;
  /** Closes then; null while closed, and where it never closes. */
  untilMs: number | null;
  /** Opens then; null while open, and where it does not open within 400 days. */
  fromMs: number | null;
  why: OpenWhy;
}

interface Period {
  fromMs: number;
  untilMs: number;
}

const periodsOn = (hours: OpeningHours, date: string): Period[] =>
  planOf(hours, date, 'sv')
    .spans.map(({ from, until }) => ({
      fromMs: instantOf(date, minuteOf(from)),
      untilMs: instantOf(date, minuteOf(until)),
    }))
    // The night that the clock goes forward has an hour less: a span in it is none.
    .filter(({ fromMs, untilMs }) => untilMs > fromMs);

/** Spans that meet, also at midnight, are one. @returns null where it is open for 400 days. */
function closesAt(hours: OpeningHours, ms: number, today: string): number | null {
  const last = addDaysTo(today, HORIZON_DAYS);
  let end = ms;
  for (let date = today; date <= last; date = dayAfter(date)) {
    for (const { fromMs, untilMs } of periodsOn(hours, date)) if (fromMs <= end && end < untilMs) end = untilMs;
    if (end < instantOf(date, 24 * 60)) return end;
  }
  return null;
}

function opensAt(hours: OpeningHours, ms: number, today: string): number | null {
  const last = addDaysTo(today, HORIZON_DAYS);
  for (let date = today; date <= last; date = dayAfter(date)) {
    const next = periodsOn(hours, date).find(({ fromMs }) => fromMs > ms);
    if (next) return next.fromMs;
  }
  return null;
}

/**
 * @param hours null: always open.
 * @param language of a holiday's name.
 */
export function openStateAt(hours: OpeningHours | null, ms: number, language: Language = 'sv'): OpenState {
  if (!hours) return { open: true, untilMs: null, fromMs: null, why: { source: 'noHours', id: null, name: null } };
  const { date } = localOf(ms);
  const { why } = planOf(hours, date, language);
  const open = periodsOn(hours, date).some(({ fromMs, untilMs }) => fromMs <= ms && ms < untilMs);
  return open
    ? { open, untilMs: closesAt(hours, ms, date), fromMs: null, why }
    : { open, untilMs: null, fromMs: opensAt(hours, ms, date), why };
}
