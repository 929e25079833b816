// When a rule holds, in a line: "mån–fre, 12–13, medan det är stängt, 1 dec – 6 jan".
import type { AnsweringChange } from '#web/client/record-source.ts';
import { spanWords } from '#web/parts/clock-times.ts';
import { dayNames } from '#web/parts/month-days.ts';
import { shortDayWords, weekdays } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

export type Rule = NonNullable<AnsweringChange['rules']>[number];
export type When = Rule['when'];
export type RuleDay = NonNullable<When['days']>[number];

export const ruleDays: readonly RuleDay[] = [...dayNames, 'holiday', 'eve'];

export const dayName = (day: RuleDay, width: 'short' | 'long'): string => {
  if (day === 'holiday' || day === 'eve') return t.client[day];
  return weekdays(language(), width)[dayNames.indexOf(day)] ?? day;
};

/** Days that follow each other are a stretch: "mån–fre", and two are two. */
function daysWords(days: readonly RuleDay[]): string {
  const stretches: RuleDay[][] = [];
  for (const day of ruleDays.filter((one) => days.includes(one))) {
    const last = stretches.at(-1)?.at(-1);
    const follows = last !== undefined && ruleDays.indexOf(day) === ruleDays.indexOf(last) + 1;
    if (follows && day !== 'holiday' && day !== 'eve') stretches.at(-1)?.push(day);
    else stretches.push([day]);
  }
  return stretches
    .flatMap((stretch) => {
      const names = stretch.map((day) => dayName(day, 'short'));
      return stretch.length > 2 ? [`${names[0]}–${names.at(-1)}`] : names;
    })
    .join(', ');
}

const dateWords = (date: string): string => `${shortDayWords(`${date}T12:00:00Z`, language())} ${date.slice(0, 4)}`;

export function whenRuleWords({ days, times, from, until, while: open }: When): string {
  const dates =
    from && until
      ? `${dateWords(from)} – ${dateWords(until)}`
      : from
        ? t.client.sinceDay(dateWords(from))
        : until && t.client.untilDay(dateWords(until));
  const parts = [
    days && daysWords(days),
    times && spanWords([times], language()),
    open && t.client.whileIs[open],
    dates,
  ].filter((part) => part);
  return parts.join(', ') || t.client.neverSaid;
}
