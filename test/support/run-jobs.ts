// Works at the jobs that wait in the table, as the lane of jobs would, until none of their kind is left.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type JobState, toJob, type Work } from '#jobs/job.ts';
import { workJob } from '#jobs/work-job.ts';
import type { Workers } from '#jobs/worker.ts';
import type { App } from '#shared/app.ts';
import type { World } from '#test/support/engine.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { runAs } from '#test/support/under-grants.ts';

const QUARTER_MS = 15 * 60_000;

/** @returns the states that the jobs ended in. @param remainingMs of each run. */
export async function runJobs<A extends App>(
  world: World,
  app: A,
  workers: Workers<A>,
  remainingMs: () => number = () => QUARTER_MS,
): Promise<JobState[]> {
  const ended: string[] = [];
  for (;;) {
    const items = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'job');
    const [waiting] = items.map(toJob).filter(({ work, state }) => state === 'waiting' && workers[work as Work]);
    if (!waiting) {
      const jobs = items.map(toJob);
      return ended.map((id) => jobs.find((job) => job.id === id)?.state ?? 'failed');
    }
    ended.push(waiting.id);
    const order = { clientId: waiting.clientId, jobId: waiting.id };
    await runAs('work-jobs', () => workJob(app, workers, order, remainingMs));
  }
}

/** As the queue does, which brings the order of a run that died back when its lease is over. */
export async function freeJobs(world: World): Promise<void> {
  const jobs = (await rawItems(world, 'records')).filter(({ kind, state }) => kind === 'job' && state === 'running');
  for (const { pk, sk } of jobs)
    await world.raw.send(
      new UpdateCommand({
        TableName: world.tables.records,
        Key: { pk, sk },
        UpdateExpression: 'SET #state = :waiting',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':waiting': 'waiting' satisfies JobState },
      }),
    );
}
