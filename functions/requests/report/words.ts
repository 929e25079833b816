// What a report says in its own words, in one language.
import type { UnsearchedReason } from '#requests/search/unsearched.ts';
import type { Language } from '#shared/fields.ts';

/** Findings are named by these. */
export const reportedStores = [
  'staff',
  'membership',
  'client',
  'answering',
  'suppression',
  'machine',
  'message',
  'task',
  'request',
  'agreement',
  'serviceDetails',
  'subProcessor',
  'audit',
  'job',
  'export',
  'erasure',
  'tombstone',
] as const;
export type ReportedStore = (typeof reportedStores)[number];

interface SectionWords {
  title: string;
  about: string;
  retention: string;
}

export interface ReportWords {
  title(part: number | undefined): string;
  /** In the order in which they are read. */
  sections: Readonly<Record<ReportedStore, SectionWords>>;
  /** The same store in our own records. */
  serviceSections: Readonly<Partial<Record<ReportedStore, SectionWords>>>;
  unsearched: Readonly<Record<UnsearchedReason, { name: string; because: string }>>;
  leftOut: { expiring: string; notThePerson: string; gone: string; unreadable: string; notGiven: string };
  purposes: { client: readonly string[]; service: readonly string[] };
  legalBasis: { client: string; service: string };
  categories: readonly string[];
  recipients: { client: readonly string[]; service: readonly string[] };
  transfers: string;
  retentionOfMessages(time: string): string;
  months(count: number): string;
  days(count: number): string;
  source: { client: readonly string[]; service: readonly string[] };
  automatedDecisions: string;
  rights: readonly { name: string; article: string; text: string }[];
  complaints: string;
  /** Of a list: `Telefonnummer 2`. */
  part(name: string, n: number): string;
  you: string;
  notNamed: string;
}

export type InBoth = Readonly<Record<Language, string>>;
