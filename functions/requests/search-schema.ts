// The search for a person, what it found, and what is decided about it, as the API takes and gives it.
import * as z from 'zod/mini';
import { parts, waysFound } from '#requests/report-schema.ts';
import { InstantOut, Language, listOf, MATTER_MAX_LENGTH, notEmpty, pageFields, pageOf } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';

/** include: it is about the person. leave: it is about somebody else. */
const decisionsOfFindings = ['undecided', 'include', 'leave'] as const;
export type FindingDecision = (typeof decisionsOfFindings)[number];

/**
 * Whether there is anything about other people in it (art. 15(4)). none: no. toReview: nobody has looked yet. shown: it may be
 * shown. masked: passages are hidden.
 */
const thirdPersons = ['none', 'toReview', 'shown', 'masked'] as const;
export type ThirdPersons = (typeof thirdPersons)[number];

/** What goes in one transaction, with what else is written there. */
export const MOST_DECISIONS = 90;
const MASKS_MAX = 40;

/** `passage` absent: the whole field. */
const Mask = () =>
  z.strictObject({
    code: z.string().check(z.regex(/^[a-zA-Z0-9.]{1,80}$/)),
    passage: z.optional(z.string().check(z.minLength(1), z.maxLength(MATTER_MAX_LENGTH))),
  });
export type Mask = z.output<ReturnType<typeof Mask>>;

/** `message#msg_…`, as a page of findings gave it; of our own `audit#cli_….usr_…`, where the record is a client's. */
export const FindingId = () => z.string().check(z.regex(/^[a-zA-Z]{1,40}#[a-zA-Z0-9._-]{1,80}$/));

const counts = () =>
  z.object({
    all: z.int(),
    undecided: z.int(),
    /** Of those: what was found by a name alone, or by a part of a number. */
    doubtful: z.int(),
    included: z.int(),
    left: z.int(),
    /** Included, with something in it that may be about other people, at which nobody has looked. */
    toReview: z.int(),
  });
export type FindingCounts = z.output<ReturnType<typeof counts>>;

const jobStates = ['waiting', 'running', 'done', 'failed'] as const;

const Progress = () =>
  z.object({
    jobId: idSchema('job'),
    state: z.enum(jobStates),
    /** Records that have been looked at. */
    done: z.int(),
    total: z.nullable(z.int()),
  });

export const ReportInput = lazy(() =>
  z.strictObject({
    /** Absent: the request's. */
    language: z.optional(Language()),
  }),
);

const ReportFile = () =>
  z.object({
    fileId: idSchema('file'),
    format: z.enum(['json', 'pdf']),
    language: Language(),
    bytes: z.int(),
    endsAt: InstantOut(),
  });

/** How far it is: the search, what a person has to decide, and the report. */
export const ReportStanding = lazy(() =>
  z.object({
    /** null: nobody has searched yet. For client admins always. */
    search: z.nullable(Progress()),
    /** When the last search came through; null while there is none. */
    searchedAt: z.nullable(InstantOut()),
    /** Whom it has to look for has changed since: the step `prepare` searches again. */
    searchAgain: z.boolean(),
    /** Records that do not open: the service's own fault, and to be looked at by an engineer. */
    unreadable: z.int(),
    /** null for client admins, and before the first search came through. */
    findings: z.nullable(counts()),
    /** For client admins when it has been released. */
    report: z.nullable(
      z.object({
        job: Progress(),
        madeAt: z.nullable(InstantOut()),
        /** Fetched by `POST …/files/{fileId}/link`; without those whose time is over. */
        files: z.array(ReportFile()),
        /** Records that have changed since somebody looked at them: hidden in it, and to be looked at again. */
        changed: z.int(),
      }),
    ),
  }),
);
export type ReportStanding = z.input<ReturnType<typeof ReportStanding>>;
export const ReportStarted = lazy(() => z.object({ job: Progress() }));

const described = () => ({
  decision: z.optional(z.enum(decisionsOfFindings)),
  third: z.optional(z.enum(thirdPersons)),
  store: z.optional(z.string().check(z.regex(/^[a-zA-Z]{1,40}$/))),
});

export const FindingsQuery = lazy(() =>
  z.strictObject({ ...pageFields(), ...described(), doubtful: z.optional(z.enum(['true', 'false'])) }),
);

const FindingField = () =>
  z.object({
    code: z.string(),
    value: z.string(),
    /** Passages by which the person was found. */
    found: z.array(z.string()),
    /** About somebody else, as far as a machine can tell: what is hidden by `masked` unless masks are given. */
    others: z.array(z.string()),
  });

export const FindingView = lazy(() =>
  z.object({
    id: FindingId(),
    /** As in the register of stores. */
    store: z.string(),
    recordId: z.string(),
    as: z.array(z.enum(parts)),
    how: z.array(z.enum(waysFound)),
    doubtful: z.boolean(),
    decision: z.enum(decisionsOfFindings),
    third: z.enum(thirdPersons),
    masks: z.array(Mask()),
    /** Of a message: when it is gone by itself. */
    expiresAt: z.nullable(InstantOut()),
    /** What stands there now; empty where it is gone since it was found. */
    fields: z.array(FindingField()),
  }),
);
export type FindingView = z.input<ReturnType<typeof FindingView>>;
export const FindingPage = lazy(() => pageOf(FindingView()));

const decided = () => ({
  decision: z.optional(z.enum(['include', 'leave'])),
  third: z.optional(z.enum(['none', 'shown', 'masked'])),
});

/** Some by their ids, or all that answer to a description: at most ninety in a request. */
export const FindingDecisions = lazy(() =>
  z.union([
    z.strictObject({
      findings: z
        .array(
          z
            .strictObject({
              id: FindingId(),
              ...decided(),
              /** With `masked`; absent: what `others` names. */
              masks: z.optional(listOf(Mask(), MASKS_MAX)),
            })
            .check(
              z.refine(({ decision, third }) => decision !== undefined || third !== undefined, {
                error: 'A decision, or whether other people are named',
              }),
              z.refine(({ third, masks }) => masks === undefined || third === 'masked', {
                error: 'Only with masked',
                path: ['masks'],
              }),
            ),
        )
        .check(z.minLength(1), z.maxLength(MOST_DECISIONS)),
    }),
    z.strictObject({
      where: z.strictObject({ ...described(), doubtful: z.optional(z.boolean()) }),
      set: z.strictObject(decided()).check(notEmpty()),
      /** Of the answer before: it goes on from there. */
      cursor: z.optional(z.string().check(z.regex(/^[a-zA-Z0-9_-]{1,2000}$/))),
    }),
  ]),
);
export type FindingDecisions = z.output<ReturnType<typeof FindingDecisions>>;

/** `nextCursor`: there are more that answer to the description; send it with the same body. */
export const Decided = lazy(() =>
  z.object({ changed: z.int(), nextCursor: z.nullable(z.string()), findings: counts() }),
);
