// Works at the jobs that wait in the table, as the lane of jobs would, until none of their kind is left.
import { type JobState, toJob, type Work } from '#jobs/job.ts';
import { workJob } from '#jobs/work-job.ts';
import type { Workers } from '#jobs/worker.ts';
import type { App } from '#shared/app.ts';
import type { World } from '#test/support/engine.ts';
import { rawItems } from '#test/support/raw-items.ts';

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
    await workJob(app, workers, { clientId: waiting.clientId, jobId: waiting.id }, remainingMs);
  }
}
