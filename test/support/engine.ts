// A DynamoDB engine for tests with the three tables, and an App on it whose requests and capacity are counted.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { CreateTableCommand, DeleteTableCommand, DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { type App, makeApp } from '#shared/app.ts';
import type { TableNames } from '#shared/database.ts';
import { createTables } from '#test/support/engine-tables.ts';
import { type Meter, meterOf } from '#test/support/meter.ts';

/** 23 November 2026, 09:00 in Stockholm: a Monday. */
export const MONDAY_MORNING_MS = Date.parse('2026-11-23T08:00:00Z');

/** A clock that stands still until a test moves it. */
interface TestClock {
  nowMs(): number;
  moveTo(ms: number): void;
  advance(ms: number): void;
}

function testClock(startMs = MONDAY_MORNING_MS): TestClock {
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
  stop(): Promise<void>;
}

/** The bundled engine in memory on a free port, or the one at DYNAMODB_ENDPOINT. */
export async function startEngine(): Promise<Engine> {
  const given = process.env.DYNAMODB_ENDPOINT;
  const child = given ? undefined : await spawnEngine();
  const endpoint = given ?? `http://127.0.0.1:${child?.port}`;
  const raw = clientAt(endpoint);
  await untilReady(raw, child?.process);
  const clients = [raw];
  const made: string[] = [];

  return {
    async world() {
      const tables = await createTables((input) => raw.send(new CreateTableCommand(input)));
      made.push(...Object.values(tables));
      const client = clientAt(endpoint);
      clients.push(client);
      const meter = meterOf(client);
      const clock = testClock();
      return { app: makeApp(tables, client, clock), clock, meter, tables, client, raw };
    },
    async stop() {
      // An engine that was there before is left as it was found.
      if (given) await Promise.all(made.map((TableName) => raw.send(new DeleteTableCommand({ TableName }))));
      for (const client of clients) client.destroy();
      child?.process.kill();
    },
  };
}

const clientAt = (endpoint: string) =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } }),
    { marshallOptions: { removeUndefinedValues: true } },
  );

async function spawnEngine(): Promise<{ process: ChildProcess; port: number }> {
  const binary = join(dirname(fileURLToPath(import.meta.resolve('@dynoxide/linux-x64/package.json'))), 'dynoxide');
  const port = await freePort();
  const child = spawn(binary, ['serve', '--port', String(port)], { stdio: 'ignore' });
  process.once('exit', () => child.kill());
  return { process: child, port };
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

async function untilReady(client: DynamoDBDocumentClient, child: ChildProcess | undefined): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await client.send(new ListTablesCommand({ Limit: 1 }));
      return;
    } catch (cause) {
      if (child && child.exitCode !== null) throw new Error('The DynamoDB engine ended', { cause });
      if (attempt === 200) throw new Error('The DynamoDB engine does not answer', { cause });
      await sleep(25);
    }
  }
}
