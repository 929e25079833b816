// What the engine gives: the writes of one sweep, recorded on one filling and played at the next without anything else.
import type { Engine } from '#local/engine.ts';
import { sweepExpired } from '#messages/sweep-expired.ts';
import { makeApp } from '#shared/app.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { jitteredWait } from '#shared/wait.ts';
import { inFlight } from '../delivery/load.ts';
import { type Recorded, startRecorder } from '../world/recorder.ts';
import type { Tables } from '../world/tables.ts';
import { atNow, clientAt, fillTables } from './backlog.ts';
import { countedEvidence } from './counted-evidence.ts';
import type { Backlog } from './messages.ts';

/** As many as the SDK's client has connections. */
const IN_FLIGHT = 50;

/** @returns messages a second. */
export async function engineRate(engine: Engine, backlog: Backlog): Promise<number> {
  const recordedOn = await fillTables(engine, backlog);
  const writes = await recordWrites(engine, recordedOn);
  await recordedOn.drop();
  const tables = await fillTables(engine, backlog);
  const calls = writes.map(({ operation, request }) => ({
    operation: operation.replace('DynamoDB.', ''),
    input: JSON.parse(renamed(request, recordedOn, tables)) as object,
  }));
  const start = performance.now();
  for (const together of runs(calls)) await inFlight(IN_FLIGHT, together, (one) => play(engine, one));
  const seconds = (performance.now() - start) / 1_000;
  await tables.drop();
  return backlog.due / seconds;
}

async function recordWrites({ endpoint }: Engine, tables: Tables): Promise<Recorded[]> {
  const recorder = await startRecorder(endpoint);
  const client = clientAt(recorder.endpoint);
  try {
    const app = {
      ...makeApp(tables, client, atNow),
      bulk: new BulkWrites(client, tables, jitteredWait),
      evidence: countedEvidence(),
    };
    await sweepExpired(app, () => true);
    return recorder.take().filter(({ operation }) => /\.(Update|BatchWrite)/.test(operation));
  } finally {
    client.destroy();
    recorder.stop();
  }
}

const renamed = (request: string, from: Tables, to: Tables) =>
  (['records', 'messageKeys'] as const).reduce(
    (text, table) => text.replaceAll(`"${from[table]}"`, `"${to[table]}"`),
    request,
  );

interface Call {
  readonly operation: string;
  readonly input: object;
}

const play = ({ dynamo }: Engine, { operation, input }: Call) => dynamo.call(operation, input);

/** Updates beside one another and batches one after the other, as the sweep sends them. */
function runs(calls: readonly Call[]): Call[][] {
  const all: Call[][] = [];
  for (const call of calls) {
    const last = all.at(-1);
    if (last && call.operation === 'UpdateItem' && last[0]?.operation === 'UpdateItem') last.push(call);
    else all.push([call]);
  }
  return all;
}
