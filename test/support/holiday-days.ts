// Takes Swedish holidays and their eves out of the library date-holidays, which has far more, and weighs as much.
// `npm run holidays` writes the file; a test holds it equal to what the installed library gives.
import { writeFileSync } from 'node:fs';
import Holidays from 'date-holidays';

export const FIRST_YEAR = 2024;
export const LAST_YEAR = 2060;

/** The library calls them optional, bank or observance: what people mean by an eve is these. By their Swedish names there. */
export const eves: readonly string[] = [
  'trettondagsafton',
  'skärtorsdagen',
  'påskafton',
  'valborgsmässoafton',
  'pingstafton',
  'midsommarafton',
  'allhelgonaafton',
  'julafton',
  'nyårsafton',
];

/** Where the library's word would be misunderstood: Halloween is another day. */
const inEnglish: Readonly<Record<string, string>> = {
  allhelgonaafton: "All Saints' Eve",
  skärtorsdagen: 'Maundy Thursday',
};

export interface NamedDay {
  date: string;
  kind: 'holiday' | 'eve';
  sv: string;
  en: string;
}

/** In order; on one date a holiday before an eve. */
export function namedDays(): NamedDay[] {
  const library = new Holidays('SE', { languages: ['sv', 'en'] });
  const years = Array.from({ length: LAST_YEAR - FIRST_YEAR + 1 }, (_, n) => FIRST_YEAR + n);
  return years
    .flatMap((year) => {
      const english = library.getHolidays(year, 'en');
      return library.getHolidays(year, 'sv').flatMap(({ date, name, type, rule }): NamedDay[] => {
        const kind = type === 'public' ? 'holiday' : eves.includes(name) ? 'eve' : undefined;
        const en = inEnglish[name] ?? english.find((one) => one.rule === rule)?.name;
        if (kind && !en) throw new Error(`${name} has no English name`);
        return kind && en ? [{ date: date.slice(0, 10), kind, sv: name, en }] : [];
      });
    })
    .toSorted((a, b) => a.date.localeCompare(b.date) || b.kind.localeCompare(a.kind));
}

/**
 * Small, for it ships: `names` by one letter each; `each` what every year has on the same date, and `years` the rest, as month,
 * day and letter.
 */
export function holidayDays(): string {
  const days = namedDays();
  const names = new Map<string, [letter: string, kind: string, sv: string, en: string]>();
  for (const { kind, sv, en } of days)
    if (!names.has(sv)) names.set(sv, [String.fromCharCode(97 + names.size), kind, sv, en]);
  const entryOf = ({ date, sv }: NamedDay) => `${date.slice(5, 7)}${date.slice(8, 10)}${names.get(sv)?.[0]}`;
  const byEntry = Map.groupBy(days, entryOf);
  const isOfEach = (entry: string) => byEntry.get(entry)?.length === LAST_YEAR - FIRST_YEAR + 1;
  const byYear = Map.groupBy(days, ({ date }) => date.slice(0, 4));
  const json = JSON.stringify({
    names: Object.fromEntries([...names.values()].map(([letter, ...name]) => [letter, name])),
    each: [...byEntry.keys()].filter(isOfEach).join(''),
    years: Object.fromEntries(
      [...byYear].map(([year, of]) => [
        year,
        of
          .map(entryOf)
          .filter((entry) => !isOfEach(entry))
          .join(''),
      ]),
    ),
  });
  const quoted = json.replaceAll('\\', '\\\\').replaceAll("'", "\\'");
  return `// Written by \`npm run holidays\` from date-holidays (CC BY 3.0, see NOTICE): Swedish holidays and their eves, as JSON.\nexport const holidayDays =\n  '${quoted}';\n`;
}

export const holidayDaysFile = new URL('../../functions/calendar/holiday-days.ts', import.meta.url);

if (import.meta.main) writeFileSync(holidayDaysFile, holidayDays());
