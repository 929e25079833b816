// The absences that take one tap: what each says, and until when, from this moment on.
import type { Body } from '#web/api/types.ts';
import { dayAfter, MINUTE_MS, minuteOf, momentOf, roundedUp, today, weekdayOf } from '#web/own/stockholm.ts';

export type AbsenceNow = Body<'setAbsence'>;
export type Reason = AbsenceNow['reason'];

export interface Preset {
  readonly name: 'lunch' | 'meeting' | 'restOfDay' | 'nextDay';
  readonly reason: Reason;
  readonly untilMs: number;
}

interface DayOfHours {
  readonly date: string;
  readonly spans: readonly { readonly from: string }[];
}

const NOON_BACK = 13 * 60;
const LUNCH_FROM = 10 * 60 + 30;
const AN_HOUR_MS = 60 * MINUTE_MS;
const MORNING = 8 * 60;

/** Until 13.00 where that is lunch by the clock; earlier and later in the day an hour. */
function lunchUntil(nowMs: number): number {
  const day = today(nowMs);
  const backMs = momentOf(day, NOON_BACK);
  const isLunchTime = nowMs >= momentOf(day, LUNCH_FROM) && nowMs <= backMs - 15 * MINUTE_MS;
  return isLunchTime ? backMs : roundedUp(nowMs + AN_HOUR_MS, 5);
}

/** When the client next opens on another day than this; undefined where its hours are not known, or it stays closed. */
export function nextOpening(days: readonly DayOfHours[], nowMs: number): number | undefined {
  const open = days.find(({ date, spans }) => date > today(nowMs) && spans.length > 0);
  const [first] = open?.spans ?? [];
  return open && first ? momentOf(open.date, minuteOf(first.from)) : undefined;
}

/** Eight in the morning of the next day that is no Saturday or Sunday. */
function nextMorning(nowMs: number): number {
  let day = dayAfter(today(nowMs));
  while (weekdayOf(day) > 5) day = dayAfter(day);
  return momentOf(day, MORNING);
}

/** @param opensMs when the client next opens on another day. */
export const presetsAt = (nowMs: number, opensMs?: number): Preset[] => [
  { name: 'lunch', reason: 'lunch', untilMs: lunchUntil(nowMs) },
  { name: 'meeting', reason: 'meeting', untilMs: roundedUp(nowMs + AN_HOUR_MS, 5) },
  { name: 'restOfDay', reason: 'goneForTheDay', untilMs: momentOf(dayAfter(today(nowMs)), 0) },
  { name: 'nextDay', reason: 'goneForTheDay', untilMs: opensMs ?? nextMorning(nowMs) },
];

export const absenceOf = ({ reason, untilMs }: Preset, note: string): AbsenceNow => ({
  reason,
  until: new Date(untilMs).toISOString(),
  note: note.trim() || null,
  operatorNote: null,
  calls: 'closed',
  colleagues: [],
});
