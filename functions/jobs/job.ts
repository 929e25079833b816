// A job: work that takes longer than a request. A row of ids: what is to be done, for whom, how far it is.
import * as z from 'zod/mini';
import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import type { Found, Item, ReadRequest } from '#shared/found.ts';
import { lazy } from '#shared/route.ts';
import { JOB_PARTITION, recordKeys } from '#shared/tables.ts';
import { notExists, type Write } from '#shared/writes.ts';

const works = ['search', 'report', 'export', 'count', 'erase', 'letter'] as const;
export type Work = (typeof works)[number];

const jobStates = ['waiting', 'running', 'done', 'failed'] as const;
export type JobState = (typeof jobStates)[number];

export interface Job {
  id: string;
  /** A client's, or SERVICE. */
  clientId: string;
  work: Work;
  /** What it works at: an id, whose record says the rest. */
  refId: string;
  /** `usr_…`, or SERVICE where nobody asked. */
  askedBy: string;
  state: JobState;
  done: number;
  total: number | undefined;
  /** Since it last came on: those that begin, whatever becomes of them. */
  runs: number;
  /** Where the worker goes on: its own words, made of ids and numbers only. */
  at: string | undefined;
  createdAtMs: number;
}

/** What was asked for a month ago is asked for anew. */
const KEPT_MS = 30 * 24 * 60 * 60_000;
/** An order takes seconds: whoever still waits after this has lost it. */
export const WAITS_MS = 10 * 60_000;

interface NewJob {
  clientId: string;
  work: Work;
  refId: string;
  askedBy: string;
}

/** One write for the transaction of whoever asks: 2 units, and 2 for the index of what is due. */
export function newJob(app: Pick<App, 'clock' | 'newId'>, asked: NewJob): { jobId: string; writes: Write[] } {
  const jobId = app.newId('job');
  const nowMs = app.clock.nowMs();
  const put = {
    ...recordKeys.job(asked.clientId, jobId),
    kind: 'job',
    ...asked,
    state: 'waiting' satisfies JobState,
    done: 0,
    runs: 0,
    createdAtMs: nowMs,
    ttl: toSeconds(nowMs + KEPT_MS),
    duePk: JOB_PARTITION,
    dueAt: nowMs + WAITS_MS,
  };
  return { jobId, writes: [{ table: 'records', put, condition: notExists('records') }] };
}

export const jobRead = (clientId: string, jobId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.job(clientId, jobId),
});

export const toJob = (item: Item): Job => ({
  id: item.sk as string,
  clientId: item.clientId as string,
  work: item.work as Work,
  refId: item.refId as string,
  askedBy: item.askedBy as string,
  state: item.state as JobState,
  done: item.done as number,
  total: item.total as number | undefined,
  runs: item.runs as number,
  at: item.at as string | undefined,
  createdAtMs: item.createdAtMs as number,
});

/** @returns undefined where it was never there, or was forgotten after a month. */
export function jobIn(found: Found, clientId: string, jobId: string): Job | undefined {
  const item = found.get(jobRead(clientId, jobId));
  return item && toJob(item);
}

/** How far it is, for the answer of whoever shows what the job works at. */
export const JobProgress = lazy(() =>
  z.object({
    state: z.enum(jobStates),
    done: z.int(),
    /** Not said before it is known. */
    total: z.optional(z.int()),
  }),
);
export type JobProgress = z.output<ReturnType<typeof JobProgress>>;

export const showJob = ({ state, done, total }: Job): JobProgress => ({
  state,
  done,
  ...(total !== undefined && { total }),
});
