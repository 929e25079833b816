// A job: work that takes longer than a request, as a row. Who asks for it puts the row; whoever works at it keeps its place there.
import * as z from 'zod/mini';
import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import type { Found, Item, ReadRequest } from '#shared/found.ts';
import { idSchema } from '#shared/ids.ts';
import { lazy } from '#shared/route.ts';
import { JOB_PARTITION, recordKeys, ttlAttribute } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

export const jobWorks = ['search', 'report', 'export', 'count', 'erase', 'letter'] as const;
export type JobWork = (typeof jobWorks)[number];
export type JobState = 'waiting' | 'running' | 'done' | 'failed';

/** As it stands in the table. Ids, codes, counts and times only. */
export interface Job {
  id: string;
  /** SERVICE for our own. */
  clientId: string;
  work: JobWork;
  /** What it is about: a request, an export, an erasure, a letter's reference. */
  refId: string;
  /** `usr_…`, or SERVICE where a schedule asked. */
  askedBy: string;
  state: JobState;
  /** How many records have been gone through, and of how many where that is known. */
  done: number;
  total?: number;
  /** How often somebody has begun at it since it last came further. */
  runs: number;
  /** Where it goes on: made of ids by its worker. */
  at?: string;
  createdAtMs: number;
  /** Until when whoever works at it has it for themselves. */
  leasedUntilMs?: number;
}

/** What a worker is given beside its app and its job. */
export interface JobRun {
  /** False when the time is nearly up: keep the place and answer 'more'. */
  mayGoOn(): boolean;
  /** Keeps how far it is, and the lease. Costs one update. @throws where somebody else works at it by now. */
  note(progress: { done: number; total?: number; at?: string }): Promise<void>;
}

/** 'more': the time was up; it is called again with the place that it kept. Whatever it throws brings it again as well. */
export type Worker<A> = (app: A, job: Job, run: JobRun) => Promise<'done' | 'more'>;

export type NewJob = Pick<Job, 'clientId' | 'work' | 'refId' | 'askedBy'>;

const KEPT_SECONDS = 30 * 24 * 60 * 60;
/** A job that still stands after this is ordered anew by the schedule. */
const LOOKED_AFTER_MS = 20 * 60_000;

/** For the transaction of what asks for it: 2 units and 1 for the index. The stream sees it, and orders it. */
export function newJob(app: Pick<App, 'clock' | 'newId'>, job: NewJob): { jobId: string; writes: Write[] } {
  const createdAtMs = app.clock.nowMs();
  const jobId = app.newId('job', createdAtMs);
  const row = {
    ...recordKeys.job(job.clientId, jobId),
    kind: 'job',
    ...job,
    state: 'waiting',
    done: 0,
    runs: 0,
    createdAtMs,
    duePk: JOB_PARTITION,
    dueAt: createdAtMs + LOOKED_AFTER_MS,
    [ttlAttribute]: toSeconds(createdAtMs) + KEPT_SECONDS,
  };
  return { jobId, writes: [{ table: 'records', put: row }] };
}

/** 1 unit. */
export const jobRead = (clientId: string, jobId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.job(clientId, jobId),
});

/** @returns undefined where it is not there any more. */
export function jobIn(found: Found, clientId: string, jobId: string): Job | undefined {
  const item = found.get(jobRead(clientId, jobId));
  return item && toJob(item);
}

export const toJob = (item: Item): Job => ({ ...item, id: item.sk }) as unknown as Job;

/** As the API shows it. */
export const JobView = lazy(() =>
  z.object({
    jobId: idSchema('job'),
    state: z.enum(['waiting', 'running', 'done', 'failed']),
    done: z.int(),
    /** Null where nobody can say yet. */
    total: z.nullable(z.int()),
  }),
);
export type JobView = z.infer<ReturnType<typeof JobView>>;

export const showJob = ({ id, state, done, total }: Job): JobView => ({ jobId: id, state, done, total: total ?? null });
