// Absences in words: what holds now, when somebody is back, and a line for each that is planned or recurs.
import type { Reason } from '#web/own/absence-presets.ts';
import { dayAfter, today } from '#web/own/stockholm.ts';
import { clockWords, isoDay, type Moment, shortDayWords, weekdays, weekdayWords } from '#web/words/dates.ts';
import type { Language, Words } from '#web/words/words-shape.ts';

interface Spoken {
  readonly words: Words['own'] & Pick<Words['parts'], 'reasons'>;
  readonly language: Language;
  readonly nowMs: number;
}

const isMidnight = (moment: Moment): boolean => clockWords(moment, 'en') === '00:00';

/** "13.00", "i morgon 08.00", "måndag 30 nov 08.00"; of a midnight the day alone. */
export function momentWords(moment: Moment, { words, language, nowMs }: Spoken): string {
  const day = isoDay(moment);
  const clock = clockWords(moment, language);
  if (day === today(nowMs)) return clock;
  if (day === dayAfter(today(nowMs)) && !isMidnight(moment)) return words.tomorrow(clock);
  const dayWords = `${weekdayWords(moment, language)} ${shortDayWords(moment, language)}`;
  return isMidnight(moment) ? dayWords : `${dayWords} ${clock}`;
}

/** "i morgon", "måndag" */
export const nextDayWords = (moment: Moment, { words, language, nowMs }: Spoken): string =>
  isoDay(moment) === dayAfter(today(nowMs)) ? words.tomorrow('').trim() : weekdayWords(moment, language);

interface Occurrence {
  readonly reason: Reason;
  readonly back: string;
}

/** "Lunch, åter 13.00"; whoever has left for the day is not said to be back at midnight. */
export function stateWords(absence: Occurrence | null, spoken: Spoken): string {
  const { words, nowMs } = spoken;
  if (!absence) return words.in;
  const reason = words.reasons[absence.reason];
  const isForToday =
    absence.reason === 'goneForTheDay' && isMidnight(absence.back) && isoDay(absence.back) === dayAfter(today(nowMs));
  return isForToday ? reason : words.awayUntil(reason, momentWords(absence.back, spoken));
}

export interface ListedAbsence {
  readonly reason: Reason;
  readonly note: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly recurring: {
    readonly from?: string;
    readonly until?: string;
    readonly days?: readonly string[];
    readonly times?: { readonly from: string; readonly until: string };
  } | null;
}

export const weekdayKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** "mån–fre", "mån, ons": three in a row or more are a range. */
function daysWords(days: readonly string[], { words, language }: Spoken): string {
  const names = weekdays(language, 'short');
  const chosen = weekdayKeys.map((key) => days.includes(key));
  const parts: string[] = [];
  for (let start = 0; start < chosen.length; start += 1) {
    if (!chosen[start]) continue;
    let end = start;
    while (chosen[end + 1]) end += 1;
    if (end - start >= 2) parts.push(`${names[start]}–${names[end]}`);
    else parts.push(...names.slice(start, end + 1));
    start = end;
  }
  if (days.includes('holiday')) parts.push(words.holidays);
  if (days.includes('eve')) parts.push(words.eves);
  return parts.join(', ');
}

const clockText = (time: string, language: Language): string => (language === 'sv' ? time.replace(':', '.') : time);

function recurringWords(rule: NonNullable<ListedAbsence['recurring']>, spoken: Spoken): string {
  const { words, language } = spoken;
  const noon = (day: string) => shortDayWords(`${day}T12:00:00Z`, language);
  return [
    rule.days && daysWords(rule.days, spoken),
    rule.times && `${clockText(rule.times.from, language)}–${clockText(rule.times.until, language)}`,
    rule.from && words.fromDate(noon(rule.from)),
    rule.until && words.untilDate(noon(rule.until)),
  ]
    .filter(Boolean)
    .join(' ');
}

/** When one of the list is, without its reason. */
export function whenAway({ from, until, recurring }: ListedAbsence, spoken: Spoken): string {
  if (recurring) return recurringWords(recurring, spoken);
  if (from === null || until === null) return '';
  const lastDayMs = Date.parse(until) - 1;
  if (isMidnight(from) && isMidnight(until)) {
    const first = shortDayWords(from, spoken.language);
    return isoDay(from) === isoDay(lastDayMs) ? first : `${first} – ${shortDayWords(lastDayMs, spoken.language)}`;
  }
  const sameDay = isoDay(from) === isoDay(until);
  return `${momentWords(from, spoken)} – ${sameDay ? clockWords(until, spoken.language) : momentWords(until, spoken)}`;
}
