// A rule of time in words: "mån–fre 12.00–13.00, från 1 dec 2026".
import type { When } from '#web/staff/staff-value.ts';
import { dayWords, weekdays } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

export const dayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun', 'holiday', 'eve'] as const;
export type DayName = (typeof dayNames)[number];

export const dayLabels = (): string[] => [...weekdays(language(), 'short'), t.staff.holiday, t.staff.eve];

/** Days that follow each other are one span from three on: "mån–fre, sön". */
function daysWords(days: readonly DayName[]): string {
  const labels = dayLabels();
  const runs: number[][] = [];
  for (const at of dayNames.map((_, index) => index).filter((index) => days.includes(dayNames[index] as DayName))) {
    const run = runs.at(-1);
    if (run && at < 7 && run.at(-1) === at - 1) run.push(at);
    else runs.push([at]);
  }
  return runs
    .map((run) => {
      const names = run.map((at) => labels[at] ?? '');
      return run.length > 2 ? `${names[0]}–${names.at(-1)}` : names.join(', ');
    })
    .join(', ');
}

export const timeWords = (time: string): string => (language() === 'sv' ? time.replace(':', '.') : time);

const noon = (date: string): string => `${date}T12:00:00Z`;

export function whenRuleWords({ days, times, from, until, while: hours }: When): string {
  const said = [
    days && daysWords(days),
    times && `${timeWords(times.from)}–${timeWords(times.until)}`,
    from && t.staff.fromDay(dayWords(noon(from), language())),
    until && t.staff.untilDay(dayWords(noon(until), language())),
    hours && (hours === 'open' ? t.staff.whenOpen : t.staff.whenClosed),
  ].filter(Boolean);
  return said.length === 0 ? t.staff.always : said.join(' ');
}
