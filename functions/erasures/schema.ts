// Erasures on request and their certificates, as the API takes and gives them. Ids, codes, counts and times only.
import * as z from 'zod/mini';
import {
  erasedKinds,
  erasureReasons,
  erasureStates,
  erasureWhats,
  keptKinds,
  leavingReasons,
  placesOutOfReach,
  withdrawnReasons,
} from '#erasures/codes.ts';
import { waysOfInstruction } from '#requests/codes.ts';
import { FindingId } from '#requests/search-schema.ts';
import { InstantOut, pageFields, pageOf } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';

const jobStates = ['waiting', 'running', 'done', 'failed'] as const;

/** What a request may change at once, and a person can go through. */
const MOST_BY_HAND = 100;

export const OneErasure = lazy(() => z.strictObject({ clientId: idSchema('client'), erasureId: idSchema('erasure') }));
export const OneCertificate = lazy(() =>
  z.strictObject({ clientId: idSchema('client'), certificateId: idSchema('certificate') }),
);

const Why = () => z.enum(erasureReasons);

export const ErasureInput = lazy(() =>
  z.discriminatedUnion('what', [
    /** Everything that the search of the request has found, and that somebody has decided to be the person's. */
    z.strictObject({
      what: z.literal('person'),
      requestId: idSchema('request'),
      why: z._default(Why(), 'subjectRequest'),
    }),
    z.strictObject({ what: z.literal('message'), messageId: idSchema('message'), why: Why() }),
    /** Staff, their users, and how calls are answered. The client goes on. */
    z.strictObject({ what: z.literal('register'), messages: z.enum(['erase', 'keep']), why: Why() }),
    /** Only one that has ended. */
    z.strictObject({ what: z.literal('client'), why: z._default(Why(), 'agreementEnded') }),
  ]),
);
export type ErasureInput = z.output<ReturnType<typeof ErasureInput>>;

/** The preview says all that there is to confirm. */
export const ConfirmationInput = lazy(() => z.strictObject({}));

/** What is left with a reason does not hold the erasure up any more; all else is looked for anew. */
export const ContinuationInput = lazy(() =>
  z.strictObject({
    left: z._default(
      z.array(z.strictObject({ id: FindingId(), because: z.enum(leavingReasons) })).check(z.maxLength(MOST_BY_HAND)),
      [],
    ),
  }),
);

const Counts = () => z.array(z.object({ kind: z.enum(erasedKinds), count: z.int() }));
export type Counts = z.infer<ReturnType<typeof Counts>>;

/** `until`: the day after which it is gone at the latest; null: as long as the client, or the service, is there. */
const Kept = () =>
  z.array(z.object({ kind: z.enum(keptKinds), count: z.nullable(z.int()), until: z.nullable(z.iso.date()) }));
export type Kept = z.infer<ReturnType<typeof Kept>>;

/** `copies`: at the most; null: nobody counts them. */
const OutOfReach = () => z.array(z.object({ place: z.enum(placesOutOfReach), copies: z.nullable(z.int()) }));
export type OutOfReach = z.infer<ReturnType<typeof OutOfReach>>;

const Months = () =>
  z.array(
    z.object({
      /** `2026-11`, in Stockholm. */
      month: z.string(),
      messages: z.int(),
      /** That became no message. */
      calls: z.int(),
    }),
  );
export type Months = z.infer<ReturnType<typeof Months>>;

const LeftByHand = () =>
  z.object({
    id: FindingId(),
    /** As in the register of stores. */
    store: z.string(),
    recordId: z.string(),
    /** Why it stays; null: somebody has to change it. */
    because: z.nullable(z.enum(leavingReasons)),
  });
export type LeftByHand = z.infer<ReturnType<typeof LeftByHand>>;

/** The client's, on which a person is erased: `as` is who wrote it down, an admin of the client who was signed in, or an officer. */
const Instruction = () =>
  z.object({ at: InstantOut(), given: z.enum(waysOfInstruction), as: z.enum(['clientAdmin', 'privacyOfficer']) });

const Progress = () => z.object({ state: z.enum(jobStates), done: z.int(), total: z.nullable(z.int()) });

const rowFields = () => ({
  id: idSchema('erasure'),
  clientId: idSchema('client'),
  what: z.enum(erasureWhats),
  why: Why(),
  state: z.enum(erasureStates),
  requestId: z.nullable(idSchema('request')),
  messageId: z.nullable(idSchema('message')),
  /** Of a register: whether the messages go too. Null for all others. */
  messages: z.nullable(z.enum(['erase', 'keep'])),
  /** A user; `service` where thirty days were over. */
  askedBy: z.string(),
  askedAt: InstantOut(),
  confirmedBy: z.nullable(z.string()),
  confirmedAt: z.nullable(InstantOut()),
  doneAt: z.nullable(InstantOut()),
  /** Null while it stands, and of one that was withdrawn before this was noted. */
  withdrawn: z.nullable(z.object({ at: InstantOut(), because: z.enum(withdrawnReasons) })),
  /** When it is done. */
  certificateId: z.nullable(idSchema('certificate')),
});

