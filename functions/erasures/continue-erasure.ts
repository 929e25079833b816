// Goes on with an erasure that waits for people, or whose job was given up.
import { demandErasure, erasurePathReads, isJobs, jobOf } from '#erasures/demand-erasure.ts';
import type { erasureRoutes } from '#erasures/routes.ts';
import { showErasure } from '#erasures/show-erasure.ts';
import { type ErasureRecord, writeErasure } from '#erasures/store.ts';
import { newJob } from '#jobs/job.ts';
import { type Finding, Problem } from '#shared/problems.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * Costs one batch read of 2 units (membership, row), 1 more for the job where one is under way, and one transaction: 2 units
 * for the row, 2 for the job and 1 for its index. A job that is at it stays.
 */
export const continueErasure: UseCase<(typeof erasureRoutes)['continueErasure']> = {
  reads: ({ params }) => erasurePathReads(params),

  async run(app, { params, body, caller, found }) {
    const erasure = demandErasure(found, params);
    const job = await jobOf(app, erasure);
    const stands = job === undefined || job.state === 'failed' || job.state === 'done';
    const mayGoOn = erasure.state === 'byHand' || (isJobs(erasure) && stands);
    if (!mayGoOn) throw new Problem('wrong-state');
    const left = { ...erasure.left, ...leftOf(erasure, body.left) };
    const next = newJob(app, { clientId: erasure.clientId, work: 'erase', refId: erasure.id, askedBy: caller.id });
    const { jobId } = next;
    const anew = { ...erasure, left, rounds: 1, jobId };
    // What it may erase itself goes before the next search.
    const { pass: _, ...unsearched } = anew;
    const goes = erasure.state === 'byHand' ? { ...unsearched, state: 'running' as const } : anew;
    const after = await writeErasure(app, goes, next.writes);
    return {
      status: 200,
      body: showErasure(after, { caller, nowMs: app.clock.nowMs(), job: await jobOf(app, after) }),
    };
  },
};

type Left = NonNullable<ErasureRecord['left']>;

/** @throws Problem invalid-request for what does not wait for anybody. */
function leftOf({ byHand = [] }: ErasureRecord, given: readonly { id: string; because: Left[string] }[]): Left {
  const errors = given.flatMap(({ id }, n): Finding[] =>
    byHand.includes(id) ? [] : [{ pointer: `/left/${n}/id`, detail: 'Not among what is left to people' }],
  );
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
  return Object.fromEntries(given.map(({ id, because }) => [id, because]));
}
