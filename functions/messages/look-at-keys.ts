// What stands in the table of keys after a sweep, looked up anew: whether any has outlived its time, and which goes next.
import { keyRowRead, type MessageKeyRow, toKeyRow } from '#messages/store.ts';
import { daysToSweep } from '#messages/sweep-days.ts';
import type { App } from '#shared/app.ts';
import { rfc3339, toSeconds } from '#shared/clock.ts';
import type { SweepObject } from '#shared/evidence.ts';
import type { Item } from '#shared/found.ts';
import { expiryDay } from '#shared/retention.ts';
import { messageKeysTable } from '#shared/tables.ts';

const PAGE = 100;
const MOST_COUNTED = 1_000;
/** What the sweeper leaves because it disagrees is TTL's after three days, or as late as TTL comes. */
const LOOK_BACK_MS = 8 * 24 * 60 * 60 * 1000;
/** Some of a page may have gone since the index was written. */
const NEXT = 10;
const DAY_SECONDS = 24 * 60 * 60;
/** Nothing is kept for longer than six months. */
const MOST_DAYS_AHEAD = 186;

type KeysSeen = Pick<SweepObject, 'expiredButLive' | 'oldestLiveKey'>;

/**
 * Costs one read, one query for each day of a week back, one for each day ahead on which nothing expires, and the rows.
 * @param nowMs when the sweep began: what was over later is the next one's, and no key that has been left.
 */
export async function lookAtKeys(app: App, nowMs: number): Promise<KeysSeen> {
  return { expiredButLive: await countExpired(app, nowMs), oldestLiveKey: await nextToGo(app, nowMs) };
}

async function countExpired(app: App, nowMs: number): Promise<number> {
  let count = 0;
  for (const day of await daysToSweep(app, nowMs, LOOK_BACK_MS)) {
    let startAfter: Item | undefined;
    do {
      const page = await queryDay(app, { day, from: 0, until: toSeconds(nowMs), limit: PAGE, startAfter });
      count += (await liveRows(app, page.items)).filter((row) => row.expiresAt * 1000 <= nowMs).length;
      startAfter = page.next;
    } while (startAfter && count < MOST_COUNTED);
  }
  return count;
}

/** Of the keys with the same retention it is the oldest; where a client has a shorter one, a younger key may go before. */
async function nextToGo(app: App, nowMs: number): Promise<KeysSeen['oldestLiveKey']> {
  const now = toSeconds(nowMs);
  for (let ahead = 0; ahead <= MOST_DAYS_AHEAD; ahead++) {
    const day = expiryDay(now + ahead * DAY_SECONDS);
    const { items } = await queryDay(app, { day, from: now + 1, until: Number.MAX_SAFE_INTEGER, limit: NEXT });
    const [row] = (await liveRows(app, items)).toSorted((a, b) => a.expiresAt - b.expiresAt);
    if (row) return { takenAt: rfc3339(row.takenAtMs), expiresAt: rfc3339(row.expiresAt * 1000) };
  }
  return null;
}

interface DayQuery {
  day: string;
  from: number;
  until: number;
  limit: number;
  startAfter?: Item | undefined;
}

function queryDay(app: App, { day, from, until, limit, startAfter }: DayQuery) {
  const { name, partitionKey, sortKey } = messageKeysTable.indexes.expiry;
  return app.db.query({
    table: 'messageKeys',
    index: name,
    partition: { name: partitionKey, value: day },
    sort: { name: sortKey, from, until },
    limit,
    ...(startAfter && { startAfter }),
  });
}

/** Rows that still hold a key of any kind. */
async function liveRows(app: App, entries: readonly Item[]): Promise<MessageKeyRow[]> {
  if (entries.length === 0) return [];
  const reads = entries.map(({ id }) => keyRowRead(id as string));
  const found = await app.db.read(reads);
  return reads.flatMap((read) => {
    const row = toKeyRow(found.get(read));
    return row?.key || row?.stableKey || row?.noteKey || row?.taskKeys ? [row] : [];
  });
}
