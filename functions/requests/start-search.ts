// Orders the search for the person who asks: a job for the transaction of the step.
import type { RequestContent } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import type { Caller } from '#shared/caller.ts';
import { toSeconds } from '#shared/clock.ts';
import { JOB_PARTITION, recordKeys, ttlAttribute } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

const KEPT_SECONDS = 30 * 24 * 60 * 60;
const LOOKED_AT_AFTER_MS = 15 * 60_000;

/** One write of 2 units in the transaction, and 1 for the index. */
export function startSearch(
  app: App,
  { clientId, id: refId }: RequestContent,
  { id: askedBy }: Caller,
): { jobId: string; writes: Write[] } {
  const nowMs = app.clock.nowMs();
  const jobId = app.newId('job');
  const job = { kind: 'job', clientId, work: 'search', refId, askedBy, state: 'waiting', done: 0, runs: 0 };
  const put = {
    ...recordKeys.job(clientId, jobId),
    ...job,
    createdAtMs: nowMs,
    duePk: JOB_PARTITION,
    dueAt: nowMs + LOOKED_AT_AFTER_MS,
    [ttlAttribute]: toSeconds(nowMs) + KEPT_SECONDS,
  };
  return { jobId, writes: [{ table: 'records', put }] };
}
