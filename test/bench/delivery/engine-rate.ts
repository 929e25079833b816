// What the engine gives: the requests of one message, as they were recorded, played at a fresh engine for many messages.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as sdk from '@aws-sdk/client-dynamodb';
import { startEngine } from '#local/engine.ts';
import type { Exchange } from '../lab/stub-aws.ts';
import { benchTables, type Tables } from '../world/tables.ts';
import { inFlight } from './load.ts';

/** One message's requests in order, with the ids that have to differ from message to message. */
export interface MessageRequests {
  readonly exchanges: readonly Exchange[];
  readonly ids: readonly string[];
  /** Named as they were when it was recorded. */
  readonly tables: Omit<Tables, 'drop'>;
}

/** Sends one request; `operation` is DynamoDB's name of it. */
type Send = (operation: string, input: Record<string, unknown>) => Promise<unknown>;

/** `wire`: the writes alone, straight to the engine. `sdk`: all that the functions ask of DynamoDB, by AWS's client. */
export type Via = 'wire' | 'sdk';

const isWrite = ({ operation }: Exchange) => /^DynamoDB\.(Put|Update|Delete|Transact)/.test(operation);
const isDynamo = ({ operation }: Exchange) => operation.startsWith('DynamoDB.');

/** The client that functions have, without what they put around it. */
function bySdk(endpoint: string): Send {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const client = new sdk.DynamoDBClient({ endpoint, region: 'eu-north-1', credentials });
  const commands = sdk as unknown as Record<string, new (input: unknown) => never>;
  return (operation, input) => {
    const Command = commands[`${operation}Command`];
    if (!Command) throw new Error(`the SDK has no ${operation}`);
    return client.send(new Command(withBytes(input)));
  };
}

/** JSON carries bytes as base64, the client wants them as they are. */
function withBytes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBytes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [
      name,
      name === 'B' && typeof one === 'string' ? Buffer.from(one, 'base64') : withBytes(one),
    ]),
  );
}

/** A transaction's token names one request: played again it would be refused, or not be played at all. */
const withoutToken = ({ ClientRequestToken: _, ...request }: Record<string, unknown>) => request;

/** Same length as the id it stands for, and another for every message. */
const renamed = (id: string, message: number) => id.slice(0, -6) + String(message).padStart(6, '0');

export async function measureEngine(
  recorded: MessageRequests,
  via: Via,
  amount: { messages: number; concurrency: number; warmup: number },
): Promise<{ messagesPerSecond: number; requestsPerMessage: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'answeronline-bench-engine-'));
  const engine = await startEngine(folder, (reason) => console.error(reason));
  try {
    const tables = await benchTables(engine.dynamo);
    const inThese = (request: string) =>
      (['records', 'messageKeys', 'registerKeys'] as const).reduce(
        (text, table) => text.replaceAll(`"${recorded.tables[table]}"`, `"${tables[table]}"`),
        request,
      );
    const send: Send = via === 'wire' ? engine.dynamo.call : bySdk(engine.endpoint);
    const calls = recorded.exchanges.filter(via === 'wire' ? isWrite : isDynamo).map(({ operation, request }) => ({
      operation: operation.replace('DynamoDB.', ''),
      request: inThese(request),
    }));
    const play = async (message: number) => {
      for (const { operation, request } of calls) {
        const text = recorded.ids.reduce((all, id) => all.replaceAll(id, renamed(id, message)), request);
        await send(operation, withoutToken(JSON.parse(text)));
      }
    };
    const ids = (from: number, count: number) => Array.from({ length: count }, (_, i) => from + i);
    await inFlight(amount.concurrency, ids(0, amount.warmup), play);
    const messages = ids(amount.warmup, amount.messages);
    const start = performance.now();
    await inFlight(amount.concurrency, messages, play);
    const seconds = (performance.now() - start) / 1_000;
    await tables.drop();
    return { messagesPerSecond: amount.messages / seconds, requestsPerMessage: calls.length };
  } finally {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
