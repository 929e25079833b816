// What a reader sees of absences: the one now, the next, and the list for those who look after it.
import { rfc3339 } from '#shared/clock.ts';
import type { Absence } from '#staff/absence.ts';
import { notEnded } from '#staff/absence-list.ts';
import { type Away, awayAt, nextAway } from '#staff/availability.ts';
import type { StaffMember } from '#staff/schema.ts';

/** What is said to operators is for those who look after absences. */
const showAway = (away: Away | undefined, looksAfter: boolean): StaffMember['absence'] =>
  away
    ? {
        id: away.id,
        reason: away.reason,
        from: rfc3339(away.fromMs),
        until: rfc3339(away.untilMs),
        back: rfc3339(away.backMs),
        note: away.note,
        operatorNote: looksAfter ? away.operatorNote : null,
        calls: away.calls,
        colleagues: [...away.colleagues],
      }
    : null;

/** As it can be sent back. */
function showAbsence(absence: Absence): NonNullable<StaffMember['absences']>[number] {
  const { id, reason, note, operatorNote, calls, colleagues, recurring } = absence;
  const isGiven = absence.recurring === null;
  return {
    id,
    reason,
    from: isGiven ? rfc3339(absence.fromMs) : null,
    until: isGiven ? rfc3339(absence.untilMs) : null,
    recurring,
    note,
    operatorNote,
    calls,
    colleagues,
  };
}

/** @param looksAfter whether the reader looks after absences: who does not is told no list, and nothing that is for operators. */
export const showAbsences = (
  staff: { absences: readonly Absence[] },
  looksAfter: boolean,
  nowMs: number,
): Pick<StaffMember, 'absence' | 'nextAbsence' | 'absences'> => ({
  absence: showAway(awayAt(staff, nowMs), looksAfter),
  nextAbsence: showAway(nextAway(staff, nowMs), looksAfter),
  ...(looksAfter && { absences: notEnded(staff.absences, nowMs).map(showAbsence) }),
});
