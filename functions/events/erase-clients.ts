// Every quarter of an hour: what is left of clients that somebody has erased.
import type { Context } from 'aws-lambda';
import type { ErasureApp } from '#erasures/app.ts';
import { frameClient } from '#erasures/frame-client.ts';
import { eraseClients } from '#privacy/erase-clients.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { documentClient } from '#shared/document-client.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { kmsSigner } from '#shared/kms-signer.ts';
import { log } from '#shared/log.ts';
import { s3Evidence } from '#shared/s3-evidence.ts';
import { jitteredWait } from '#shared/wait.ts';
import { cognitoIdentityProvider } from '#users/cognito-identity-provider.ts';

/** A page of messages takes seconds, and so do 25 accounts. */
const STOP_BEFORE_MS = 60_000;

let app: ErasureApp | undefined;

function start(): ErasureApp {
  const env = readEnv([...tableVariables, 'EVIDENCE_BUCKET', 'SIGNING_KEY_ID', 'USER_POOL_ID']);
  const tables = tableNames(env);
  const client = documentClient();
  return {
    ...makeApp(tables, client),
    bulk: new BulkWrites(client, tables, jitteredWait),
    evidence: s3Evidence(env.EVIDENCE_BUCKET),
    signer: kmsSigner(env.SIGNING_KEY_ID),
    identity: cognitoIdentityProvider(env.USER_POOL_ID),
  };
}

export const handler = async (_event: unknown, context: Context): Promise<void> => {
  app ??= start();
  const mayGoOn = () => context.getRemainingTimeInMillis() > STOP_BEFORE_MS;
  const { done, finished } = await eraseClients(app, mayGoOn, frameClient(app));
  log.info('clients-erased', { count: done, state: finished ? 'finished' : 'out-of-time' });
};
