// Absence: why somebody is away and until when, so that callers can be told. Never illness, never family leave.
import * as z from 'zod/mini';
import { When } from '#calendar/when.ts';
import { Instant, InstantOut, Line, listOf, orNull, Text } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';
import { notOfHealth } from '#staff/health-words.ts';

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
export type AbsenceReason = (typeof absenceReasons)[number];
const AbsenceReason = () => z.enum(absenceReasons);

export const ABSENCES_MAX = 20;
const COLLEAGUES_MAX = 5;
const OPERATOR_NOTE_MAX_LENGTH = 500;

/** Whether calls may still be put through meanwhile. */
const Calls = () => z.enum(['open', 'closed']);

interface AboutAbsence {
  id: string;
  reason: AbsenceReason;
  /** To callers. */
  note: string | null;
  operatorNote: string | null;
  calls: 'open' | 'closed';
  /** Whom to ask instead, in order. */
  colleagues: string[];
}

/** From one moment until another. */
export interface GivenAbsence extends AboutAbsence {
  recurring: null;
  fromMs: number;
  untilMs: number;
}

/** Every lunch, every Friday. */
export interface RecurringAbsence extends AboutAbsence {
  recurring: z.output<ReturnType<typeof When>>;
  /** Somebody has said that the person is back from the occurrence that ends then: until then it does not hold. */
  backUntilMs: number | null;
}

export type Absence = GivenAbsence | RecurringAbsence;

const aboutFields = () => ({
  reason: AbsenceReason(),
  note: orNull(Line().check(notOfHealth())),
  operatorNote: orNull(Text(OPERATOR_NOTE_MAX_LENGTH).check(notOfHealth())),
  calls: z._default(Calls(), 'closed'),
  colleagues: z._default(listOf(idSchema('staff'), COLLEAGUES_MAX).check(eachOnce()), []),
});

const eachOnce = () =>
  z.refine<string[]>((list) => new Set(list).size === list.length, { error: 'Each colleague once' });

const saysWhatItIs = () =>
  z.refine<{ reason: AbsenceReason; note: string | null }>(({ reason, note }) => reason !== 'other' || note !== null, {
    error: 'Say in the note what it is',
    path: ['note'],
  });

/** The years of a rule's dates: the end of the last year of four digits is in Stockholm one of five, and no date. */
const isWithinCalendars = (ms: number) => ms >= Date.UTC(2000, 0) && ms < Date.UTC(2200, 0);

const Moment = () => Instant().check(z.refine(isWithinCalendars, { error: 'Beyond the years 2000 to 2199' }));

const endsAfterItBegins = () =>
  z.refine<{ from?: number | null | undefined; until?: number | null | undefined }>(
    ({ from, until }) => typeof from !== 'number' || typeof until !== 'number' || from < until,
    { error: 'Must lie after `from`', path: ['until'] },
  );

/** From now on unless it says otherwise. Whether it lies ahead is for the use case to say: it knows the time. */
export const AbsenceNow = lazy(() =>
  z
    .strictObject({ ...aboutFields(), from: z.optional(Moment()), until: Moment() })
    .check(saysWhatItIs(), endsAfterItBegins()),
);
export type AbsenceNow = z.output<ReturnType<typeof AbsenceNow>>;

/** Of the list: from one moment until another, or recurring. What was read can be sent back as it is. */
export const AbsenceInput = lazy(() =>
  z
    .strictObject({
      /** Given back to keep one; made by the service where it is absent. */
      id: z.optional(idSchema('absence')),
      ...aboutFields(),
      from: z.optional(z.nullable(Moment())),
      until: z.optional(z.nullable(Moment())),
      recurring: orNull(When()),
    })
    .check(
      saysWhatItIs(),
      endsAfterItBegins(),
      z.refine(({ until, recurring }) => typeof until === 'number' || recurring !== null, {
        error: 'Until when, or how it recurs',
        path: ['until'],
        // Of an `until` that is wrong there is enough said.
        when: ({ issues }) => issues.length === 0,
      }),
      z.refine(({ from, until, recurring }) => recurring === null || !(from || until), {
        error: 'What recurs has its dates in here',
        path: ['recurring'],
      }),
      z.refine(({ recurring }) => recurring?.while === undefined, {
        error: 'Not of people: it tells of the client',
        path: ['recurring', 'while'],
      }),
    ),
);
export type AbsenceInput = z.output<ReturnType<typeof AbsenceInput>>;

const aboutOut = () => ({
  id: idSchema('absence'),
  reason: AbsenceReason(),
  note: z.nullable(z.string()),
  /** null for those it is not meant for. */
  operatorNote: z.nullable(z.string()),
  calls: Calls(),
  colleagues: z.array(idSchema('staff')),
});

/** As it stands in the list. */
export const AbsenceOut = lazy(() =>
  z.object({
    ...aboutOut(),
    from: z.nullable(InstantOut()),
    until: z.nullable(InstantOut()),
    recurring: z.nullable(When()),
  }),
);

/** One occurrence. `back` is later than `until` where another absence follows at once. */
export const AwayOut = lazy(() =>
  z.object({ ...aboutOut(), from: InstantOut(), until: InstantOut(), back: InstantOut() }),
);
