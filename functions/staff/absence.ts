// Absence: why somebody is away and until when, so that callers can be told. Never illness, never family leave.
import * as z from 'zod/mini';
import { Instant, InstantOut, Line } from '#shared/fields.ts';
import { type Finding, Problem } from '#shared/problems.ts';
import { lazy } from '#shared/route.ts';

/** "Sick" is health data (C-101/01): what would tell of it is `away`. */
const absenceReasons = [
  'goneForTheDay',
  'lunch',
  'meeting',
  'busy',
  'travelling',
  'course',
  'holiday',
  'off',
  'away',
  'other',
] as const;
const AbsenceReason = () => z.enum(absenceReasons);

/** `other` says in its note what it is. */
export const AbsenceInput = lazy(() =>
  z
    .strictObject({
      reason: AbsenceReason(),
      until: Instant(),
      note: z._default(z.nullable(Line()), null),
    })
    .check(
      z.refine(({ reason, note }) => reason !== 'other' || note !== null, {
        error: 'Say in the note what it is',
        path: ['note'],
      }),
    ),
);
export type Absence = z.output<ReturnType<typeof AbsenceInput>>;

export const AbsenceOut = () =>
  z.object({ reason: AbsenceReason(), until: InstantOut(), note: z.nullable(z.string()) });

/** An absence that has ended is not shown, is left out at the next write, and is forgotten after seven days. */
export const currentAbsence = (absence: Absence | null, nowMs: number): Absence | null =>
  absence && absence.until > nowMs ? absence : null;

const KEPT_AFTER_MS = 7 * 24 * 60 * 60 * 1000;

/** When an absence that nobody has written over is to be forgotten, in epoch milliseconds. */
export const forgetAbsenceAtMs = ({ until }: Absence): number => until + KEPT_AFTER_MS;

/** What is wrong with an absence that is over already. */
export const pastAbsence = (absence: Absence | null | undefined, nowMs: number, pointer: string): Finding[] =>
  absence && absence.until <= nowMs ? [{ pointer: `${pointer}/until`, detail: 'Must lie in the future' }] : [];

/** @throws Problem invalid-request for an absence that is over already. */
export function demandFuture(absence: Absence | null | undefined, nowMs: number, pointer: string): void {
  const errors = pastAbsence(absence, nowMs, pointer);
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
}
