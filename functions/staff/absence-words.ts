// What a caller is told of somebody who is away, in Swedish and in English.
import { dayAfter, instantOf, localOf, type Weekday } from '#calendar/local-time.ts';
import type { Language } from '#shared/fields.ts';
import type { AbsenceReason } from '#staff/absence.ts';
import type { Away } from '#staff/availability.ts';

const reasonWords: Record<Language, Record<AbsenceReason, string>> = {
  sv: {
    goneForTheDay: 'har gått för dagen',
    lunch: 'är på lunch',
    meeting: 'sitter i möte',
    busy: 'är upptagen',
    travelling: 'är bortrest',
    course: 'är på kurs',
    holiday: 'har semester',
    off: 'är ledig',
    away: 'är inte på plats',
    other: 'är inte på plats',
  },
  en: {
    goneForTheDay: 'has left for the day',
    lunch: 'is at lunch',
    meeting: 'is in a meeting',
    busy: 'is busy',
    travelling: 'is travelling',
    course: 'is on a course',
    holiday: 'is on holiday',
    off: 'is off work',
    away: 'is not available',
    other: 'is not available',
  },
};

const weekdayWords: Record<Language, Record<Weekday, string>> = {
  sv: { mon: 'måndag', tue: 'tisdag', wed: 'onsdag', thu: 'torsdag', fri: 'fredag', sat: 'lördag', sun: 'söndag' },
  en: {
    mon: 'Monday',
    tue: 'Tuesday',
    wed: 'Wednesday',
    thu: 'Thursday',
    fri: 'Friday',
    sat: 'Saturday',
    sun: 'Sunday',
  },
};

const monthWords: Record<Language, readonly string[]> = {
  sv: 'januari februari mars april maj juni juli augusti september oktober november december'.split(' '),
  en: 'January February March April May June July August September October November December'.split(' '),
};

const joints: Record<Language, { between: string; at: string; on: string }> = {
  sv: { between: '.', at: '', on: '' },
  en: { between: ':', at: 'at ', on: 'on ' },
};

/** `13.00`, `8.00`; in English `at 13:00`. */
const timeWords = (minute: number, language: Language) =>
  `${joints[language].at}${Math.floor(minute / 60)}${joints[language].between}${String(minute % 60).padStart(2, '0')}`;

/**
 * When something is, to follow upon a verb: of today the time alone; of another day its name and date, of another year that
 * too; of a midnight no time. `måndag 30 november 8.00`, `on Monday 30 November at 8:00`.
 */
export function momentWords(ms: number, { language, nowMs }: { language: Language; nowMs: number }): string {
  const { date, weekday, minute } = localOf(ms);
  const today = localOf(nowMs).date;
  const time = timeWords(minute, language);
  if (date === today) return time;
  const [year = '', month, day] = date.split('-');
  const dayWords = `${joints[language].on}${weekdayWords[language][weekday]} ${Number(day)} ${monthWords[language][Number(month) - 1]}`;
  const yearWords = today.startsWith(year) ? '' : ` ${year}`;
  return `${dayWords}${yearWords}${minute === 0 ? '' : ` ${time}`}`;
}

const back: Record<Language, string> = { sv: 'åter', en: 'back' };

/** `Anna Ek är på lunch, åter 13.00.`, and the note to callers after it. */
export function absenceWords(
  { reason, backMs, note }: Away,
  { name, language, nowMs }: { name: string; language: Language; nowMs: number },
): string {
  // Only of tonight's midnight: a holiday that follows at once has an end that callers want to know.
  const isOver = reason === 'goneForTheDay' && backMs === instantOf(dayAfter(localOf(nowMs).date), 0);
  const returns = isOver ? '' : `, ${back[language]} ${momentWords(backMs, { language, nowMs })}`;
  return `${name} ${reasonWords[language][reason]}${returns}.${note === null ? '' : ` ${note}`}`;
}
