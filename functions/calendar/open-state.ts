// Whether a client is open at a moment, until when or from when, and what says so.
import { dayKind, dayName } from '#calendar/holidays.ts';
import { addDaysTo, dayAfter, instantOf, localOf, minuteOf, weekdayOf } from '#calendar/local-time.ts';
import { isInSeason, type OpeningHours, type Span } from '#calendar/opening-hours.ts';
import { HORIZON_DAYS } from '#calendar/when-holds.ts';
import type { Language } from '#shared/fields.ts';

interface OpenWhy {
  source: 'specialDay' | 'holiday' | 'eve' | 'season' | 'week' | 'noHours';
  /** Of the special day or season. */
  id: string | null;
  name: string | null;
}

export interface OpenState {
  open: boolean;
  /** Closes then; null while closed, and where it never closes. */
  untilMs: number | null;
  /** Opens then; null while open, and where it does not open within 400 days. */
  fromMs: number | null;
  why: OpenWhy;
}

interface DayPlan {
  spans: readonly Span[];
  why: OpenWhy;
}

function ordinaryPlanOf(hours: OpeningHours, date: string): DayPlan {
  const season = hours.seasons.find((one) => isInSeason(one, date));
  if (season)
    return { spans: season.week[weekdayOf(date)], why: { source: 'season', id: season.id, name: season.name } };
  return { spans: hours.week[weekdayOf(date)], why: { source: 'week', id: null, name: null } };
}

/** The most specific wins: special day, holiday, eve, season, week. An eve's hours open no day that is closed anyway. */
function planOf(hours: OpeningHours, date: string, language: Language): DayPlan {
  const special = hours.specialDays.find((day) => day.date === date);
  if (special) return { spans: special.spans, why: { source: 'specialDay', id: special.id, name: special.name } };
  const kind = dayKind(date);
  const ordinary = ordinaryPlanOf(hours, date);
  const rule = kind === 'holiday' ? hours.holidays : kind === 'eve' ? hours.eves : 'asWeek';
  if (!kind || rule === 'asWeek' || (kind === 'eve' && ordinary.spans.length === 0)) return ordinary;
  return {
    spans: rule === 'closed' ? [] : rule,
    why: { source: kind, id: null, name: dayName(date, language) ?? null },
  };
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
