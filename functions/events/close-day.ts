// Every hour: days that have ended are closed into the two logs, once each.
import type { Context } from 'aws-lambda';
import type { ClosingApp } from '#privacy/app.ts';
import { closeLogs } from '#privacy/close-logs.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { kmsSigner } from '#shared/kms-signer.ts';
import { log } from '#shared/log.ts';
import { s3Evidence } from '#shared/s3-evidence.ts';

/** A day takes seconds. */
const STOP_BEFORE_MS = 60_000;

let app: ClosingApp | undefined;

function start(): ClosingApp {
  const env = readEnv([...tableVariables, 'EVIDENCE_BUCKET', 'SIGNING_KEY_ID']);
  const evidence = s3Evidence(env.EVIDENCE_BUCKET);
  return { ...makeApp(tableNames(env)), evidence, signer: kmsSigner(env.SIGNING_KEY_ID) };
}

export const handler = async (_event: unknown, context: Context): Promise<void> => {
  app ??= start();
  const mayGoOn = () => context.getRemainingTimeInMillis() > STOP_BEFORE_MS;
  const { closed, finished } = await closeLogs(app, mayGoOn);
  log.info('days-closed', { count: closed, state: finished ? 'finished' : 'out-of-time' });
};
