// Jobs and sealed files on an engine of their own: orders are handed to the worker by the test, the bucket is in memory.
import type { SQSEvent } from 'aws-lambda';
import { servePrivacy } from '#api/privacy.ts';
import { taskOfStopped } from '#attention/task-of-stopped.ts';
import { workExport } from '#exports/work-export.ts';
import type { HandoutApp } from '#jobs/handouts.ts';
import { type Job, jobIn, jobRead } from '#jobs/job.ts';
import { type JobChange, type JobTopic, orderJobs } from '#jobs/order-jobs.ts';
import type { JobOrder } from '#jobs/work-job.ts';
import { workJobs } from '#jobs/work-jobs.ts';
import type { Workers } from '#jobs/worker.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import type { Engine } from '#test/support/engine.ts';
import { type Caller, type Claims, callerOf } from '#test/support/http-call.ts';
import { linking } from '#test/support/links.ts';
import { type MemoryHandouts, memoryHandouts } from '#test/support/memory-handouts.ts';
import { type MessagesWorld, messagesWorld } from '#test/support/messages-world.ts';
import { servicePerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { runAs } from '#test/support/under-grants.ts';

export const RUN_MS = 900_000;

export interface JobWorld extends MessagesWorld {
  app: HandoutApp;
  handouts: MemoryHandouts;
  crashes: CrashPoints;
  /** Calls the routes of privacy: files, exports. */
  privacy: Caller;
  officer: Claims;
  topics: JobTopic;
  /** What went to the topic. */
  ordered: JobOrder[];
  /** Orders each job in the table that is new, as the stream would. */
  dispatch(): Promise<void>;
  /** Hands an order to the lane. @returns what the queue hears: undefined where the order is done. */
  receive(order: JobOrder, how?: Receiving): Promise<number | undefined>;
  job(order: JobOrder): Promise<Job | undefined>;
}

interface Receiving {
  workers?: Workers<HandoutApp>;
  /** Default: as long as Lambda gives. */
  remainingMs?: () => number;
}

export async function jobWorld(engine: Engine): Promise<JobWorld> {
  const world = await messagesWorld(engine);
  const crashes = new CrashPoints();
  crashes.watch(world.client);
  const handouts = memoryHandouts();
  const app: HandoutApp = { ...world.app, handouts: crashing(handouts, crashes) };
  const ordered: JobOrder[] = [];
  const topics: JobTopic = {
    async jobs(orders) {
      ordered.push(...orders);
      return [];
    },
  };
  const seen = new Set<unknown>();
  return {
    ...world,
    app,
    handouts,
    crashes,
    privacy: callerOf(servePrivacy(() => ({ ...app, ...linking }))),
    officer: await servicePerson(world, 'privacyOfficer'),
    topics,
    ordered,
    async dispatch() {
      const jobs = (await rawItems(world, 'records')).filter(({ kind, sk }) => kind === 'job' && !seen.has(sk));
      for (const { sk } of jobs) seen.add(sk);
      await orderJobs(
        topics,
        jobs.map((image) => ({ eventName: 'INSERT', image }) as unknown as JobChange),
      );
    },
    async receive(order, { workers = { export: workExport }, remainingMs = () => RUN_MS } = {}) {
      let againAfter: number | undefined;
      const patience = {
        async bringAgain(_: string, afterSeconds: number) {
          againAfter = afterSeconds;
        },
      };
      const { batchItemFailures } = await runAs('work-jobs', () =>
        workJobs({ ...app, patience }, workers, eventOf(order), remainingMs, taskOfStopped),
      );
      return batchItemFailures.length === 0 ? undefined : (againAfter ?? Number.POSITIVE_INFINITY);
    },
    async job({ clientId, jobId }) {
      return jobIn(await world.app.db.read([jobRead(clientId, jobId)]), clientId, jobId);
    },
  };
}

const crashing = (handouts: MemoryHandouts, crashes: CrashPoints): HandoutApp['handouts'] => ({
  put: (name, bytes) => crashes.around(() => handouts.put(name, bytes)),
  async begin(name) {
    const upload = await crashes.around(() => handouts.begin(name));
    return {
      part: (bytes) => crashes.around(() => upload.part(bytes)),
      complete: () => crashes.around(() => upload.complete()),
    };
  },
  delete: (name) => crashes.around(() => handouts.delete(name)),
});

const eventOf = (order: JobOrder): SQSEvent => ({
  Records: [
    {
      messageId: order.jobId,
      receiptHandle: order.jobId,
      body: JSON.stringify(order),
      attributes: { ApproximateReceiveCount: '1' },
    } as unknown as SQSEvent['Records'][0],
  ],
});
