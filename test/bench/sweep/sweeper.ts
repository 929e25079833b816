// The sweeper in a process of its own, as its function makes it: what it sends, what it holds, how long it takes.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { reportSweep } from '#messages/report-sweep.ts';
import { makeApp } from '#shared/app.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { documentClient } from '#shared/document-client.ts';
import { jitteredWait } from '#shared/wait.ts';
import type { TableNames } from '#shared/writes.ts';
import { meterOf } from '#test/support/meter.ts';
import { serve } from '../lab/service.ts';
import { countedEvidence } from './counted-evidence.ts';

export interface Sweep {
  readonly erased: number;
  readonly disagreeing: number;
  readonly finished: boolean;
  /** By command. */
  readonly requests: Readonly<Record<string, number>>;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly seconds: number;
  /** What was held before each page, in bytes: the heap after garbage collection, and resident memory before that. */
  readonly heap: readonly number[];
  readonly rss: readonly number[];
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

interface Asked {
  endpoint: string;
  tables: TableNames;
  nowMs: number;
}

async function sweep({ endpoint, tables, nowMs }: Asked): Promise<Sweep> {
  Object.assign(process.env, {
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_ENDPOINT_URL: endpoint,
  });
  const client = documentClient();
  const meter = meterOf(client);
  const app = {
    ...makeApp(tables, client, { nowMs: () => nowMs }),
    bulk: new BulkWrites(client, tables, jitteredWait),
    evidence: countedEvidence(),
  };
  const rss: number[] = [];
  const heap: number[] = [];
  let lookingMs = 0;
  const look = () => {
    const start = performance.now();
    rss.push(process.memoryUsage.rss());
    collect();
    heap.push(process.memoryUsage().heapUsed);
    lookingMs += performance.now() - start;
    return true;
  };

  const start = performance.now();
  const { result, tally } = await meter.measure(() => reportSweep(app, look));
  const requests = { ...tally.requests, ...(app.evidence.puts > 0 && { PutObject: app.evidence.puts }) };
  const ms = performance.now() - start - lookingMs;
  look();
  client.destroy();
  return { ...result, ...tally, requests, heap, rss, seconds: ms / 1_000 };
}

const methods = { sweep };
export type Sweeper = typeof methods;

if (process.send) serve(methods);
