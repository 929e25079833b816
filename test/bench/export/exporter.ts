// The worker of exports in a process of its own, as its function makes it: what it sends, what it holds, how long it takes.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { exportRead, toExport } from '#exports/store.ts';
import { workExport } from '#exports/work-export.ts';
import type { Handouts } from '#jobs/handouts.ts';
import type { Job } from '#jobs/job.ts';
import { makeApp } from '#shared/app.ts';
import { documentClient } from '#shared/document-client.ts';
import type { TableNames } from '#shared/writes.ts';
import { meterOf } from '#test/support/meter.ts';
import { serve } from '../lab/service.ts';

export interface Exported {
  readonly staff: number;
  readonly messages: number;
  readonly leftOut: number;
  /** Of the sealed file. */
  readonly bytes: number;
  readonly requests: Readonly<Record<string, number>>;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly seconds: number;
  /** After collection, with each thousand messages: heap and buffers, in bytes. */
  readonly held: readonly number[];
  /** The most that was resident. */
  readonly rss: number;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

interface Asked {
  endpoint: string;
  tables: TableNames;
  nowMs: number;
  job: Job;
}

/** Keeps nothing of what it is given. */
function countedHandouts(): Handouts & { bytes: number } {
  const counted = {
    bytes: 0,
    async put(_: string, bytes: Uint8Array) {
      counted.bytes += bytes.length;
    },
    async begin() {
      return {
        async part(bytes: Uint8Array) {
          counted.bytes += bytes.length;
        },
        async complete() {},
      };
    },
    async delete() {},
  };
  return counted;
}

async function make({ endpoint, tables, nowMs, job }: Asked): Promise<Exported> {
  Object.assign(process.env, {
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_ENDPOINT_URL: endpoint,
  });
  const client = documentClient();
  const meter = meterOf(client);
  const handouts = countedHandouts();
  const app = { ...makeApp(tables, client, { nowMs: () => nowMs }), handouts };
  const held: number[] = [];
  let rss = 0;
  let lookingMs = 0;
  const look = async () => {
    const start = performance.now();
    rss = Math.max(rss, process.memoryUsage.rss());
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    held.push(heapUsed + arrayBuffers);
    lookingMs += performance.now() - start;
  };

  const start = performance.now();
  const { tally } = await meter.measure(() => workExport(app, job, { mayGoOn: () => true, note: look }));
  const seconds = (performance.now() - start - lookingMs) / 1_000;
  const read = exportRead(job.clientId, job.refId);
  const { counts } = toExport((await app.db.read([read])).get(read) ?? {});
  client.destroy();
  return {
    staff: counts?.staff ?? 0,
    messages: counts?.messages ?? 0,
    leftOut: counts?.leftOut.reduce((all, { count }) => all + count, 0) ?? 0,
    bytes: handouts.bytes,
    ...tally,
    seconds,
    held,
    rss,
  };
}

const methods = { make };
export type Exporter = typeof methods;

if (process.send) serve(methods);
