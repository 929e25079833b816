// Whether somebody is in: computed from the list of absences at every reading, so that one ends at its minute.
import { endsAt, heldSince, holdsAt, startsAt } from '#calendar/when-holds.ts';
import type { Absence, AbsenceReason, GivenAbsence, RecurringAbsence } from '#staff/absence.ts';
import type { StaffDetails } from '#staff/schema.ts';

/** One occurrence of an absence. */
export interface Away {
  id: string;
  reason: AbsenceReason;
  fromMs: number;
  untilMs: number;
  /** When no absence holds any more: later than `untilMs` where another one follows at once. */
  backMs: number;
  /** To callers. */
  note: string | null;
  operatorNote: string | null;
  calls: 'open' | 'closed';
  /** Whom to ask instead, in order. */
  colleagues: readonly string[];
}

type Absent = { absences: readonly Absence[] };

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;
/** How far ahead anybody looks for what is planned. */
const AHEAD_MS = 14 * DAY_MS;
/** Whole days by the calendar that hold fourteen times 24 hours, whatever the hour and the clock. */
const AHEAD_DAYS = 16;
/** Absences that follow upon each other; nobody plans that many. */
const CHAIN_MAX = 60;

const isGiven = (absence: Absence): absence is GivenAbsence => absence.recurring === null;
const isRecurring = (absence: Absence): absence is RecurringAbsence => absence.recurring !== null;

const givenHolds = ({ fromMs, untilMs }: GivenAbsence, ms: number) => fromMs <= ms && ms < untilMs;
const recurringHolds = ({ recurring, backUntilMs }: RecurringAbsence, ms: number) =>
  (backUntilMs === null || ms >= backUntilMs) && holdsAt(recurring, { ms });

/** One that was given beats a recurring one; of two the one that was set last, and it stands last. */
const holdingAt = (absences: readonly Absence[], ms: number): Absence | undefined =>
  absences.findLast((one) => isGiven(one) && givenHolds(one, ms)) ??
  absences.findLast((one) => isRecurring(one) && recurringHolds(one, ms));

const untilOf = (absence: Absence, ms: number): number =>
  isGiven(absence) ? absence.untilMs : (endsAt(absence.recurring, ms) ?? ms + 400 * DAY_MS);

function fromOf(absence: Absence, ms: number): number {
  if (isGiven(absence)) return absence.fromMs;
  return Math.max(heldSince(absence.recurring, ms) ?? ms, absence.backUntilMs ?? 0);
}

function backAt(absences: readonly Absence[], ms: number): number {
  let back = ms;
  for (let n = 0; n < CHAIN_MAX; n++) {
    const next = holdingAt(absences, back);
    if (!next) return back;
    back = untilOf(next, back);
  }
  return back;
}

function occurrence(absences: readonly Absence[], absence: Absence, ms: number): Away {
  const { id, reason, note, operatorNote, calls, colleagues } = absence;
  const untilMs = untilOf(absence, ms);
  const backMs = backAt(absences, untilMs);
  return { id, reason, fromMs: fromOf(absence, ms), untilMs, backMs, note, operatorNote, calls, colleagues };
}

/** @returns undefined for somebody who is in. */
export function awayAt({ absences }: Absent, nowMs: number): Away | undefined {
  const absence = holdingAt(absences, nowMs);
  return absence && occurrence(absences, absence, nowMs);
}

/** When it begins or ends next, within 14 days. Who is back from an occurrence is not away again before its end. */
function changeOf({ recurring, backUntilMs }: RecurringAbsence, ms: number): number | undefined {
  if (backUntilMs !== null && ms < backUntilMs) return backUntilMs;
  return holdsAt(recurring, { ms }) ? endsAt(recurring, ms, AHEAD_DAYS) : startsAt(recurring, ms, AHEAD_DAYS);
}

/** The next moment at which another absence may hold. Where one that was given holds, recurring ones do not matter. */
function nextChange(absences: readonly Absence[], ms: number): number | undefined {
  const given = absences.filter(isGiven);
  const moments = given.flatMap(({ fromMs, untilMs }) => [fromMs, untilMs]);
  if (!given.some((one) => givenHolds(one, ms)))
    moments.push(...absences.filter(isRecurring).map((one) => changeOf(one, ms) ?? ms));
  const ahead = moments.filter((moment) => moment > ms);
  return ahead.length > 0 ? Math.min(...ahead) : undefined;
}

/** The next absence that begins within 14 days; not the one that holds now. */
export function nextAway({ absences }: Absent, nowMs: number): Away | undefined {
  let before = holdingAt(absences, nowMs);
  for (
    let at = nextChange(absences, nowMs);
    at !== undefined && at <= nowMs + AHEAD_MS;
    at = nextChange(absences, at)
  ) {
    const then = holdingAt(absences, at);
    if (then && then !== before) return { ...occurrence(absences, then, at), fromMs: at };
    before = then;
  }
  return undefined;
}

export interface Availability {
  state: 'in' | 'away' | 'inactive';
  away: Away | undefined;
  next: Away | undefined;
  /** Whether calls may be put through now. */
  connect: 'yes' | 'ask' | 'no';
}

export function availabilityAt(staff: StaffDetails, nowMs: number): Availability {
  if (!staff.active) return { state: 'inactive', away: undefined, next: undefined, connect: 'no' };
  const away = awayAt(staff, nowMs);
  return {
    state: away ? 'away' : 'in',
    away,
    next: nextAway(staff, nowMs),
    connect: away?.calls === 'closed' ? 'no' : staff.connect,
  };
}
