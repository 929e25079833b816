// Times calls beside one GetItem each, in the same moment: what a slow moment of the machine takes, it takes from both.
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { recordKeys } from '#shared/tables.ts';
import type { World } from '#test/support/started-engine.ts';
import { type Estimate, quantile, ratioOf } from '../lab/statistics.ts';

interface Round {
  us: number;
  getItemUs: number;
}

export interface Timing {
  p50Us: number;
  p99Us: number;
  getItemUs: number;
  /** Median over median of a GetItem. */
  ofGetItem: Estimate;
  requests: number;
  readUnits: number;
}

const timed = async (act: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await act();
  return (performance.now() - start) * 1_000;
};

/** @param calls one after the other, and over again. */
export async function timeCalls(
  { client, tables, meter }: World,
  clientId: string,
  calls: readonly (() => Promise<unknown>)[],
  rounds: number,
): Promise<Timing> {
  const one = new GetCommand({ TableName: tables.records, Key: recordKeys.client(clientId), ConsistentRead: true });
  const getItem = () => client.send(one);
  const callOf = (n: number) => calls[n % calls.length] as () => Promise<unknown>;
  for (let n = 0; n < Math.max(calls.length, rounds / 4); n++) {
    await callOf(n)();
    await getItem();
  }
  const { tally } = await meter.measure(async () => {
    for (const call of calls) await call();
  });
  const measured: Round[] = [];
  for (let n = 0; n < rounds; n++) measured.push({ us: await timed(callOf(n)), getItemUs: await timed(getItem) });
  const times = measured.map(({ us }) => us);
  return {
    p50Us: quantile(times, 0.5),
    p99Us: quantile(times, 0.99),
    getItemUs: quantile(
      measured.map(({ getItemUs }) => getItemUs),
      0.5,
    ),
    ofGetItem: ratioOf(
      measured,
      ({ us }) => us,
      ({ getItemUs }) => getItemUs,
    ),
    requests: Object.values(tally.requests).reduce((sum, count) => sum + count, 0) / calls.length,
    readUnits: tally.readUnits / calls.length,
  };
}
