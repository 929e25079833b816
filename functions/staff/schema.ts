// A staff member as the API takes it, gives it and seals it.
import * as z from 'zod/mini';
import {
  ContentMode,
  Email,
  InstantOut,
  Language,
  Line,
  listOf,
  notEmpty,
  orNull,
  pageOf,
  Text,
} from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { Phone } from '#shared/phone.ts';
import { lazy } from '#shared/route.ts';
import { reasonFields } from '#shared/say-why.ts';
import { ABSENCES_MAX, type Absence, AbsenceInput, AbsenceOut, AwayOut } from '#staff/absence.ts';
import { ANSWER_NOTES_MAX, type AnswerNote, AnswerNoteInput, AnswerNoteOut } from '#staff/answer-notes.ts';
import { DeliveryWishes, noWishes, StepTo } from '#staff/delivery-wishes.ts';

const ANSWER_NOTE_MAX_LENGTH = 4_000;

/** A function is reached under a name of its own: Ekonomi, Jouren. */
const StaffKind = () => z.enum(['person', 'function']);
/** Whether calls may be put through: yes, no, or ask the person first. */
const Connect = () => z.enum(['yes', 'ask', 'no']);

const flag = () => z._default(z.boolean(), false);

/** `mayTell`: callers may be told; `mayConnect`: calls may be put through to it. Neither unless set. */
const StaffPhone = () =>
  z.strictObject({ label: orNull(Line()), number: Phone(), mayTell: flag(), mayConnect: flag() });
const StaffEmail = () => z.strictObject({ label: orNull(Line()), address: Email(), mayTell: flag() });

/** Whether an absence lies ahead is for the use case to say: it knows the time. */
export const StaffInput = lazy(() =>
  z.strictObject({
    kind: z._default(StaffKind(), 'person'),
    name: Line(),
    alsoKnownAs: z._default(listOf(Line()), []),
    pronunciation: orNull(Line()),
    language: z._default(Language(), 'sv'),
    title: orNull(Line()),
    department: orNull(Line()),
    phones: z._default(listOf(StaffPhone()), []),
    emails: z._default(listOf(StaffEmail()), []),
    connect: z._default(Connect(), 'ask'),
    keywords: z._default(listOf(Line()), []),
    /** Where none of `answerNotes` holds. */
    answerNote: orNull(Text(ANSWER_NOTE_MAX_LENGTH)),
    answerNotes: z._default(listOf(AnswerNoteInput(), ANSWER_NOTES_MAX), []),
    absences: z._default(listOf(AbsenceInput(), ABSENCES_MAX), []),
    delivery: z._default(DeliveryWishes(), noWishes),
    /** null: as the client. */
    contentMode: orNull(ContentMode()),
    protected: flag(),
    active: z._default(z.boolean(), true),
  }),
);
export type StaffInput = z.output<ReturnType<typeof StaffInput>>;

/** All of it is sealed: there is nothing about a person that may stand open. */
export interface StaffDetails extends Omit<StaffInput, 'answerNotes' | 'absences'> {
  answerNotes: AnswerNote[];
  /** In the order in which they were set; some may have ended. */
  absences: Absence[];
}

/** A merge patch of one level: what is absent stays, null clears, lists and objects are replaced whole. */
export const StaffPatch = lazy(() =>
  z
    .strictObject({
      kind: z.optional(StaffKind()),
      name: z.optional(Line()),
      alsoKnownAs: z.optional(listOf(Line())),
      pronunciation: z.optional(z.nullable(Line())),
      language: z.optional(Language()),
      title: z.optional(z.nullable(Line())),
      department: z.optional(z.nullable(Line())),
      phones: z.optional(listOf(StaffPhone())),
      emails: z.optional(listOf(StaffEmail())),
      connect: z.optional(Connect()),
      keywords: z.optional(listOf(Line())),
      answerNote: z.optional(z.nullable(Text(ANSWER_NOTE_MAX_LENGTH))),
      answerNotes: z.optional(listOf(AnswerNoteInput(), ANSWER_NOTES_MAX)),
      absences: z.optional(listOf(AbsenceInput(), ABSENCES_MAX)),
      delivery: z.optional(DeliveryWishes()),
      contentMode: z.optional(z.nullable(ContentMode())),
      protected: z.optional(z.boolean()),
      active: z.optional(z.boolean()),
    })
    .check(notEmpty()),
);
export type StaffPatch = z.output<ReturnType<typeof StaffPatch>>;

