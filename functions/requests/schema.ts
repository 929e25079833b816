// Subject requests as the API takes them, gives them and seals them.
import * as z from 'zod/mini';
import { LocalDate } from '#calendar/local-time.ts';
import {
  channelsOfRequests,
  decisions,
  extensionReasons,
  identityMethods,
  outcomes,
  requestKinds,
  requestStates,
  requestSteps,
  waysOfInstruction,
} from '#requests/codes.ts';
import { Home } from '#requests/request-path.ts';
import {
  Email,
  Instant,
  InstantOut,
  Language,
  Line,
  listOf,
  MATTER_MAX_LENGTH,
  notEmpty,
  orNull,
  pageFields,
  pageOf,
  Text,
} from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { Phone } from '#shared/phone.ts';
import { lazy } from '#shared/route.ts';

const NOTE_MAX_LENGTH = 1_000;
/** The words of a refusal, and ours around them. */
const CLOSING_MAX_LENGTH = 8_000;
/** After closing: long enough to answer a complaint, short enough to be no register. */
export const KEPT_DAYS = { least: 30, usual: 90, most: 365 } as const;

/** By what the person can be found. Of `service` a `staffId` names nobody. */
export const Who = lazy(() =>
  z.strictObject({
    names: z._default(listOf(Line()), []),
    phones: z._default(listOf(Phone()), []),
    emails: z._default(listOf(Email()), []),
    staffId: orNull(idSchema('staff')),
  }),
);
export type Who = z.output<ReturnType<typeof Who>>;

const KeepDays = () => z.int().check(z.minimum(KEPT_DAYS.least), z.maximum(KEPT_DAYS.most));

const isSomebody = ({ names, phones, emails, staffId }: Who) =>
  names.length + phones.length + emails.length > 0 || staffId !== null;

export const RequestInput = lazy(() =>
  z
    .strictObject({
      kind: z.enum(requestKinds),
      by: z._default(z.enum(channelsOfRequests), 'telephone'),
      /** When it reached whoever it reached first: the clock runs from there. Absent: now. */
      receivedAt: z.optional(Instant()),
      who: z.prefault(Who(), {}),
      /** What the person asks for, in their own words. */
      text: orNull(Text(MATTER_MAX_LENGTH)),
      /** Where the person wants the answer. */
      contact: orNull(Text(NOTE_MAX_LENGTH)),
      /** Of the answer. */
      language: z._default(Language(), 'sv'),
    })
    .check(
      z.refine(({ who, text }) => isSomebody(who) || text !== null, {
        path: ['who'],
        error: 'Something about who asks, or what was said',
      }),
    ),
);
export type RequestInput = z.output<ReturnType<typeof RequestInput>>;

/** A merge patch of one level. */
export const RequestPatch = lazy(() =>
  z
    .strictObject({
      kind: z.optional(z.enum(requestKinds)),
      receivedAt: z.optional(Instant()),
      who: z.optional(Who()),
      text: z.optional(z.nullable(Text(MATTER_MAX_LENGTH))),
      contact: z.optional(z.nullable(Text(NOTE_MAX_LENGTH))),
      language: z.optional(Language()),
      /** Of whoever works on it. */
      notes: z.optional(z.nullable(Text(MATTER_MAX_LENGTH))),
      keepDays: z.optional(KeepDays()),
    })
    .check(notEmpty()),
);
export type RequestPatch = z.output<ReturnType<typeof RequestPatch>>;

export const StepInput = lazy(() =>
  z.discriminatedUnion('step', [
    z.strictObject({
      step: z.literal('identify'),
      method: z.enum(identityMethods),
      note: orNull(Text(NOTE_MAX_LENGTH)),
    }),
    z.strictObject({ step: z.literal('forward') }),
    z
      .strictObject({
        step: z.literal('instruct'),
        decision: z.enum(decisions),
        /** Of a privacy officer who writes down what the client has said; a client admin's is `portal`. */
        given: z._default(z.enum(waysOfInstruction), 'portal'),
        /** What exactly is to be done, or why it is refused. */
        text: orNull(Text(MATTER_MAX_LENGTH)),
      })
      .check(
        z.refine(({ decision, text }) => decision !== 'refuse' || text !== null, {
          path: ['text'],
          error: 'A refusal says why',
        }),
      ),
    z.strictObject({ step: z.literal('prepare') }),
    z.strictObject({ step: z.literal('release') }),
    z.strictObject({
      step: z.literal('extend'),
      /** Beside the first one, from the receipt. */
      months: z.int().check(z.minimum(1), z.maximum(2)),
      why: z.enum(extensionReasons),
    }),
    z.strictObject({
      step: z.literal('close'),
      outcome: z.enum(outcomes),
      /** As it is to be sent. Absent: the closing text of the outcome as it stands. */
      text: orNull(Text(CLOSING_MAX_LENGTH)),
    }),
  ]),
);
export type StepInput = z.output<ReturnType<typeof StepInput>>;

