// What an operator sets while the caller waits: a meeting, lunch, gone for the day. Pure.
import type { Body } from '#web/api/types.ts';
import { isoDay } from '#web/words/dates.ts';

export const absenceChoices = ['meeting', 'lunch', 'busy', 'goneForTheDay'] as const;
export type AbsenceChoice = (typeof absenceChoices)[number];

const MINUTE_MS = 60_000;
const FIVE_MS = 5 * MINUTE_MS;
const lengths: Readonly<Record<Exclude<AbsenceChoice, 'goneForTheDay'>, number>> = {
  meeting: 60 * MINUTE_MS,
  lunch: 60 * MINUTE_MS,
  busy: 30 * MINUTE_MS,
};

/** Midnight in Stockholm: the first quarter that is of another day there. Each of its shifts is by whole hours. */
function midnightAfter(nowMs: number): number {
  const quarterMs = 15 * MINUTE_MS;
  let at = Math.ceil((nowMs + 1) / quarterMs) * quarterMs;
  while (isoDay(at) === isoDay(nowMs)) at += quarterMs;
  return at;
}

export function absenceOf(choice: AbsenceChoice, nowMs: number): Body<'setAbsence'> & { until: string } {
  const untilMs =
    choice === 'goneForTheDay' ? midnightAfter(nowMs) : Math.ceil((nowMs + lengths[choice]) / FIVE_MS) * FIVE_MS;
  return { reason: choice, until: new Date(untilMs).toISOString() };
}
