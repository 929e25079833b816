// The DynamoDB-compatible engine: the bundled binary as a child process, or the one that DYNAMODB_ENDPOINT names.
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Dynamo, dynamoAt } from '#local/dynamo.ts';
import { indexStream } from '#local/stream-index.ts';

export interface Engine {
  readonly endpoint: string;
  readonly dynamo: Dynamo;
  stop(): Promise<void>;
}

const LOG = 'engine.log';

// A shell between: when the runner is gone, however it went, the pipe on standard input ends and the engine with it.
const outliveNobody = 'exec 3<&0; "$@" & engine=$!; (cat <&3 >/dev/null; kill "$engine") & wait "$engine"';

/** @param folder Where tables are kept, and what the engine says; null for tables in memory. */
export async function startEngine(folder: string | null, onDeath: (reason: string) => void): Promise<Engine> {
  const given = process.env.DYNAMODB_ENDPOINT;
  if (given) {
    const dynamo = dynamoAt(given);
    await untilReady(dynamo, () => undefined);
    return { endpoint: given, dynamo, stop: async () => dynamo.close() };
  }
  const port = await freePort();
  const database = folder === null ? null : join(folder, 'tables.sqlite');
  const command = [findBinary(), 'serve', '--port', String(port), ...(database ? ['--db-path', database] : [])];
  const child = spawnEngine(command, folder);
  let ended: string | undefined;
  let stopping = false;
  const exit = new Promise<void>((resolve) => {
    child.on('error', (error) => {
      ended = String(error);
      resolve();
    });
    child.on('exit', (code) => {
      ended = `the engine ended with code ${code}${folder === null ? '' : `; see ${join(folder, LOG)}`}`;
      child.stdin?.end();
      resolve();
      if (!stopping) onDeath(ended);
    });
  });
  const endpoint = `http://127.0.0.1:${port}`;
  const dynamo = dynamoAt(endpoint);
  await untilReady(dynamo, () => ended);
  if (database) indexStream(database);
  return {
    endpoint,
    dynamo,
    async stop() {
      stopping = true;
      dynamo.close();
      child.stdin?.end();
      await exit;
    },
  };
}

/** A process group of its own: Ctrl-C reaches the runner alone, which stops the engine last. */
function spawnEngine(command: readonly string[], folder: string | null): ChildProcess {
  const args = ['-c', outliveNobody, 'engine', ...command];
  if (folder === null) return spawn('sh', args, { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  mkdirSync(folder, { recursive: true });
  const log = openSync(join(folder, LOG), 'a');
  const child = spawn('sh', args, { stdio: ['pipe', log, log], detached: true });
  closeSync(log);
  return child;
}

function findBinary(): string {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve('@dynoxide/linux-x64/package.json'))), 'dynoxide');
  } catch (cause) {
    throw new Error(
      `no DynamoDB engine for ${process.platform} on ${process.arch}: the bundled one is for Linux on x64 (npm package @dynoxide/linux-x64). ` +
        "Install another, Amazon's DynamoDB Local for one, start it, and set DYNAMODB_ENDPOINT=http://localhost:8000.",
      { cause },
    );
  }
}

async function untilReady(dynamo: Dynamo, failure: () => string | undefined): Promise<void> {
  const giveUpAt = performance.now() + 20_000;
  for (;;) {
    try {
      await dynamo.call('ListTables', { Limit: 1 });
      return;
    } catch (error) {
      const reason = failure();
      if (reason) throw new Error(reason);
      if (performance.now() > giveUpAt) throw new Error('the DynamoDB engine does not answer', { cause: error });
      await sleep(20);
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
