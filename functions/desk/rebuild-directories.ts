// A batch of orders for indexes of people: one build for each client among them, as new as its newest order asks for.
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import type { DirectoryApp } from '#desk/app.ts';
import { DirectoryOrder, rebuildDirectory } from '#desk/rebuild-directory.ts';
import { eachMessage, type QueuePatience, type QueueResult } from '#shared/queue-batch.ts';

export interface RebuildingApp extends DirectoryApp {
  readonly patience: QueuePatience;
}

export function rebuildDirectories(app: RebuildingApp, event: SQSEvent): Promise<SQSBatchResponse> {
  const orders = event.Records.flatMap(({ body }) => orderIn(body) ?? []);
  const builds = new Map<string, Promise<QueueResult>>();
  return eachMessage(event, app.patience, (body) => {
    const { clientId } = DirectoryOrder().parse(body);
    const seenAtMs = Math.max(...orders.filter((one) => one.clientId === clientId).map((one) => one.seenAtMs));
    const build = builds.get(clientId) ?? rebuildDirectory(app, { clientId, seenAtMs });
    builds.set(clientId, build);
    return build;
  });
}

/** What is no order fails by itself, when its turn comes, and stops no other. */
function orderIn(body: string): DirectoryOrder | undefined {
  try {
    return DirectoryOrder().parse(JSON.parse(body));
  } catch {
    return undefined;
  }
}
