// A DynamoDB engine with the three tables, and an App on it whose requests and capacity are counted.
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { startEngine as startProcess } from '#local/engine.ts';
import { type App, makeApp } from '#shared/app.ts';
import type { TableNames } from '#shared/writes.ts';
import { createTables } from '#test/support/engine-tables.ts';
import { type Meter, meterOf } from '#test/support/meter.ts';
import { holdToGrants } from '#test/support/under-grants.ts';

/** 23 November 2026, 09:00 in Stockholm: a Monday. */
export const MONDAY_MORNING_MS = Date.parse('2026-11-23T08:00:00Z');

/** A clock that stands still until a test moves it. */
interface TestClock {
  nowMs(): number;
  moveTo(ms: number): void;
  advance(ms: number): void;
}

export function testClock(startMs = MONDAY_MORNING_MS): TestClock {
  let nowMs = startMs;
  return {
    nowMs: () => nowMs,
    moveTo: (ms) => {
      nowMs = ms;
    },
    advance: (ms) => {
      nowMs += ms;
    },
  };
}

export interface World {
  app: App;
  clock: TestClock;
  /** What the app's client has sent. */
  meter: Meter;
  tables: TableNames;
  /** The app's own client: for faults on its middleware stack. */
  client: DynamoDBDocumentClient;
  /** Another one, not counted: for tests that look at raw items. */
  raw: DynamoDBDocumentClient;
}

export interface Engine {
  /** Fresh tables of its own, and an app on them, for one test or a file of them. */
  world(): Promise<World>;
}

/** The bundled engine in memory on a free port, or the one at DYNAMODB_ENDPOINT. */
export async function startEngine() {
  const { endpoint, stop } = await startProcess(null, (reason) => {
    throw new Error(reason);
  });
  const raw = clientAt(endpoint);
  const clients = [raw];
  const made: string[] = [];

  return {
    async world(): Promise<World> {
      const tables = await createTables((input) => raw.send(new CreateTableCommand(input)));
      made.push(...Object.values(tables));
      const client = clientAt(endpoint);
      clients.push(client);
      const meter = meterOf(client);
      holdToGrants(client, tables);
      const clock = testClock();
      return { app: makeApp(tables, client, clock), clock, meter, tables, client, raw };
    },
    async stop() {
      // An engine that was there before is left as it was found.
      if (process.env.DYNAMODB_ENDPOINT)
        await Promise.all(made.map((TableName) => raw.send(new DeleteTableCommand({ TableName }))));
      for (const client of clients) client.destroy();
      await stop();
    },
  };
}

const clientAt = (endpoint: string) =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
