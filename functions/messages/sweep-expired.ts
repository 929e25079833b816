// Erases messages whose time is over: what the days of expiry hold, then what clients have shortened.
import { shortenOld } from '#messages/shorten-old.ts';
import { daysToSweep, rememberSweep } from '#messages/sweep-days.ts';
import { type SweepApp, type Sweeping, sweepPage } from '#messages/sweep-page.ts';
import { toSeconds } from '#shared/clock.ts';
import type { Item } from '#shared/found.ts';
import { log } from '#shared/log.ts';
import { messageKeysTable } from '#shared/tables.ts';

/** Rows that are read together, and held in memory. */
const PAGE = 100;

/**
 * Costs one query for each day and page, one for shortenings, and for each hundred messages two batch reads; for each message
 * two updates (its key, 1 unit; its row's place in the index, 1 unit and 1 for the index), and its records and tombstone at
 * 1 unit each, 25 in a request; and an object in the evidence for each hundred. Two sweeps at once, or one that died
 * anywhere, do no harm: the row leaves the index last. Shortenings come last: however long one takes, it holds up nothing
 * whose time is over.
 * @param mayGoOn is asked before each page.
 * @returns what it did, and the errors of what could not be erased: it is found again.
 */
export async function sweepExpired(app: SweepApp, mayGoOn: () => boolean): Promise<Sweeping> {
  const nowMs = app.clock.nowMs();
  const report = { erased: 0, disagreeing: 0, finished: false };
  const sweeping: Sweeping = { nowMs, report, errors: [] };
  for (const day of await daysToSweep(app, nowMs)) if (!(await sweepDay(app, day, sweeping, mayGoOn))) return sweeping;
  if (sweeping.errors.length === 0) await rememberSweep(app, nowMs);
  report.finished = await shortenOld(app, sweeping, mayGoOn);
  return sweeping;
}

/** What fails on one day does not hold up the others. @returns false where the time was up. */
async function sweepDay(app: SweepApp, day: string, sweeping: Sweeping, mayGoOn: () => boolean): Promise<boolean> {
  const { name, partitionKey, sortKey } = messageKeysTable.indexes.expiry;
  let startAfter: Item | undefined;
  try {
    do {
      if (!mayGoOn()) return false;
      const page = await app.db.query({
        table: 'messageKeys',
        index: name,
        partition: { name: partitionKey, value: day },
        sort: { name: sortKey, from: 0, until: toSeconds(sweeping.nowMs) },
        limit: PAGE,
        ...(startAfter && { startAfter }),
      });
      await sweepPage(app, page.items, sweeping);
      startAfter = page.next;
    } while (startAfter);
  } catch (error) {
    log.error('sweep-day-failed', error, { day });
    sweeping.errors.push(error);
  }
  return true;
}
