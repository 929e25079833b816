// One order for a job: takes the lease, lets the worker go on, and says what becomes of the order.
import * as z from 'zod/mini';
import type { Job } from '#jobs/job.ts';
import { endJob, type Lease, noteProgress, releaseLease, takeLease } from '#jobs/lease.ts';
import { LeaseLostError, type Worker, type Workers } from '#jobs/worker.ts';
import type { App } from '#shared/app.ts';
import { idSchema } from '#shared/ids.ts';
import { log } from '#shared/log.ts';
import type { QueueResult } from '#shared/queue-batch.ts';
import { lazy } from '#shared/route.ts';
import { SERVICE } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

/** What else is written where a job is given up: before its end, so that it may be written twice, and is never forgotten. */
export type OfStopped<A> = (app: A, job: Job) => readonly Write[];

/** Ids only. */
export const JobOrder = lazy(() =>
  z.strictObject({ clientId: z.union([idSchema('client'), z.literal(SERVICE)]), jobId: idSchema('job') }),
);
export type JobOrder = z.output<ReturnType<typeof JobOrder>>;

/** Runs in which a job does not come on, before it is given up. */
const MOST_RUNS = 5;
/** After the first failure; twice as long after each more. */
const REST_SECONDS = 30;
const AT_ONCE_SECONDS = 1;
/** Time for what a worker does between two questions. */
const STOP_BEFORE_MS = 60_000;

/**
 * Costs two updates (2 units, and 3 for the index), and what the worker does. An order that comes twice, or while another run
 * has the job, is done at the cost of one refused update. One that died comes again when its lease is over.
 * @param remainingMs how long this run may still take.
 * @param ofStopped for the one who has to know that it was given up.
 */
export async function workJob<A extends App>(
  app: A,
  workers: Workers<A>,
  order: JobOrder,
  remainingMs: () => number,
  ofStopped: OfStopped<A> = () => [],
): Promise<QueueResult> {
  const giveUp = (given: Lease) => stop(app, given, ofStopped(app, given.job));
  const lease = await takeLease(app, order, remainingMs());
  if (!lease) return {};
  const { job } = lease;
  const worker = workers[job.work];
  if (!worker || job.runs > MOST_RUNS) return giveUp(lease);
  try {
    return await run(app, worker, lease, remainingMs);
  } catch (error) {
    // It is another's now, and so is what becomes of it.
    if (error instanceof LeaseLostError) return {};
    log.error('job-run-failed', error, { jobId: job.id, clientId: job.clientId, code: job.work, count: job.runs });
    if (job.runs >= MOST_RUNS) return giveUp(lease);
    await releaseLease(app, lease, job.runs);
    return { againAfterSeconds: REST_SECONDS * 2 ** (job.runs - 1) };
  }
}

async function run<A extends App>(
  app: A,
  worker: Worker<A>,
  lease: Lease,
  remainingMs: () => number,
): Promise<QueueResult> {
  const { job } = lease;
  const outcome = await worker(app, job, {
    mayGoOn: () => remainingMs() > STOP_BEFORE_MS,
    note: (progress) => noteProgress(app, lease, progress),
  });
  if (outcome === 'more') {
    await releaseLease(app, lease, 0);
    return { againAfterSeconds: AT_ONCE_SECONDS };
  }
  await endJob(app, lease, 'done');
  log.info('job-done', { jobId: job.id, clientId: job.clientId, code: job.work });
  return {};
}

/** Read by an alarm: a person has to look. */
async function stop(app: App, lease: Lease, told: readonly Write[]): Promise<QueueResult> {
  const { id, clientId, work, runs } = lease.job;
  if (told.length > 0) await app.db.commit(told);
  await endJob(app, lease, 'failed');
  log.warn('job-failed', { jobId: id, clientId, code: work, count: runs });
  return {};
}
