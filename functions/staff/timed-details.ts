// Absences and answer notes of a body: what is wrong with them, and as they are kept, with their ids.

import type { When } from '#calendar/when.ts';
import { endsAt, holdsAt, startsAt } from '#calendar/when-holds.ts';
import type { App } from '#shared/app.ts';
import type { Finding } from '#shared/problems.ts';
import type { Absence, AbsenceInput } from '#staff/absence.ts';
import { notEnded } from '#staff/absence-list.ts';
import { type AnswerNote, type AnswerNoteInput, tiedNotes } from '#staff/answer-notes.ts';
import type { StaffDetails, StaffPatch } from '#staff/schema.ts';

export type TimedDetails = Pick<StaffDetails, 'absences' | 'answerNotes'>;
type TimedInput = Pick<StaffPatch, 'absences' | 'answerNotes'>;

const nothing: TimedDetails = { absences: [], answerNotes: [] };

/** An id is given back, never chosen. */
function foreignIds(
  list: readonly { id?: string | undefined }[],
  known: readonly { id: string }[],
  pointer: string,
): Finding[] {
  const free = new Set(known.map(({ id }) => id));
  return list.flatMap(({ id }, place): Finding[] =>
    id === undefined || free.delete(id)
      ? []
      : [{ pointer: `${pointer}/${place}/id`, detail: 'No such id here, or it stands here twice: leave it out' }],
  );
}

function wrongRecurrence(when: When, isKnown: boolean, nowMs: number): string | undefined {
  const begins = holdsAt(when, { ms: nowMs }) ? nowMs : startsAt(when, nowMs);
  if (begins === undefined) return isKnown ? undefined : 'It is over, or does not begin within 400 days';
  return endsAt(when, begins) === undefined ? 'It never ends: days, times, or `until` instead' : undefined;
}

/** From now on; one that is known and does not say otherwise goes on from when it began. */
function beginsMs({ id, from }: AbsenceInput, before: readonly Absence[], nowMs: number): number {
  const earlier = id === undefined ? undefined : before.find((one) => one.id === id);
  return from ?? (earlier?.recurring === null ? earlier.fromMs : nowMs);
}

function wrongEnd(absence: AbsenceInput, before: readonly Absence[], nowMs: number): string | undefined {
  const until = absence.until ?? 0;
  if (until <= nowMs) return absence.id === undefined ? 'Must lie in the future' : undefined;
  return until > beginsMs(absence, before, nowMs) ? undefined : 'Must lie after `from`';
}

/** What was read may have ended before it is sent back: it is left out then, and no mistake. */
function wrongTimes(absences: readonly AbsenceInput[], before: readonly Absence[], nowMs: number): Finding[] {
  return absences.flatMap((absence, place): Finding[] => {
    const { id, recurring } = absence;
    const pointer = `/absences/${place}`;
    const [field, detail] =
      recurring === null
        ? ['until', wrongEnd(absence, before, nowMs)]
        : ['recurring', wrongRecurrence(recurring, id !== undefined, nowMs)];
    return detail === undefined ? [] : [{ pointer: `${pointer}/${field}`, detail }];
  });
}

/** @param before of somebody who is changed. */
export const wrongTimed = (input: TimedInput, nowMs: number, before: TimedDetails = nothing): Finding[] => [
  ...foreignIds(input.absences ?? [], before.absences, '/absences'),
  ...wrongTimes(input.absences ?? [], before.absences, nowMs),
  ...foreignIds(input.answerNotes ?? [], before.answerNotes, '/answerNotes'),
  ...tiedNotes(input.answerNotes),
];

type Keeping = Pick<App, 'newId'> & { nowMs: number };

function keptAbsence(input: AbsenceInput, before: readonly Absence[], { newId, nowMs }: Keeping): Absence {
  const { id: given, from: _, until, recurring, ...about } = input;
  const earlier = before.find(({ id }) => id === given);
  const id = given ?? newId('absence');
  if (recurring !== null)
    return { id, ...about, recurring, backUntilMs: earlier?.recurring ? earlier.backUntilMs : null };
  const fromMs = beginsMs(input, before, nowMs);
  return { id, ...about, recurring, fromMs, untilMs: until ?? fromMs };
}

const keptNote = ({ id, ...note }: AnswerNoteInput, { newId }: Keeping): AnswerNote => ({
  id: id ?? newId('rule'),
  ...note,
});

/** As it is to be sealed; what has ended is left out. */
export const keptTimed = (input: TimedInput, keeping: Keeping, before: TimedDetails = nothing): TimedDetails => ({
  absences: notEnded(
    input.absences?.map((one) => keptAbsence(one, before.absences, keeping)) ?? before.absences,
    keeping.nowMs,
  ),
  answerNotes: input.answerNotes?.map((one) => keptNote(one, keeping)) ?? before.answerNotes,
});
