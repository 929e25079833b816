// The access report of a request in the table: who makes it, in which language, and which files there are. Ids and codes only.
import { endFile } from '#jobs/end-files-about.ts';
import { type FileFormat, fileRead, releaseFile, type StandingFile, toFile } from '#jobs/file.ts';
import type { Language } from '#shared/fields.ts';
import type { Found, Item, ReadRequest } from '#shared/found.ts';
import { recordKeys } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

export interface MadeFile {
  fileId: string;
  format: FileFormat;
}

export interface ReportRow {
  jobId: string;
  language: Language;
  askedAtMs: number;
  /** In the order in which they are read: the one for machines first. */
  files: readonly MadeFile[];
  madeAtMs?: number;
  /** How many findings there were, when it was made. */
  of?: number;
  /** Findings that have changed since somebody looked at them, and are hidden. */
  changed: number;
}

const keyOf = (requestId: string) => recordKeys.finding(requestId, '', 'report');

export const reportRowRead = (requestId: string): ReadRequest => ({ table: 'records', key: keyOf(requestId) });

export const toReportRow = (item: Item | undefined): ReportRow | undefined => item as ReportRow | undefined;

export const putReportRow = (requestId: string, row: ReportRow): Write => ({
  table: 'records',
  put: { ...keyOf(requestId), kind: 'finding', ...row },
});

/** Whoever is making it finds nothing to finish. */
export const forgetReport = (requestId: string): Write => ({ table: 'records', delete: keyOf(requestId) });

/** Refused where another report was asked for since. */
export const changeReportRow = (requestId: string, row: ReportRow): Write => ({
  ...(putReportRow(requestId, row) as Extract<Write, { put: Item }>),
  condition: { expression: 'jobId = :job', values: { ':job': row.jobId } },
});

export const fileReads = (clientId: string, { files }: ReportRow): ReadRequest[] =>
  files.map(({ fileId }) => fileRead(clientId, fileId));

/** Those whose time is not over. */
export const filesIn = (found: Found, clientId: string, row: ReportRow, nowMs: number): StandingFile[] =>
  fileReads(clientId, row)
    .map((read) => found.get(read))
    .filter((item) => item !== undefined)
    .map(toFile)
    .filter(({ state, endsAtMs }) => state === 'ready' && endsAtMs > nowMs);

/** The client's admins may fetch them from then on. 2 units for each. */
export const releaseReport = (clientId: string, { files }: ReportRow): Write[] =>
  files.map(({ fileId }) => releaseFile(clientId, fileId));

/** For `commitEnding`: what was made before opens no more. */
export const endReportFiles = (clientId: string, { files }: Pick<ReportRow, 'files'>): Write[] =>
  files.map(({ fileId }) => endFile(clientId, fileId));
