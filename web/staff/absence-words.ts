// Absence and being in, in words: "Lunch, åter 13.00".
import { serverNowMs } from '#web/api/server-clock.ts';
import type { Absence, StaffMember } from '#web/staff/staff-value.ts';
import { whenRuleWords } from '#web/staff/when-words.ts';
import { whenWords } from '#web/words/dates.ts';
import { language, t } from '#web/words/words.ts';

const moment = (at: string): string => whenWords(at, serverNowMs(), language());

export function absenceTitle({ reason, recurring, from, until }: Absence): string {
  const why = t.parts.reasons[reason];
  if (recurring) return `${why}, ${whenRuleWords(recurring)}`;
  if (!until) return t.staff.newAbsence;
  return `${why}, ${from ? `${moment(from)} – ` : ''}${moment(until)}`;
}

/** Where the person is now, and whether calls are put through. */
export function whereWords({ absence, connect }: Pick<StaffMember, 'absence' | 'connect'>): string {
  const where = absence ? `${t.parts.reasons[absence.reason]}, ${t.parts.backAt(moment(absence.back))}` : t.staff.in;
  const calls = { yes: undefined, ask: t.staff.connectAsk, no: t.staff.connectNo }[connect];
  return [where, calls].filter(Boolean).join(' · ');
}
