// Exports in the table: what was asked for, the job that makes it, and what became of it. Ids, codes and counts only.
import type { Export, ExportCounts, ExportInput } from '#exports/schema.ts';
import { fileIn, fileRead, showFile } from '#jobs/file.ts';
import { jobIn, jobRead, showJob } from '#jobs/job.ts';
import { rfc3339, toSeconds } from '#shared/clock.ts';
import type { Found, Item, ReadRequest } from '#shared/found.ts';
import type { GivenReason } from '#shared/reasons.ts';
import { recordKeys } from '#shared/tables.ts';
import { notExists, type Write } from '#shared/writes.ts';

/** As its job. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

export interface ExportRecord extends Pick<ExportInput, 'what' | 'days' | 'protectedStaff'> {
  id: string;
  clientId: string;
  why: GivenReason;
  requestId: string | undefined;
  askedBy: string;
  askedAtMs: number;
  jobId: string;
  fileId: string | undefined;
  counts: ExportCounts | undefined;
}

export const exportRead = (clientId: string, exportId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.export(clientId, exportId),
});

export const toExport = (item: Item): ExportRecord =>
  ({ requestId: undefined, fileId: undefined, counts: undefined, ...item, id: item.sk }) as unknown as ExportRecord;

export const newExport = ({ id, ...record }: ExportRecord): Write => ({
  table: 'records',
  put: {
    ...recordKeys.export(record.clientId, id),
    kind: 'export',
    ...Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)),
    ttl: toSeconds(record.askedAtMs + KEPT_MS),
  },
  condition: notExists('records'),
});

/** With the transaction in which its file is ready: 2 units. */
export const madeExport = (clientId: string, exportId: string, fileId: string, counts: ExportCounts): Write => ({
  table: 'records',
  update: recordKeys.export(clientId, exportId),
  change: 'SET fileId = :fileId, #counts = :counts',
  condition: {
    expression: 'attribute_exists(pk)',
    names: { '#counts': 'counts' },
    values: { ':fileId': fileId, ':counts': counts },
  },
});

/** What is read beside an export to show it. */
export const besideExport = ({ clientId, jobId, fileId }: ExportRecord): ReadRequest[] => [
  jobRead(clientId, jobId),
  ...(fileId === undefined ? [] : [fileRead(clientId, fileId)]),
];

/** How many people and messages. */
export const exportedIn = ({ staff, messages }: ExportCounts): number => staff + messages;

/** Of a job that was forgotten. */
const ended = (counts: ExportCounts | undefined) => {
  const all = counts ? exportedIn(counts) : 0;
  return { state: 'done' as const, done: all, total: all };
};

export function showExport(record: ExportRecord, found: Found, nowMs: number): Export {
  const { clientId, fileId } = record;
  const job = jobIn(found, clientId, record.jobId);
  const file = fileId === undefined ? undefined : fileIn(found, clientId, fileId, nowMs);
  return {
    id: record.id,
    clientId,
    what: record.what,
    days: record.days,
    protectedStaff: record.protectedStaff,
    why: record.why,
    requestId: record.requestId ?? null,
    askedBy: record.askedBy,
    askedAt: rfc3339(record.askedAtMs),
    progress: job ? showJob(job) : ended(record.counts),
    counts: record.counts ?? null,
    file: file ? showFile(file) : null,
  };
}