/** What a list shows, and whoever logs one is told: nothing of what is sealed. */
const rowFields = () => ({
  id: idSchema('request'),
  clientId: Home(),
  kind: z.enum(requestKinds),
  state: z.enum(requestStates),
  receivedAt: InstantOut(),
  /** The client is to be told by the end of this day in Stockholm. */
  forwardBy: LocalDate(),
  /** The person is to have an answer by the end of this day in Stockholm. */
  deadline: LocalDate(),
  /** The forwarding or the answer is overdue. */
  late: z.boolean(),
  extendedMonths: z.int(),
  outcome: z.nullable(z.enum(outcomes)),
  closedAt: z.nullable(InstantOut()),
});

export const RequestReceipt = lazy(() => z.object(rowFields()));
export type RequestReceipt = z.input<ReturnType<typeof RequestReceipt>>;

/** `clientName`: null for our own, and for one that has no name any more. */
const RequestRow = lazy(() => z.object({ ...rowFields(), clientName: z.nullable(z.string()) }));
export const RequestPage = lazy(() => pageOf(RequestRow()));
export type RequestPage = z.input<ReturnType<typeof RequestPage>>;

const signed = () => ({ by: z.string(), at: InstantOut() });

export const SubjectRequest = lazy(() =>
  z.object({
    ...rowFields(),
    clientName: z.nullable(z.string()),
    by: z.enum(channelsOfRequests),
    /** The user who logged it. */
    loggedBy: z.string(),
    language: Language(),
    who: Who(),
    text: z.nullable(z.string()),
    contact: z.nullable(z.string()),
    notes: z.nullable(z.string()),
    identity: z.nullable(z.object({ ...signed(), method: z.enum(identityMethods), note: z.nullable(z.string()) })),
    forwardedAt: z.nullable(InstantOut()),
    instruction: z.nullable(
      z.object({
        ...signed(),
        decision: z.enum(decisions),
        given: z.enum(waysOfInstruction),
        text: z.nullable(z.string()),
      }),
    ),
    /** `sv`, `en`: what the person is told of it. */
    extension: z.nullable(
      z.object({ ...signed(), months: z.int(), why: z.enum(extensionReasons), sv: z.string(), en: z.string() }),
    ),
    preparedAt: z.nullable(InstantOut()),
    /** The last search for the person; how far it is says `GET …/report`. */
    searchJobId: z.nullable(idSchema('job')),
    releasedAt: z.nullable(InstantOut()),
    /** What was answered. */
    closing: z.nullable(z.object({ ...signed(), text: z.nullable(z.string()) })),
    keepDays: z.int(),
    /** When the request itself is erased; null while it is open. */
    endsAt: z.nullable(InstantOut()),
    /** What the caller may do next. */
    steps: z.array(z.enum(requestSteps)),
    /**
     * How it may be closed now, as far as the request itself says, and with what text, to be changed or sent as it stands; null:
     * nobody is answered. `nothingFound`, and `carriedOut` of our own erasures, are looked at in what was found when it is closed.
     */
    closings: z.array(z.object({ outcome: z.enum(outcomes), sv: z.nullable(z.string()), en: z.nullable(z.string()) })),
    /** For If-Match, in quotes. */
    version: z.int(),
  }),
);
export type SubjectRequest = z.input<ReturnType<typeof SubjectRequest>>;

export const RequestListQuery = lazy(() =>
  z.strictObject({ ...pageFields(), state: z._default(z.enum(['open', 'closed']), 'open') }),
);
