// Erases messages whose time is over: what clients have shortened first, then what the days of expiry hold.
import { shortenOld } from '#messages/shorten-old.ts';
import { daysToSweep, rememberSweep } from '#messages/sweep-days.ts';
import { type SweepApp, type Sweeping, sweepPage } from '#messages/sweep-page.ts';
import { toSeconds } from '#shared/clock.ts';
import type { Item } from '#shared/found.ts';
import { messageKeysTable } from '#shared/tables.ts';

/** Rows that are read together, and held in memory. */
const PAGE = 100;

/**
 * Costs one query for shortenings, one for each day and page, and for each hundred messages two batch reads; for each message two updates (its
 * key, 1 unit; its row's place in the index, 1 unit and 1 for the index), and its records and tombstone at 1 unit each, 25
 * in a request; and an object in the evidence for each hundred. Two sweeps at once, or one that died anywhere, do no harm:
 * the row leaves the index last.
 * @param mayGoOn is asked before each page.
 * @returns what it did, and the errors of what could not be erased: it is found again.
 */
export async function sweepExpired(app: SweepApp, mayGoOn: () => boolean): Promise<Sweeping> {
  const { name, partitionKey, sortKey } = messageKeysTable.indexes.expiry;
  const nowMs = app.clock.nowMs();
  const report = { erased: 0, disagreeing: 0, finished: false };
  const sweeping: Sweeping = { nowMs, report, errors: [] };
  const shortened = await shortenOld(app, sweeping, mayGoOn);
  if (!shortened) return sweeping;
  for (const day of await daysToSweep(app, nowMs)) {
    let startAfter: Item | undefined;
    do {
      if (!mayGoOn()) return sweeping;
      const page = await app.db.query({
        table: 'messageKeys',
        index: name,
        partition: { name: partitionKey, value: day },
        sort: { name: sortKey, from: 0, until: toSeconds(nowMs) },
        limit: PAGE,
        ...(startAfter && { startAfter }),
      });
      await sweepPage(app, page.items, sweeping);
      startAfter = page.next;
    } while (startAfter);
  }
  report.finished = true;
  if (sweeping.errors.length === 0) await rememberSweep(app, nowMs);
  return sweeping;
}
