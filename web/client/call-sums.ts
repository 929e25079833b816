// Sums of the calls that became no message: by day, by number, and of all.
import type { Reply } from '#web/api/types.ts';

export const outcomes = ['connected', 'wrongNumber', 'salesCall', 'hungUp'] as const;
export type Outcomes = Record<(typeof outcomes)[number], number>;
type Counted = Reply<'listCalls'>['days'][number];

export interface SumRow {
  /** A date, or a line's name; null: nobody said which number. */
  of: string | null;
  counts: Outcomes;
  total: number;
}

const zero = (): Outcomes => ({ connected: 0, wrongNumber: 0, salesCall: 0, hungUp: 0 });

export function sumOf(counted: readonly Outcomes[]): { counts: Outcomes; total: number } {
  const counts = zero();
  for (const one of counted) for (const outcome of outcomes) counts[outcome] += one[outcome];
  return { counts, total: outcomes.reduce((sum, outcome) => sum + counts[outcome], 0) };
}

export function sumsBy(counted: readonly Counted[], key: (one: Counted) => string | null): SumRow[] {
  const groups = new Map<string | null, Counted[]>();
  for (const one of counted) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups].map(([of, group]) => ({ of, ...sumOf(group) }));
}
