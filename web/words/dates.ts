// Days and times as people say them, always in Stockholm, whatever the clock of the computer is set to.
import type { Language } from '#web/words/words-shape.ts';

const timeZone = 'Europe/Stockholm';
const locales: Record<Language, string> = { sv: 'sv-SE', en: 'en-GB' };

const made = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${name}`;
  const known = made.get(key) ?? new Intl.DateTimeFormat(locales[language], { timeZone, ...options });
  made.set(key, known);
  return known;
}

export type Moment = number | string | Date;
const at = (moment: Moment): Date => (moment instanceof Date ? moment : new Date(moment));

/** Swedish abbreviations end in a full stop in CLDR ("nov."): on a screen it only disturbs. */
const bare = (text: string): string => text.replaceAll('.', '');
/** "10.42" in Swedish, "10:42" in English. */
const spoken = (language: Language, text: string): string => (language === 'sv' ? text.replaceAll(':', '.') : text);

/** "23 maj 2027" */
export const dayWords = (moment: Moment, language: Language): string =>
  format(language, 'day', { day: 'numeric', month: 'long', year: 'numeric' }).format(at(moment));

/** "28 nov" */
export const shortDayWords = (moment: Moment, language: Language): string =>
  bare(format(language, 'short', { day: 'numeric', month: 'short' }).format(at(moment)));

/** "torsdag" */
export const weekdayWords = (moment: Moment, language: Language): string =>
  format(language, 'weekday', { weekday: 'long' }).format(at(moment));

/** "november 2026" */
export const monthWords = (moment: Moment, language: Language): string =>
  format(language, 'month', { month: 'long', year: 'numeric' }).format(at(moment));

/** "10.42" */
export const clockWords = (moment: Moment, language: Language): string =>
  spoken(
    language,
    format(language, 'clock', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at(moment)),
  );

/** "10.42.07" */
export const secondWords = (moment: Moment, language: Language): string =>
  spoken(
    language,
    format(language, 'second', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).format(
      at(moment),
    ),
  );

/** "2026-11-28" in Stockholm: to compare days, and for `<time>` and date fields. */
export const isoDay = (moment: Moment): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at(moment));

/** As short as it stays clear: "10.42" today, "28 nov 10.42" this year, "28 nov 2025" before. */
export function whenWords(moment: Moment, nowMs: number, language: Language): string {
  const day = isoDay(moment);
  const today = isoDay(nowMs);
  if (day === today) return clockWords(moment, language);
  if (day.slice(0, 4) === today.slice(0, 4))
    return `${shortDayWords(moment, language)} ${clockWords(moment, language)}`;
  return `${shortDayWords(moment, language)} ${day.slice(0, 4)}`;
}

/** The names of the days, Monday first. */
export const weekdays = (language: Language, width: 'short' | 'long'): string[] =>
  [5, 6, 7, 8, 9, 10, 11].map((day) =>
    bare(format(language, `weekday ${width}`, { weekday: width }).format(new Date(Date.UTC(2026, 0, day, 12)))),
  );

/** "januari" to "december" */
export const monthNames = (language: Language): string[] =>
  Array.from({ length: 12 }, (_, month) =>
    format(language, 'month alone', { month: 'long' }).format(new Date(Date.UTC(2026, month, 15, 12))),
  );

const MINUTE = 60_000;

interface AgeWords {
  readonly minutes: (count: number) => string;
  readonly hours: (count: number) => string;
  readonly days: (count: number) => string;
  readonly lessThanMinute: string;
}

/** "12 minuter", "3 timmar", "2 dagar", rounded down. */
export function ageWords(ageMs: number, words: AgeWords): string {
  const minutes = Math.floor(ageMs / MINUTE);
  if (minutes < 1) return words.lessThanMinute;
  if (minutes < 60) return words.minutes(minutes);
  if (minutes < 48 * 60) return words.hours(Math.floor(minutes / 60));
  return words.days(Math.floor(minutes / (24 * 60)));
}
