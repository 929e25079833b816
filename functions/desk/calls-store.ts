// Counts of calls in the table: an item for each client, day and called number, without a word about who called.

import type * as z from 'zod/mini';
import { localOf } from '#calendar/local-time.ts';
import { type Counted, callOutcomes, type EndedCall } from '#desk/calls-schema.ts';
import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import type { Item } from '#shared/found.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

/** Twenty-five months: a year beside the year before. */
const KEPT_SECONDS = 762 * 24 * 60 * 60;

interface CallToCount {
  clientId: string;
  takenAtMs: number;
  line: string | undefined;
  outcome: z.output<ReturnType<typeof EndedCall>>['outcome'];
}

/** 2 write units in a transaction, which counts once however often it is sent: DynamoDB knows it by its token. */
export const countOne = ({ clientId, takenAtMs, line, outcome }: CallToCount): Write => ({
  table: 'records',
  update: recordKeys.callCount(clientId, localOf(takenAtMs).date, line),
  change: 'SET #kind = :kind, #ttl = :ttl ADD #outcome :one',
  condition: {
    expression: 'attribute_not_exists(pk) OR #kind = :kind',
    names: { '#kind': 'kind', '#ttl': 'ttl', '#outcome': outcome },
    values: { ':kind': 'callCount', ':ttl': toSeconds(takenAtMs) + KEPT_SECONDS, ':one': 1 },
  },
});

/** A query of 1 unit for some 30 days of a line. */
export async function countsBetween(app: App, clientId: string, from: string, until: string): Promise<Counted[]> {
  const items = await app.db.queryAll({
    table: 'records',
    partition: { name: recordsTable.partitionKey, value: recordKeys.callCountsOf(clientId).pk },
    // Behind every line of the last day.
    sort: { name: recordsTable.sortKey, from, until: `${until}$` },
    consistent: true,
  });
  const nowSeconds = toSeconds(app.clock.nowMs());
  return items.filter(({ ttl }) => (ttl as number) > nowSeconds).map(toCounted);
}

function toCounted(item: Item): Counted {
  const [date = '', line = ''] = (item.sk as string).split('#');
  const counts = Object.fromEntries(
    callOutcomes.map((outcome) => [outcome, (item[outcome] as number | undefined) ?? 0]),
  );
  return { date, line: line || null, ...counts } as Counted;
}
