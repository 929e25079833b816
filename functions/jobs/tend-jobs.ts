// Orders jobs again that stand: their order was lost, or the run that had them died.
import { WAITS_MS } from '#jobs/job.ts';
import type { JobTopic } from '#jobs/order-jobs.ts';
import type { App } from '#shared/app.ts';
import type { ItemKey } from '#shared/tables.ts';
import { JOB_PARTITION } from '#shared/tables.ts';
import { tendDue } from '#shared/tend-due.ts';
import { StaleReadError } from '#shared/use-case.ts';

export interface JobOrderingApp extends App {
  readonly topics: JobTopic;
}

/** Costs what `tendDue` does, and for each job that stands one update (1 unit and 2 for the index) and one request to the topic. */
export const tendJobs = (app: JobOrderingApp, mayGoOn: () => boolean): Promise<number> =>
  tendDue(app, {
    partition: JOB_PARTITION,
    mayGoOn,
    failure: 'job-not-ordered',
    async tend({ pk, sk, clientId, dueAt }) {
      const key = { pk, sk } as ItemKey;
      const failed = await app.topics.jobs([{ clientId: clientId as string, jobId: sk as string }]);
      if (failed.length > 0) throw new Error('The order could not be published');
      const moved = await app.db.update('records', key, 'SET dueAt = :next', {
        expression: 'dueAt = :due',
        values: { ':due': dueAt, ':next': app.clock.nowMs() + WAITS_MS },
      });
      if (!moved) throw new StaleReadError('The job came on meanwhile');
      return true;
    },
  });
