// The rows of the two logs in Records: a copy of the closed days in the evidence, newest first, for the API.
import { gunzipSync, gzipSync } from 'node:zlib';
import type { ClosedDay } from '#privacy/closed-day.ts';
import { endOf, type LogName } from '#privacy/day-head.ts';
import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import type { Item } from '#shared/found.ts';
import { recordKeys } from '#shared/tables.ts';

/** Where the rows of each log stand. */
const places = {
  erasures: { kind: 'closedDay', partition: recordKeys.closedDays().pk, key: recordKeys.closedDay },
  audit: { kind: 'auditDay', partition: recordKeys.auditDays().pk, key: recordKeys.auditDay },
} as const;

const ROW_SECONDS = 731 * 24 * 60 * 60;
/** An item holds 400 KB. A leaf takes some 55 bytes: these are those of more than 6,000 clients with erasures on one day. */
const LEAVES_MAX_BYTES = 380_000;

/** A row as it is read. */
export interface ClosedDayRow extends Omit<ClosedDay, 'leaves' | 'rows'> {
  day: string;
  /** null where they were too many for the row: the evidence has them. */
  leaves: string[] | null;
}

/** A page of the log: one query, 1 unit for each 8 KB. DynamoDB ends a page at 1 MB: it may hold fewer than `limit`. */
export async function readClosedDays(
  { db }: App,
  log: LogName,
  { limit, startAfter }: { limit: number; startAfter: Item | undefined },
): Promise<{ days: ClosedDayRow[]; next: Item | undefined }> {
  const { items, next } = await db.query({
    table: 'records',
    partition: { name: 'pk', value: places[log].partition },
    newestFirst: true,
    limit,
    ...(startAfter && { startAfter }),
  });
  return { days: items.map(fromRow), next };
}

/** The day of the newest row: one query for one row. */
export async function lastClosedDay({ db }: App, log: LogName): Promise<string | undefined> {
  const partition = { name: 'pk', value: places[log].partition };
  const { items } = await db.query({ table: 'records', partition, newestFirst: true, limit: 1, consistent: true });
  return items[0]?.sk as string | undefined;
}

/** One update, 1 unit for each KB; what stands there already stays. */
export async function putClosedDay({ db }: App, log: LogName, day: string, closed: ClosedDay): Promise<void> {
  const { head, signature, publicKey, leaves } = closed;
  const { kind, key } = places[log];
  const packed = gzipSync(JSON.stringify(leaves));
  const row = {
    kind,
    head,
    signature,
    publicKey,
    ...(packed.length <= LEAVES_MAX_BYTES && { leaves: packed }),
    ttl: toSeconds(endOf(day)) + ROW_SECONDS,
  };
  const fields = Object.entries(row);
  await db.update('records', key(day), `SET ${fields.map((_, n) => `#f${n} = :f${n}`).join(', ')}`, {
    expression: 'attribute_not_exists(pk)',
    names: Object.fromEntries(fields.map(([name], n) => [`#f${n}`, name])),
    values: Object.fromEntries(fields.map(([, value], n) => [`:f${n}`, value])),
  });
}

function fromRow({ sk, head, signature, publicKey, leaves }: Item): ClosedDayRow {
  return {
    day: sk as string,
    head: head as string,
    signature: signature as string,
    publicKey: publicKey as string,
    leaves: leaves instanceof Uint8Array ? (JSON.parse(gunzipSync(leaves).toString()) as string[]) : null,
  };
}
