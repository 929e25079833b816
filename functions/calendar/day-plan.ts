// When a client is open on one day, and what says so.
import { dayKind, dayName } from '#calendar/holidays.ts';
import { weekdayOf } from '#calendar/local-time.ts';
import { isInSeason, type OpeningHours, type Span } from '#calendar/opening-hours.ts';
import type { Language } from '#shared/fields.ts';

export interface OpenWhy {
  source: 'specialDay' | 'holiday' | 'eve' | 'season' | 'week' | 'noHours';
  /** Of the special day or season. */
  id: string | null;
  name: string | null;
}

type Draft<T extends { id: string }> = Omit<T, 'id'> & { id?: string | undefined };

/** As they are kept, or as somebody thinks of them: what is new has no id yet. */
export interface Hours extends Omit<OpeningHours, 'seasons' | 'specialDays'> {
  readonly seasons: readonly Draft<OpeningHours['seasons'][number]>[];
  readonly specialDays: readonly Draft<OpeningHours['specialDays'][number]>[];
}

interface DayPlan {
  spans: readonly Span[];
  why: OpenWhy;
}

function ordinaryPlanOf(hours: Hours, date: string): DayPlan {
  const season = hours.seasons.find((one) => isInSeason(one, date));
  if (season)
    return { spans: season.week[weekdayOf(date)], why: { source: 'season', id: season.id ?? null, name: season.name } };
  return { spans: hours.week[weekdayOf(date)], why: { source: 'week', id: null, name: null } };
}

/** The most specific wins: special day, holiday, eve, season, week. An eve's hours open no day that is closed anyway. */
export function planOf(hours: Hours, date: string, language: Language): DayPlan {
  const special = hours.specialDays.find((day) => day.date === date);
  if (special)
    return { spans: special.spans, why: { source: 'specialDay', id: special.id ?? null, name: special.name } };
  const kind = dayKind(date);
  const ordinary = ordinaryPlanOf(hours, date);
  const rule = kind === 'holiday' ? hours.holidays : kind === 'eve' ? hours.eves : 'asWeek';
  if (!kind || rule === 'asWeek' || (kind === 'eve' && ordinary.spans.length === 0)) return ordinary;
  return {
    spans: rule === 'closed' ? [] : rule,
    why: { source: kind, id: null, name: dayName(date, language) ?? null },
  };
}
