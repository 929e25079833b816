// A backlog in tables of its own: filled in bulk, with the last sweep as long ago as the oldest due message.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Dynamo } from '#local/dynamo.ts';
import type { Engine } from '#local/engine.ts';
import { rememberSweep } from '#messages/sweep-days.ts';
import { makeApp } from '#shared/app.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { jitteredWait } from '#shared/wait.ts';
import { inFlight } from '../delivery/load.ts';
import { benchTables, type Tables } from '../world/tables.ts';
import { type Backlog, DUE_HOURS, messageItems, NOW_MS } from './messages.ts';

/** Four items each: with six a request is nearly full. */
const MESSAGES_A_REQUEST = 6;
const LANES = 4;

export const atNow = { nowMs: () => NOW_MS };

export const clientAt = (endpoint: string): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint,
      region: 'eu-north-1',
      credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );

/** The engine becomes slower with every record in a stream, and nobody reads one here. */
const withoutStreams = (dynamo: Dynamo): Dynamo => ({
  ...dynamo,
  call: (operation, { StreamSpecification: _, ...input }: { StreamSpecification?: unknown }) =>
    dynamo.call(operation, input),
});

export async function fillTables({ dynamo, endpoint }: Engine, backlog: Backlog): Promise<Tables> {
  const tables = await benchTables(withoutStreams(dynamo));
  const client = clientAt(endpoint);
  const bulk = new BulkWrites(client, tables, jitteredWait);
  const starts = Array.from({ length: Math.ceil(backlog.messages / MESSAGES_A_REQUEST) }, (_, i) => i);
  await inFlight(LANES, starts, async (start) => {
    const from = start * MESSAGES_A_REQUEST;
    const count = Math.min(MESSAGES_A_REQUEST, backlog.messages - from);
    await bulk.writeEach(Array.from({ length: count }, (_, i) => messageItems(from + i, backlog)).flat());
  });
  await rememberSweep(makeApp(tables, client, atNow), NOW_MS - DUE_HOURS * 3_600_000);
  client.destroy();
  return tables;
}
