// What a restore has at hand: the restored table beside today's keys, the evidence, a journal, and what only the tool may ask.
import type { BulkWrites } from '#shared/bulk-writes.ts';
import type { EvidenceApp } from '#shared/keep-erasures.ts';
import type { KeyRow } from '#shared/register.ts';

export type RowAddress = { pk: string; sk: string };

/** What was found out about a record, and done. */
export const findings = [
  /** The evidence knew that it is erased. */
  'erased',
  /** Its key was gone, and the evidence not yet told: the next sweep tells it. */
  'withoutKey',
  /** It was changed since; it opened with the keys of then, and is as it was then. */
  'opensAsThen',
  /** A record that was changed since: it stands empty, until somebody fills it in by an edit. */
  'toFillIn',
  /** A membership whose role was changed since: it has the role of then. */
  'roleOfThen',
  /** A message that was corrected since: without its text now. */
  'textLost',
  /** A message whose note was changed since: without a note now. */
  'noteLost',
  /** A message whose retention was shortened since. */
  'shortened',
  /** A delivery that was under way: unknown now, with a task. */
  'unknown',
  /** A message that was taken since: its key is there, it is not. */
  'takenSince',
] as const;
export type Finding = (typeof findings)[number];

/** Ids only. */
export interface JournalEntry {
  finding: Finding;
  /** `service` for users, machine clients, and what is of the service itself; of a membership the home. */
  clientId: string;
  recordId: string;
}

/** `db` is on the restored table, which nobody else uses yet, and on today's keys, of which nothing is written. */
export interface RestoreApp extends EvidenceApp {
  readonly bulk: Pick<BulkWrites, 'writeEach'>;
  /** The time that the table was restored to. */
  readonly restoredToMs: number;
  /** Told before anything is done about it, so that it is known after a crash; then perhaps twice. */
  note(entry: JournalEntry): void;
  /** The keys that a record of the register had then, where RegisterKeys was restored beside it. */
  keysThen(address: RowAddress): Promise<KeyRow | undefined>;
  /** Where the rows of numbers stand that belong to these clients. Nothing but the whole table tells. */
  numbersOf(clientIds: ReadonlySet<string>): Promise<RowAddress[]>;
}
