// Every quarter of an hour: messages whose time is over are erased, absences that ended a week ago and notices forgotten, and
// the evidence told of what was erased.
import type { Context } from 'aws-lambda';
import { forgetNotices } from '#clients/forget-notices.ts';
import { reportSweep } from '#messages/report-sweep.ts';
import type { SweepApp } from '#messages/sweep-page.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { documentClient } from '#shared/document-client.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { keepTombstones } from '#shared/keep-erasures.ts';
import { log } from '#shared/log.ts';
import { s3Evidence } from '#shared/s3-evidence.ts';
import { jitteredWait } from '#shared/wait.ts';
import { forgetAbsences } from '#staff/forget-absences.ts';

/** A page takes seconds at most. */
const STOP_BEFORE_MS = 60_000;

let app: SweepApp | undefined;

function start(): SweepApp {
  const env = readEnv([...tableVariables, 'EVIDENCE_BUCKET']);
  const tables = tableNames(env);
  const client = documentClient();
  return {
    ...makeApp(tables, client),
    bulk: new BulkWrites(client, tables, jitteredWait),
    evidence: s3Evidence(env.EVIDENCE_BUCKET),
  };
}

async function sweep(ready: SweepApp, mayGoOn: () => boolean): Promise<void> {
  const { erased, disagreeing, finished } = await reportSweep(ready, mayGoOn);
  log.info('sweep', { count: erased, state: finished ? 'finished' : 'out-of-time' });
  if (disagreeing > 0) log.warn('sweep-left', { count: disagreeing });
}

async function forgetAbsent(ready: SweepApp): Promise<void> {
  log.info('absences-forgotten', { count: await forgetAbsences(ready) });
}

async function forgetEnded(ready: SweepApp): Promise<void> {
  log.info('notices-forgotten', { count: await forgetNotices(ready) });
}

async function keep(ready: SweepApp): Promise<void> {
  log.info('tombstones-kept', { count: await keepTombstones(ready) });
}

/** @throws AggregateError when one of the four has failed; the others were done all the same. */
export const handler = async (_event: unknown, context: Context): Promise<void> => {
  const ready = app ?? start();
  app = ready;
  const mayGoOn = () => context.getRemainingTimeInMillis() > STOP_BEFORE_MS;
  const done = await Promise.allSettled([sweep(ready, mayGoOn), forgetAbsent(ready), forgetEnded(ready), keep(ready)]);
  const errors = done.filter((one) => one.status === 'rejected').map(({ reason }) => reason);
  if (errors.length > 0) throw new AggregateError(errors, 'The sweep has failed');
};
