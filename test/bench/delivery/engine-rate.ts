// The engine's own rate: the writes of one message, as they were recorded, played straight at a fresh engine for many messages.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEngine } from '#local/engine.ts';
import type { Exchange } from '../lab/stub-aws.ts';
import { benchTables, type Tables } from '../world/tables.ts';
import { inFlight } from './load.ts';

/** One message's writes in order, with the ids that have to differ from message to message. */
export interface MessageWrites {
  readonly exchanges: readonly Exchange[];
  readonly ids: readonly string[];
  /** Named as they were when it was recorded. */
  readonly tables: Omit<Tables, 'drop'>;
}

const isWrite = ({ operation }: Exchange) => /^DynamoDB\.(Put|Update|Delete|Transact)/.test(operation);

/** A transaction's token names one request: played again it would be refused, or not be played at all. */
const withoutToken = ({ ClientRequestToken: _, ...request }: Record<string, unknown>) => request;

/** Same length as the id it stands for, and another for every message. */
const renamed = (id: string, message: number) => id.slice(0, -6) + String(message).padStart(6, '0');

export async function measureEngine(
  writes: MessageWrites,
  amount: { messages: number; concurrency: number },
): Promise<{ messagesPerSecond: number; writesPerMessage: number; endpoint: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'answeronline-bench-engine-'));
  const engine = await startEngine(folder, (reason) => console.error(reason));
  try {
    const tables = await benchTables(engine.dynamo);
    const inThese = (request: string) =>
      (['records', 'messageKeys', 'registerKeys'] as const).reduce(
        (text, table) => text.replaceAll(`"${writes.tables[table]}"`, `"${tables[table]}"`),
        request,
      );
    const calls = writes.exchanges.filter(isWrite).map(({ operation, request }) => ({
      operation: operation.replace('DynamoDB.', ''),
      request: inThese(request),
    }));
    const play = async (message: number) => {
      for (const { operation, request } of calls) {
        const text = writes.ids.reduce((all, id) => all.replaceAll(id, renamed(id, message)), request);
        await engine.dynamo.call(operation, withoutToken(JSON.parse(text)));
      }
    };
    const messages = Array.from({ length: amount.messages }, (_, i) => i);
    const start = performance.now();
    await inFlight(amount.concurrency, messages, play);
    const seconds = (performance.now() - start) / 1_000;
    await tables.drop();
    return { messagesPerSecond: amount.messages / seconds, writesPerMessage: calls.length, endpoint: engine.endpoint };
  } finally {
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
