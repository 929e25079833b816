// From stream records to orders for jobs: one for each job that is new.
import type { JobOrder } from '#jobs/work-job.ts';

/** A stream record, as far as it matters. */
export interface JobChange {
  eventName: string;
  image: { kind: string; sk: string; clientId?: string };
}

export interface JobTopic {
  /** @returns positions of what could not be published. */
  jobs(orders: readonly JobOrder[]): Promise<number[]>;
}

/** @returns positions of changes whose order could not be published; they come again. */
export async function orderJobs(topic: JobTopic, changes: readonly JobChange[]): Promise<number[]> {
  const asked = changes.flatMap(({ eventName, image }, position) =>
    image.kind === 'job' && eventName === 'INSERT' && image.clientId !== undefined
      ? [{ position, order: { clientId: image.clientId, jobId: image.sk } }]
      : [],
  );
  if (asked.length === 0) return [];
  const failed = await topic.jobs(asked.map(({ order }) => order));
  return failed.flatMap((n) => asked[n]?.position ?? []);
}
