// What somebody fills in of an absence, and the body it becomes, or what is to be corrected.
import type { AbsenceNow, Reason } from '#web/own/absence-presets.ts';
import type { ListedInput } from '#web/own/own-person.ts';
import { minuteOf, momentOf, today } from '#web/own/stockholm.ts';

export interface AbsenceFields {
  readonly reason: Reason;
  readonly note: string;
  readonly operatorNote: string;
  readonly mayConnect: boolean;
  readonly fromDay: string;
  readonly fromTime: string;
  readonly untilDay: string;
  readonly untilTime: string;
  readonly days: readonly string[];
}

export const emptyAbsence: AbsenceFields = {
  reason: 'away',
  note: '',
  operatorNote: '',
  mayConnect: false,
  fromDay: '',
  fromTime: '',
  untilDay: '',
  untilTime: '',
  days: [],
};

type WrongWord = 'dayNeeded' | 'timeNeeded' | 'backAfterFirst' | 'untilAhead' | 'daysNeeded' | 'sayWhat';
export type Wrong = Partial<Record<keyof AbsenceFields, WrongWord>>;
type Made<T> = { body: T; wrong?: undefined } | { body?: undefined; wrong: Wrong };

const iso = (ms: number): string => new Date(ms).toISOString();

const about = ({ note, operatorNote, mayConnect }: AbsenceFields) => ({
  note: note.trim() || null,
  operatorNote: operatorNote.trim() || null,
  calls: mayConnect ? ('open' as const) : ('closed' as const),
  colleagues: [],
});

const made = <T>(wrong: Wrong, body: () => T): Made<T> =>
  Object.keys(wrong).length > 0 ? { wrong } : { body: body() };

const saysWhat = ({ reason, note }: AbsenceFields): Wrong =>
  reason === 'other' && note.trim() === '' ? { note: 'sayWhat' } : {};

/** Whole days, from the first until the one of coming back; from now on where the first is today. */
export function holidayBody(fields: AbsenceFields, nowMs: number): Made<AbsenceNow> {
  const first = fields.fromDay || today(nowMs);
  const { untilDay } = fields;
  const isLate = untilDay !== '' && (untilDay <= first || untilDay <= today(nowMs));
  const wrong: Wrong = untilDay === '' ? { untilDay: 'dayNeeded' } : isLate ? { untilDay: 'backAfterFirst' } : {};
  return made(wrong, () => ({
    ...about(fields),
    reason: 'holiday',
    ...(first > today(nowMs) && { from: iso(momentOf(first, 0)) }),
    until: iso(momentOf(untilDay, 0)),
  }));
}

/** From now until a day and a time. */
export function otherBody(fields: AbsenceFields, nowMs: number): Made<AbsenceNow> {
  const untilMs = momentOf(fields.untilDay || today(nowMs), minuteOf(fields.untilTime || '0'));
  const wrong: Wrong =
    fields.untilTime === '' ? { untilTime: 'timeNeeded' } : untilMs <= nowMs ? { untilTime: 'untilAhead' } : {};
  return made({ ...wrong, ...saysWhat(fields) }, () => ({
    ...about(fields),
    reason: fields.reason,
    until: iso(untilMs),
  }));
}

/** One entry of the list: from a day until another. */
export function plannedEntry(fields: AbsenceFields, nowMs: number): Made<ListedInput> {
  const { fromDay, fromTime, untilDay, untilTime } = fields;
  const wrong: Wrong = {
    ...(fromDay === '' && { fromDay: 'dayNeeded' }),
    ...(untilDay === '' && { untilDay: 'dayNeeded' }),
  };
  const fromMs = fromDay && momentOf(fromDay, minuteOf(fromTime || '0'));
  const untilMs = untilDay && momentOf(untilDay, minuteOf(untilTime || '0'));
  if (fromMs && untilMs && untilMs <= Math.max(fromMs, nowMs))
    wrong.untilDay = untilMs <= nowMs ? 'untilAhead' : 'backAfterFirst';
  return made({ ...wrong, ...saysWhat(fields) }, () => ({
    ...about(fields),
    reason: fields.reason,
    from: iso(Number(fromMs)),
    until: iso(Number(untilMs)),
    recurring: null,
  }));
}

type Rule = NonNullable<ListedInput['recurring']>;

/** One that comes back on its days; without times the whole day. */
export function recurringEntry(fields: AbsenceFields): Made<ListedInput> {
  const { days, fromTime, untilTime } = fields;
  const wrong: Wrong = {
    ...(days.length === 0 && { days: 'daysNeeded' }),
    ...(fromTime !== '' && untilTime === '' && { untilTime: 'timeNeeded' }),
    ...(fromTime === '' && untilTime !== '' && { fromTime: 'timeNeeded' }),
    ...saysWhat(fields),
  };
  return made(wrong, () => ({
    ...about(fields),
    reason: fields.reason,
    from: null,
    until: null,
    recurring: {
      days: [...days] as NonNullable<Rule['days']>,
      ...(fromTime !== '' && { times: { from: fromTime, until: untilTime } }),
    },
  }));
}
