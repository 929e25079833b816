// Makes indexes of people anew: once for each client among the orders of a batch.
import type { SQSEvent } from 'aws-lambda';
import { type RebuildingApp, rebuildDirectories } from '#desk/rebuild-directories.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { documentClient } from '#shared/document-client.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { sqsPatience } from '#shared/sqs-patience.ts';
import { jitteredWait } from '#shared/wait.ts';

let app: RebuildingApp | undefined;

function start(): RebuildingApp {
  const env = readEnv([...tableVariables, 'DIRECTORY_QUEUE_URL']);
  const tables = tableNames(env);
  const client = documentClient();
  return {
    ...makeApp(tables, client),
    bulk: new BulkWrites(client, tables, jitteredWait),
    patience: sqsPatience(env.DIRECTORY_QUEUE_URL),
  };
}

export const handler = (event: SQSEvent) => {
  app ??= start();
  return rebuildDirectories(app, event);
};