export const ErasureRow = lazy(() => z.object(rowFields()));
export type ErasureRow = z.input<ReturnType<typeof ErasureRow>>;
export const ErasurePage = lazy(() => pageOf(ErasureRow()));
export type ErasurePage = z.input<ReturnType<typeof ErasurePage>>;

/** open: not done, whoever has to see to it. */
export const ErasureListQuery = lazy(() =>
  z.strictObject({ ...pageFields(), state: z._default(z.enum(['open', 'done']), 'open') }),
);

/** `clientName`: null for one that is gone. */
export const AllErasuresPage = lazy(() => pageOf(z.object({ ...rowFields(), clientName: z.nullable(z.string()) })));
export type AllErasuresPage = z.input<ReturnType<typeof AllErasuresPage>>;

export const Erasure = lazy(() =>
  z.object({
    ...rowFields(),
    /** Null where no request is behind it. */
    instruction: z.nullable(Instruction()),
    /** What was there when it was counted; null until it is. */
    counted: z.nullable(z.object({ at: InstantOut(), counts: Counts() })),
    /** What has been erased so far. */
    erased: Counts(),
    kept: Kept(),
    outOfReach: OutOfReach(),
    /** What stays of a client: how much there was in each month. */
    months: Months(),
    /** Of a person: what only people can change, or have left. */
    byHand: z.array(LeftByHand()),
    /** Of the counting, or of the erasure; null where no job is under way. */
    progress: z.nullable(Progress()),
    /** Whether the caller may be the second person. */
    mayConfirm: z.boolean(),
  }),
);
export type Erasure = z.input<ReturnType<typeof Erasure>>;

const certificateFields = () => ({
  id: idSchema('certificate'),
  clientId: idSchema('client'),
  erasureId: idSchema('erasure'),
  what: z.enum(erasureWhats),
  issuedAt: InstantOut(),
});
export const CertificatePage = lazy(() => pageOf(z.object(certificateFields())));

/** Saved as it stands it is what `npm run verify-certificate` takes. */
export const SignedCertificate = lazy(() =>
  z.object({
    ...certificateFields(),
    /** JSON text as it was signed; see `Certificate`. */
    certificate: z.string(),
    /** ECDSA on P-256 with SHA-256 over `certificate`; DER, base64. */
    signature: z.string(),
    /** SubjectPublicKeyInfo, DER, base64. */
    publicKey: z.string(),
  }),
);
export type SignedCertificate = z.infer<ReturnType<typeof SignedCertificate>>;

export const CERTIFICATE_VERSION = 1;

/** What is certified, in the text that is signed: nothing personal. */
export const Certificate = lazy(() =>
  z.strictObject({
    version: z.literal(CERTIFICATE_VERSION),
    certificateId: idSchema('certificate'),
    erasureId: idSchema('erasure'),
    clientId: idSchema('client'),
    what: z.enum(erasureWhats),
    why: Why(),
    requestId: z.nullable(idSchema('request')),
    messageId: z.nullable(idSchema('message')),
    /** In what role somebody asked, and another confirmed; `service`: thirty days after the end of the agreement. */
    askedAs: z.string(),
    confirmedAs: z.nullable(z.string()),
    /** Of a person. Not in those that were issued before it was certified. */
    instruction: z.optional(z.nullable(Instruction())),
    /** When it was asked for, when it began, and when nothing was left. */
    askedAt: InstantOut(),
    from: InstantOut(),
    to: InstantOut(),
    method: z.literal('records deleted and keys destroyed'),
    erased: Counts(),
    /** What a person has left on purpose. */
    left: z.array(z.object({ store: z.string(), because: z.enum(leavingReasons), count: z.int() })),
    kept: Kept(),
    months: Months(),
    outOfReach: OutOfReach(),
    /** Days (UTC) of the erasure log in which it stands (of what went just before midnight, the next one too), and the last closed before. */
    erasureLog: z.object({
      days: z.array(z.iso.date()),
      after: z.nullable(z.object({ day: z.iso.date(), hash: z.string() })),
    }),
    issuedAt: InstantOut(),
  }),
);
export type Certificate = z.infer<ReturnType<typeof Certificate>>;
