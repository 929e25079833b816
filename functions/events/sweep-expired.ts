// Every quarter of an hour: messages whose time is over are erased.
import type { Context } from 'aws-lambda';
import { sweepExpired } from '#messages/sweep-expired.ts';
import type { SweepApp } from '#messages/sweep-page.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { documentClient } from '#shared/document-client.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { log } from '#shared/log.ts';
import { jitteredWait } from '#shared/wait.ts';

/** A page takes seconds at most. */
const STOP_BEFORE_MS = 60_000;

let app: SweepApp | undefined;

function start(): SweepApp {
  const tables = tableNames(readEnv(tableVariables));
  const client = documentClient();
  return { ...makeApp(tables, client), bulk: new BulkWrites(client, tables, jitteredWait) };
}

export const handler = async (_event: unknown, context: Context): Promise<void> => {
  app ??= start();
  const { erased, disagreeing, finished } = await sweepExpired(
    app,
    () => context.getRemainingTimeInMillis() > STOP_BEFORE_MS,
  );
  log.info('sweep', { count: erased, state: finished ? 'finished' : 'out-of-time' });
  if (disagreeing > 0) log.warn('sweep-left', { count: disagreeing });
};
