// A batch of orders for jobs, which is one.
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { JobOrder, type OfStopped, workJob } from '#jobs/work-job.ts';
import type { Workers } from '#jobs/worker.ts';
import type { App } from '#shared/app.ts';
import { eachMessage, type QueuePatience } from '#shared/queue-batch.ts';

export interface WorkingApp extends App {
  readonly patience: QueuePatience;
}

export const workJobs = <A extends WorkingApp>(
  app: A,
  workers: Workers<A>,
  event: SQSEvent,
  remainingMs: () => number,
  ofStopped: OfStopped<A>,
): Promise<SQSBatchResponse> =>
  eachMessage(event, app.patience, (body) => workJob(app, workers, JobOrder().parse(body), remainingMs, ofStopped));
