// Writes down what SES and SNS tell of deliveries afterwards.
import type { SQSEvent } from 'aws-lambda';
import { noteReceipt } from '#attention/note-receipt.ts';
import { toReceipt } from '#deliveries/receipts.ts';
import { type App, makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { eachMessage, type QueuePatience } from '#shared/queue-batch.ts';
import { sqsPatience } from '#shared/sqs-patience.ts';

interface ReceiptsApp extends App {
  patience: QueuePatience;
}

let app: ReceiptsApp | undefined;

function start(): ReceiptsApp {
  const env = readEnv([...tableVariables, 'RECEIPTS_QUEUE_URL']);
  return { ...makeApp(tableNames(env)), patience: sqsPatience(env.RECEIPTS_QUEUE_URL) };
}

export const handler = (event: SQSEvent) => {
  const ready = app ?? start();
  app = ready;
  return eachMessage(event, ready.patience, (body, timesReceived) =>
    noteReceipt(ready, toReceipt(body), timesReceived),
  );
};
