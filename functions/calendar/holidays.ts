// Swedish public holidays and the eves before them, from a kept library, for the years that it was asked for.
import { holidayDays } from '#calendar/holiday-days.ts';
import type { Language } from '#shared/fields.ts';

export type DayKind = 'holiday' | 'eve';

interface Kept {
  names: Record<string, [kind: DayKind, sv: string, en: string]>;
  /** For each year its days: month, day and the letter of the name. */
  years: Record<string, string>;
}

interface Day {
  kind: DayKind;
  sv: string;
  en: string;
}

const ENTRY_LENGTH = 5;

let days: ReadonlyMap<string, Day> | undefined;

/** Parsed at the first question: most cold starts ask none. */
function kept(): ReadonlyMap<string, Day> {
  days ??= parse(JSON.parse(holidayDays) as Kept);
  return days;
}

function parse({ names, years }: Kept): Map<string, Day> {
  const parsed = new Map<string, Day>();
  for (const [year, entries] of Object.entries(years))
    for (let at = 0; at < entries.length; at += ENTRY_LENGTH) {
      const date = `${year}-${entries.slice(at, at + 2)}-${entries.slice(at + 2, at + 4)}`;
      const [kind, sv, en] = names[entries.slice(at + 4, at + ENTRY_LENGTH)] as Kept['names'][string];
      const other = parsed.get(date);
      // Two on one date: both names; the holiday, which comes first, says what kind of day it is.
      parsed.set(
        date,
        other ? { kind: other.kind, sv: `${other.sv}, ${sv}`, en: `${other.en}, ${en}` } : { kind, sv, en },
      );
    }
  return parsed;
}

/** @returns undefined for an ordinary day, and for one beyond the years that are kept. */
export const dayKind = (date: string): DayKind | undefined => kept().get(date)?.kind;

export const dayName = (date: string, language: Language): string | undefined => kept().get(date)?.[language];

/** The years whose holidays are known, both counted. */
export function keptYears(): { first: number; last: number } {
  const dates = [...kept().keys()];
  return { first: Number(dates[0]?.slice(0, 4)), last: Number(dates.at(-1)?.slice(0, 4)) };
}
