// Runs in a process of its own: CPU of the real chain (`serve`) on real rows, with use case and database stubbed.
import { readFileSync } from 'node:fs';
import { routeTable } from '#api/route-table.ts';
import type { App } from '#shared/app.ts';
import { Found, type Item } from '#shared/found.ts';
import type { HttpAnswer, HttpEvent } from '#shared/http-event.ts';
import { serve } from '#shared/serve.ts';

/** A request that the real function was seen to answer, and its answer: what the stubbed use case gives back. */
export interface ChainCall {
  readonly routeId: string;
  readonly event: HttpEvent;
  readonly answer: HttpAnswer;
  /** The row that confirms the caller. */
  readonly membership: Item;
}

export interface ChainBatches {
  readonly route: string;
  /** CPU microseconds a request, by batch. */
  readonly chainUs: number[];
  /** The same for parsing the body and writing the answer as JSON, which no chain could do without. */
  readonly jsonUs: number[];
}

const [file = '', requests = '1000'] = process.argv.slice(2);
const BATCHES = 12;
/** Code is compiled in these. */
const WARMUP_BATCHES = 4;

function chainOf({
  routeId,
  answer,
  membership,
}: ChainCall): (event: HttpEvent, context: object) => Promise<HttpAnswer> {
  const row = routeTable.find(({ id }) => id === routeId);
  if (!row) throw new Error(`no route ${routeId}`);
  const found = new Found();
  found.add('records', membership);
  const app = { db: { read: async () => found } } as unknown as App;
  const version = /"(\d+)"/.exec(answer.headers.etag ?? '')?.[1];
  const reply = { status: answer.statusCode, body: JSON.parse(answer.body || 'null') };
  const run = async () => (version === undefined ? reply : { ...reply, version: Number(version) });
  return serve({ [routeId]: row }, { [routeId]: { run } } as never, () => app) as never;
}

/** A fresh object each time, as the runtime client makes it; it is not what is measured. */
const contextOf = () => ({ awsRequestId: 'bench', getRemainingTimeInMillis: () => 15_000 });

async function cpuOf(one: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  for (let i = 0; i < Number(requests); i += 1) await one();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / Number(requests);
}

const calls = JSON.parse(readFileSync(file, 'utf8')) as ChainCall[];
const results: ChainBatches[] = [];
for (const call of calls) {
  const chain = chainOf(call);
  const answer = await chain(call.event, contextOf());
  if (answer.statusCode !== call.answer.statusCode)
    throw new Error(`the chain of ${call.routeId} answers ${answer.statusCode}: ${answer.body}`);
  const body = JSON.parse(call.answer.body || 'null');
  const chainUs: number[] = [];
  const jsonUs: number[] = [];
  for (let batch = 0; batch < BATCHES + WARMUP_BATCHES; batch += 1) {
    const chainCpu = await cpuOf(() => chain(call.event, contextOf()));
    const jsonCpu = await cpuOf(async () => ({
      got: JSON.parse(call.event.body ?? 'null'),
      body: JSON.stringify(body),
    }));
    if (batch < WARMUP_BATCHES) continue;
    chainUs.push(chainCpu);
    jsonUs.push(jsonCpu);
  }
  results.push({ route: `${call.event.routeKey}`, chainUs, jsonUs });
}
console.log(JSON.stringify(results));
