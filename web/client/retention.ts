// How long messages are kept, as choices: shorter is for the client to say, longer for the service.
import type { Client } from '#web/api/types.ts';

export type Retention = Client['retention'];

/** Only to put them in order: 28 to 31 days are a month. */
const daysAbout = (retention: Retention): number => ('months' in retention ? retention.months * 30.5 : retention.days);

export const isShorter = (one: Retention, other: Retention): boolean => daysAbout(one) < daysAbout(other);

export const codeOf = (retention: Retention): string =>
  'months' in retention ? `${retention.months}m` : `${retention.days}d`;

export const retentionOf = (code: string): Retention =>
  code.endsWith('m') ? { months: Number.parseInt(code, 10) } : { days: Number.parseInt(code, 10) };

/** The longest first; what is kept now is among them, whatever it is. */
export function choices(now: Retention, longest: Retention): Retention[] {
  const usual: Retention[] = [
    ...[6, 5, 4, 3, 2, 1].map((months) => ({ months })),
    ...[14, 7].map((days) => ({ days })),
  ];
  const all = usual.some((one) => codeOf(one) === codeOf(now)) ? usual : [...usual, now];
  return all.filter((one) => !isShorter(longest, one)).sort((a, b) => daysAbout(b) - daysAbout(a));
}
