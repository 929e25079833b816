// Makes indexes of people anew: once for each client among the orders of a batch.
import type { SQSEvent } from 'aws-lambda';
import type { DirectoryApp } from '#desk/app.ts';
import { DirectoryOrder, rebuildDirectory } from '#desk/rebuild-directory.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { documentClient } from '#shared/document-client.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { eachMessage, type QueuePatience, type QueueResult } from '#shared/queue-batch.ts';
import { sqsPatience } from '#shared/sqs-patience.ts';
import { jitteredWait } from '#shared/wait.ts';

interface RebuildingApp extends DirectoryApp {
  patience: QueuePatience;
}

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
  const ready = app ?? start();
  app = ready;
  const orders = event.Records.map(({ body }) => DirectoryOrder().safeParse(JSON.parse(body)).data);
  const builds = new Map<string, Promise<QueueResult>>();
  return eachMessage(event, ready.patience, (body) => {
    const { clientId } = DirectoryOrder().parse(body);
    const seenAtMs = Math.max(...orders.flatMap((one) => (one?.clientId === clientId ? one.seenAtMs : [])));
    const build = builds.get(clientId) ?? rebuildDirectory(ready, { clientId, seenAtMs });
    builds.set(clientId, build);
    return build;
  });
};