const DeliveryOut = () =>
  z.object({
    normal: z.array(StepOut()),
    urgent: z.array(StepOut()),
    quietHours: z.nullable(z.object({ from: z.string(), until: z.string() })),
  });

const StepOut = () =>
  z.object({
    channels: z.array(z.string()),
    contacts: z.optional(z.array(z.string())),
    waitMinutes: z.number(),
    to: z.optional(StepTo()),
  });

/** `phones` and `emails` hold those that the reader may see; `absences`, `delivery` and `contentMode` are absent for most. */
export const StaffMember = lazy(() =>
  z.object({
    id: idSchema('staff'),
    clientId: idSchema('client'),
    kind: StaffKind(),
    name: z.string(),
    alsoKnownAs: z.array(z.string()),
    pronunciation: z.nullable(z.string()),
    language: Language(),
    title: z.nullable(z.string()),
    department: z.nullable(z.string()),
    phones: z.array(
      z.object({ label: z.nullable(z.string()), number: z.string(), mayTell: z.boolean(), mayConnect: z.boolean() }),
    ),
    emails: z.array(z.object({ label: z.nullable(z.string()), address: z.string(), mayTell: z.boolean() })),
    connect: Connect(),
    keywords: z.array(z.string()),
    answerNote: z.nullable(z.string()),
    answerNotes: z.array(AnswerNoteOut()),
    /** Now; null for somebody who is in. */
    absence: z.nullable(AwayOut()),
    /** The next one that begins within 14 days. */
    nextAbsence: z.nullable(AwayOut()),
    /** All that have not ended, in the order in which they were set. */
    absences: z.optional(z.array(AbsenceOut())),
    delivery: z.optional(DeliveryOut()),
    contentMode: z.optional(z.nullable(ContentMode())),
    protected: z.boolean(),
    active: z.boolean(),
    createdAt: InstantOut(),
    updatedAt: InstantOut(),
  }),
);
export type StaffMember = z.input<ReturnType<typeof StaffMember>>;

export const StaffPage = lazy(() => pageOf(StaffMember()));
export const StaffParams = lazy(() => z.strictObject({ clientId: idSchema('client'), staffId: idSchema('staff') }));

/** Who stands in for whoever is erased; nobody: the general inbox. */
export const StaffErasureQuery = lazy(() =>
  z.strictObject({ replacement: z.optional(idSchema('staff')), ...reasonFields() }),
);

const Named = () => z.object({ staffId: idSchema('staff'), name: z.string() });

/** What names a staff member today, and will lead to the replacement. */
export const StaffErasurePreview = lazy(() =>
  z.object({
    /** Colleagues whose delivery plans have a step that goes to the person. */
    plans: z.array(z.object({ ...Named().shape, urgencies: z.array(z.enum(['normal', 'urgent'])) })),
    /** Colleagues whose absences name the person as somebody to ask instead. */
    absences: z.array(Named()),
    /** The client names the person as an alternative when nobody is in. */
    alternative: z.boolean(),
    /** Whether there is a general inbox, where everything goes without a replacement. */
    generalInbox: z.boolean(),
    /** Of the newest hundred in the person's inbox: those that are for the person, and not handled. */
    openMessages: z.int(),
    /** Of the same: deliveries to the person's addresses that have not been sent yet. */
    waitingDeliveries: z.int(),
    /** There are older messages, which were not counted. */
    more: z.boolean(),
    /** Users who are this person: withdraw them, or link them anew. */
    users: z.int(),
  }),
);
export type StaffErasurePreview = z.input<ReturnType<typeof StaffErasurePreview>>;
