// What becomes of a person's list of absences: one is set, one is ended, those that are over leave it and are forgotten.
import { dayAfter, instantOf } from '#calendar/local-time.ts';
import { windowOn } from '#calendar/when.ts';
import { endsAt } from '#calendar/when-holds.ts';
import type { Absence, GivenAbsence } from '#staff/absence.ts';
import { awayAt } from '#staff/availability.ts';

const KEPT_AFTER_MS = 7 * 24 * 60 * 60 * 1000;

/** When it is over for good. Of a recurring one the end of its last day; without one it goes on. */
function overAtMs(absence: Absence): number {
  if (absence.recurring === null) return absence.untilMs;
  const { until } = absence.recurring;
  if (until === undefined) return Number.POSITIVE_INFINITY;
  return windowOn(absence.recurring, until)?.untilMs ?? instantOf(dayAfter(until), 0);
}

const hasEnded = (absence: Absence, nowMs: number): boolean => overAtMs(absence) <= nowMs;

/** What has ended is not shown, is left out at the next write, and is forgotten after seven days. */
export const notEnded = (absences: readonly Absence[], nowMs: number): Absence[] =>
  absences.filter((one) => !hasEnded(one, nowMs));

/** When the next of a list is to be forgotten, in epoch milliseconds. @returns undefined for a list without an end. */
export function forgetNextAtMs(absences: readonly Absence[]): number | undefined {
  const next = Math.min(...absences.map(overAtMs)) + KEPT_AFTER_MS;
  return Number.isFinite(next) ? next : undefined;
}

/** @returns undefined where there is nothing to forget yet. */
export function withoutForgotten(absences: readonly Absence[], nowMs: number): Absence[] | undefined {
  const left = notEnded(absences, nowMs - KEPT_AFTER_MS);
  return left.length < absences.length ? left : undefined;
}

/** One that was planned gives way; of what goes on after the new one the rest stands. */
function givesWay(older: Absence, { fromMs, untilMs }: GivenAbsence): Absence[] {
  if (older.recurring !== null || older.untilMs <= fromMs || older.fromMs >= untilMs) return [older];
  if (older.fromMs < fromMs) return [{ ...older, untilMs: fromMs }];
  return older.fromMs > fromMs && older.untilMs > untilMs ? [older] : [];
}

/**
 * The last word counts: what was under way ends where the new one begins, and what lies within it is gone. What begins
 * while it lasts and goes on for longer takes over from it; what recurs goes on recurring.
 */
export const withAbsence = (absences: readonly Absence[], set: GivenAbsence, nowMs: number): Absence[] => [
  ...notEnded(
    absences.flatMap((older) => givesWay(older, set)),
    nowMs,
  ),
  set,
];

const ended = (absence: Absence, nowMs: number): Absence[] =>
  absence.recurring === null ? [] : [{ ...absence, backUntilMs: endsAt(absence.recurring, nowMs) ?? null }];

/** Somebody is back: all that hold now are over, of a recurring one this occurrence. @returns undefined where none does. */
export function withoutThoseNow(absences: readonly Absence[], nowMs: number): Absence[] | undefined {
  if (!awayAt({ absences }, nowMs)) return undefined;
  return notEnded(absences, nowMs).flatMap((one) => (awayAt({ absences: [one] }, nowMs) ? ended(one, nowMs) : [one]));
}
