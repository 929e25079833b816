// Orders that the lanes have given up: each becomes a task. What is no order stays among the dead letters, for an engineer.
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { noteDeadLetter } from '#attention/note-dead-letter.ts';
import { DeliveryOrder } from '#deliveries/schema.ts';
import { type App, makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { eachMessage } from '#shared/queue-batch.ts';

let app: App | undefined;

/** Nothing is brought again before the queue's own time. */
const patience = { bringAgain: async () => {} };

export const handler = (event: SQSEvent): Promise<SQSBatchResponse> => {
  const ready = app ?? makeApp(tableNames(readEnv(tableVariables)));
  app = ready;
  return eachMessage(event, patience, async (body) => {
    await noteDeadLetter(ready, DeliveryOrder().parse(body));
    return {};
  });
};
