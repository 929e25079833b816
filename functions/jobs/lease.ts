// Whose turn a job is: at most one run has it, until its lease is over.
import { type Job, type JobState, jobRead, toJob, WAITS_MS } from '#jobs/job.ts';
import { LeaseLostError, type Progress } from '#jobs/worker.ts';
import type { App } from '#shared/app.ts';
import type { Item } from '#shared/found.ts';

/** A run that died is not taken for a living one for longer than this. */
const GRACE_MS = 30_000;

export interface Lease {
  job: Job;
  /** Whose it is. */
  lease: string;
}

const stateNames = { '#state': 'state' };
const waiting = 'waiting' satisfies JobState;
const running = 'running' satisfies JobState;
const done = 'done' satisfies JobState;
const failed = 'failed' satisfies JobState;

/**
 * One update, 1 unit and 2 for the index.
 * @param forMs how long the run may take.
 * @returns undefined where the job is over, is not there, or another run has it.
 */
export async function takeLease(
  app: App,
  { clientId, jobId }: { clientId: string; jobId: string },
  forMs: number,
): Promise<Lease | undefined> {
  const nowMs = app.clock.nowMs();
  const lease = app.newId('job');
  const untilMs = nowMs + forMs + GRACE_MS;
  const item = await app.db.update(
    'records',
    jobRead(clientId, jobId).key,
    'SET #state = :running, lease = :lease, leaseUntilMs = :until, runs = runs + :one, dueAt = :due',
    {
      expression: '#state = :waiting OR (#state = :running AND leaseUntilMs < :now)',
      names: stateNames,
      values: {
        ':running': running,
        ':waiting': waiting,
        ':lease': lease,
        ':until': untilMs,
        ':due': untilMs + WAITS_MS,
        ':now': nowMs,
        ':one': 1,
      },
    },
    (standing) => standing.lease === lease,
  );
  return item && { job: toJob(item), lease };
}

const held = ({ lease }: Lease) => ({
  expression: '#state = :running AND lease = :lease',
  names: stateNames,
  values: { ':running': running, ':lease': lease },
});

async function change(
  app: App,
  lease: Lease,
  expression: string,
  values: Item,
  isOurs: (item: Item) => boolean,
  names: Readonly<Record<string, string>> = {},
) {
  const condition = held(lease);
  const { clientId, id } = lease.job;
  return app.db.update(
    'records',
    jobRead(clientId, id).key,
    expression,
    { ...condition, names: { ...condition.names, ...names }, values: { ...condition.values, ...values } },
    isOurs,
  );
}

/**
 * How far it is: 1 unit. With a place to go on from, the runs begin to count anew.
 * @throws LeaseLostError where another run has the job by now.
 */
export async function noteProgress(app: App, lease: Lease, { done: count, total, at }: Progress): Promise<void> {
  const sets = new Map<string, unknown>([['done', count]]);
  if (total !== undefined) sets.set('total', total);
  if (at !== undefined) sets.set('at', at).set('runs', 1);
  const names = [...sets.keys()];
  const condition = held(lease);
  const item = await app.db.update(
    'records',
    jobRead(lease.job.clientId, lease.job.id).key,
    `SET ${names.map((name) => `#${name} = :${name}`).join(', ')}`,
    {
      ...condition,
      names: { ...condition.names, ...Object.fromEntries(names.map((name) => [`#${name}`, name])) },
      values: { ...condition.values, ...Object.fromEntries(names.map((name) => [`:${name}`, sets.get(name)])) },
    },
  );
  if (!item) throw new LeaseLostError('Another run has the job');
  if (at !== undefined) lease.job.runs = 1;
}

/** Ends the job: 1 unit and 1 for the index. What is done is all that there was. Nothing happens where another run has it by now. */
export const endJob = (app: App, lease: Lease, state: 'done' | 'failed') =>
  change(
    app,
    lease,
    `SET #state = :ended${state === 'done' ? ', #total = #done' : ''} REMOVE lease, leaseUntilMs, duePk, dueAt`,
    { ':ended': state === 'done' ? done : failed },
    (item) => item.state === state,
    state === 'done' ? { '#total': 'total', '#done': 'done' } : {},
  );

/**
 * Lets the next run have it: 1 unit and 2 for the index.
 * @param runs those that count against it.
 */
export const releaseLease = (app: App, lease: Lease, runs: number) =>
  change(
    app,
    lease,
    'SET #state = :waiting, dueAt = :due, runs = :runs REMOVE lease, leaseUntilMs',
    { ':waiting': waiting, ':due': app.clock.nowMs() + WAITS_MS, ':runs': runs },
    (item) => item.state === waiting,
  );
