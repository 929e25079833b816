// Swedish public holidays and the eves before them, from a kept library, for the years that it was asked for.
import { holidayDays } from '#calendar/holiday-days.ts';
import type { Language } from '#shared/fields.ts';

export type DayKind = 'holiday' | 'eve';

interface Kept {
  names: Record<string, [kind: DayKind, sv: string, en: string]>;
  /** Month, day and the letter of the name: of each year the same, and for each year the others. */
  each: string;
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

function parse({ names, each, years }: Kept): Map<string, Day> {
  const parsed = new Map<string, Day>();
  const add = (date: string, [kind, sv, en]: [DayKind, string, string]) => {
    const other = parsed.get(date);
    // Two on one date: both names, the holiday's first, and it says what kind of day it is.
    const [first, second] = other && kind === 'holiday' ? [{ kind, sv, en }, other] : [other, { kind, sv, en }];
    parsed.set(date, first ? joined(first, second) : { kind, sv, en });
  };
  for (const [year, own] of Object.entries(years)) {
    const entries = each + own;
    for (let at = 0; at < entries.length; at += ENTRY_LENGTH) {
      const name = names[entries.slice(at + 4, at + ENTRY_LENGTH)];
      if (name) add(`${year}-${entries.slice(at, at + 2)}-${entries.slice(at + 2, at + 4)}`, name);
    }
  }
  return parsed;
}

const joined = (first: Day, second: Day): Day => ({
  kind: first.kind,
  sv: `${first.sv}, ${second.sv}`,
  en: `${first.en}, ${second.en}`,
});

/** @returns undefined for an ordinary day, and for one beyond the years that are kept. */
export const dayKind = (date: string): DayKind | undefined => kept().get(date)?.kind;

export const dayName = (date: string, language: Language): string | undefined => kept().get(date)?.[language];

/** The years whose holidays are known, both counted. */
export function keptYears(): { first: number; last: number } {
  const years = [...kept().keys()].map((date) => Number(date.slice(0, 4)));
  return { first: Math.min(...years), last: Math.max(...years) };
}
