// The access report (registerutdrag) as a document: what art. 15 of the GDPR asks for, for people and for machines at once.
import * as z from 'zod/mini';
import { InstantOut, Language } from '#shared/fields.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';

/** Named in each report; another number where a field changes its meaning or goes. */
export const REPORT_SCHEMA = 'answeronline/access-report/1';

/** What stands where a passage is hidden, because it is about somebody else. */
export const HIDDEN = '[…]';

/** How the person stands in a record. */
export const parts = [
  'self',
  'caller',
  'recipient',
  'contact',
  'mentioned',
  'actor',
  'concerned',
  'signatory',
] as const;
export type Part = (typeof parts)[number];

/** By what a record was found. */
export const waysFound = ['phone', 'email', 'name', 'staffId', 'userId'] as const;
export type WayFound = (typeof waysFound)[number];

const Field = () =>
  z.object({
    /** Stable: `caller.phone`. */
    code: z.string(),
    /** In the report's language. */
    name: z.string(),
    /** For machines: numbers in E.164, times in RFC 3339, codes as the API gives them. */
    value: z.string(),
    /** For people, in the report's language. */
    words: z.string(),
  });

const Entry = () =>
  z.object({
    id: z.string(),
    as: z.array(z.enum(parts)),
    foundBy: z.array(z.enum(waysFound)),
    /** When it is erased by itself; null where nothing is set: the section says what ends it. */
    keptUntil: z.nullable(InstantOut()),
    fields: z.array(Field()),
    /** What belongs to it: of a message each way it was sent. */
    parts: z.array(z.object({ name: z.string(), fields: z.array(Field()) })),
    /** Whether passages about other people are hidden. */
    hidden: z.boolean(),
  });
export type ReportEntry = z.output<ReturnType<typeof Entry>>;
export type ReportField = z.output<ReturnType<typeof Field>>;

const Section = () =>
  z.object({
    /** As in the register of stores. */
    store: z.string(),
    title: z.string(),
    /** What is kept there, and what for. */
    about: z.string(),
    retention: z.string(),
    entries: z.array(Entry()),
  });
export type ReportSection = z.output<ReturnType<typeof Section>>;

const Party = () =>
  z.object({
    name: z.string(),
    organisationNumber: z.nullable(z.string()),
    address: z.nullable(z.string()),
    contact: z.nullable(z.string()),
  });
export type Party = z.output<ReturnType<typeof Party>>;

const About = () =>
  z.object({
    purposes: z.array(z.string()),
    legalBasis: z.string(),
    categories: z.array(z.string()),
    recipients: z.array(z.string()),
    subProcessors: z.array(z.object({ name: z.string(), country: z.string(), purpose: z.string() })),
    /** Outside the EU and EEA. */
    transfers: z.string(),
    retention: z.array(z.object({ of: z.string(), until: z.string() })),
    source: z.array(z.string()),
    automatedDecisions: z.string(),
    rights: z.array(z.object({ name: z.string(), article: z.string(), text: z.string() })),
    complaints: z.string(),
  });
export type ReportAbout = z.output<ReturnType<typeof About>>;

const Searched = () =>
  z.object({
    /** As in the register of stores. */
    stores: z.array(z.string()),
    name: z.string(),
    result: z.enum(['found', 'nothing', 'notSearched']),
    /** Records that the report tells of. */
    count: z.int(),
    /** Why it was not searched, or not all that was found is told. */
    because: z.nullable(z.string()),
  });

const LeftOut = () => z.object({ count: z.int(), why: z.string() });

/** What stands before the data. */
const head = () => ({
  schema: z.literal(REPORT_SCHEMA),
  language: Language(),
  title: z.string(),
  requestId: idSchema('request'),
  receivedAt: InstantOut(),
  madeAt: InstantOut(),
  /** Of a long report for people, which is printed in parts; null: it is all here. The last part has what stands after the data. */
  part: z.nullable(z.object({ number: z.int(), last: z.boolean() })),
  controller: Party(),
  /** null: the service is the controller itself. */
  processor: z.nullable(Party()),
  /** What was searched for. */
  subject: z.object({
    names: z.array(z.string()),
    phones: z.array(z.string()),
    emails: z.array(z.string()),
    staffId: z.nullable(z.string()),
  }),
  about: About(),
});

/** What is known when the data has been gone through. */
const foot = () => ({
  /** Every place where the service may keep data. */
  searched: z.array(Searched()),
  leftOut: z.array(LeftOut()),
});

export const ReportHead = lazy(() => z.object(head()));
export type ReportHead = z.output<ReturnType<typeof ReportHead>>;
export const ReportFoot = lazy(() => z.object(foot()));
export type ReportFoot = z.output<ReturnType<typeof ReportFoot>>;

export const AccessReport = lazy(() => z.object({ ...head(), sections: z.array(Section()), ...foot() }));
export type AccessReport = z.output<ReturnType<typeof AccessReport>>;
