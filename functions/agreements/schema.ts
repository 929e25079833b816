// Agreements as the API takes and gives them: what is signed, what has been, and how each client stands.
import * as z from 'zod/mini';
import { AgreementDocument } from '#agreements/document.ts';
import { LocalDate } from '#calendar/local-time.ts';
import { ClientStatus } from '#clients/client-status.ts';
import { InstantOut, Language, Line, pageOf, Text } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';

/** `2026-12`. */
const Version = () => z.string().check(z.regex(/^\d{4}-\d{2}$/));
/** Lower-case hexadecimal, of the text in UTF-8. */
const Sha256 = () => z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const LanguageQuery = lazy(() => z.strictObject({ language: z._default(Language(), 'sv') }));

/** A text to be read: `documentHash` is SHA-256 of `text`, which is `document` in plain lines. */
const readable = () => ({
  version: Version(),
  language: Language(),
  documentHash: Sha256(),
  text: z.string(),
  document: AgreementDocument(),
});

/** The text with blanks where a client's own facts will stand. */
export const CurrentAgreement = lazy(() => z.object(readable()));

/** How an agreement stands: in force; another one was signed after it; the client has ended. */
const agreementStates = ['signed', 'replaced', 'ended'] as const;
export type AgreementState = (typeof agreementStates)[number];

const facts = () => ({
  id: idSchema('agreement'),
  clientId: idSchema('client'),
  state: z.enum(agreementStates),
  version: Version(),
  language: Language(),
  signedAt: InstantOut(),
  /** When it was replaced, or the client ended. */
  endedAt: z.nullable(InstantOut()),
  /** Until when it is kept at the longest, once it has come to an end. */
  keptUntil: z.nullable(InstantOut()),
  /** There is a newer version: the day until which it is to be signed. Nothing stops after it; a person of the service calls. */
  signBefore: z.nullable(LocalDate()),
});

export const Agreement = lazy(() =>
  z.object({
    ...facts(),
    signedBy: z.object({ name: z.string(), title: z.string() }),
  }),
);
export type Agreement = z.input<ReturnType<typeof Agreement>>;

/** What is missing before the service itself can sign: its own details, or those of a sub-processor. */
const Draft = lazy(() =>
  z.object({
    ...readable(),
    /** False until a privacy officer has filled in who the service is, and any sub-processor that a restore has lost: it cannot be signed before. */
    ready: z.boolean(),
    /** A newer version than the one that was signed. */
    newVersion: z.boolean(),
    /** The same version with other facts than those that were signed: settings of the client, or of the service. */
    changedFacts: z.boolean(),
  }),
);

/** Newest first, and the one that would be signed now: nothing of it is stored. */
export const AgreementList = lazy(() => z.object({ items: z.array(Agreement()), draft: z.nullable(Draft()) }));

const Objection = lazy(() =>
  z.object({
    subProcessorId: idSchema('subProcessor'),
    text: z.string(),
    at: InstantOut(),
    by: idSchema('user'),
  }),
);

/** With everything that proves it. */
export const AgreementDetail = lazy(() =>
  z.object({
    ...facts(),
    documentHash: Sha256(),
    text: z.string(),
    document: AgreementDocument(),
    signature: z.object({
      userId: idSchema('user'),
      name: z.string(),
      title: z.string(),
      /** What was said with it. */
      statement: z.string(),
      /** How it was made sure who signs: `portal`, the sign-in to the portal or the API. */
      method: z.string(),
      /** The network address that the request came from. */
      networkAddress: z.string(),
      at: InstantOut(),
    }),
    countersignature: z.object({
      service: z.string(),
      name: z.string(),
      title: z.string(),
      at: InstantOut(),
    }),
    /** The service's seal: `signed` as it stands is what `signature` is over. */
    seal: z.object({
      signed: z.string(),
      /** ECDSA on P-256 with SHA-256; DER, base64. */
      signature: z.string(),
      /** SubjectPublicKeyInfo, DER, base64. */
      publicKey: z.string(),
      /** The canonical text whose SHA-256 is `evidenceHash` in `signed`. */
      evidence: z.string(),
    }),
    /** All that the client has said, oldest first. */
    objections: z.array(Objection()),
  }),
);
export type AgreementDetail = z.input<ReturnType<typeof AgreementDetail>>;

export const SigningInput = lazy(() =>
  z.strictObject({
    version: Version(),
    language: Language(),
    documentHash: Sha256(),
    name: Line(),
    title: Line(),
    /** Whoever signs says that they may bind the company. */
    mayBind: z.literal(true),
  }),
);
export type SigningInput = z.output<ReturnType<typeof SigningInput>>;

export const ObjectionInput = lazy(() =>
  z.strictObject({ subProcessorId: idSchema('subProcessor'), text: Text(2_000) }),
);

export const OneAgreement = lazy(() =>
  z.strictObject({ clientId: idSchema('client'), agreementId: idSchema('agreement') }),
);

/** `missing`: nothing of the client is stored yet. `outdated`: a newer version waits for a signature. */
const standings = ['missing', 'signed', 'outdated', 'overdue', 'ended'] as const;
export type Standing = (typeof standings)[number];

const AgreementStanding = lazy(() =>
  z.object({
    clientId: idSchema('client'),
    clientName: z.string(),
    clientStatus: ClientStatus(),
    standing: z.enum(standings),
    agreementId: z.nullable(idSchema('agreement')),
    version: z.nullable(Version()),
    signedAt: z.nullable(InstantOut()),
    signBefore: z.nullable(LocalDate()),
  }),
);
export const AgreementStandings = lazy(() => pageOf(AgreementStanding()));
