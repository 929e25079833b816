// Takes back erasures that nobody has confirmed for thirty days: whoever still wants one asks anew, and it is counted anew.
import { type ErasureRecord, toErasureRecord } from '#erasures/store.ts';
import { takeBack } from '#erasures/withdraw-erasure.ts';
import type { Tender } from '#jobs/tender.ts';
import type { App } from '#shared/app.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { log } from '#shared/log.ts';
import { listKeys, recordsTable } from '#shared/tables.ts';
import { StaleReadError } from '#shared/use-case.ts';

const WAITS_MS = 30 * 24 * 60 * 60_000;
const PAGE = 50;

/**
 * Costs one query of the open ones that are older, and for each fifty of them a batch read of 1 unit each, those among them that
 * wait for people; for each that is taken back a transaction of 2 units and 1 for the index, and a person's 1 and 2 more for
 * the request.
 */
export const tendErasures: Tender<App> = async (app, mayGoOn) => {
  const { name, partitionKey, sortKey } = recordsTable.indexes.list;
  const untilMs = app.clock.nowMs() - WAITS_MS;
  const errors: unknown[] = [];
  let count = 0;
  let startAfter: Item | undefined;
  do {
    if (!mayGoOn()) break;
    const page = await app.db.query({
      table: 'records',
      index: name,
      partition: { name: partitionKey, value: listKeys.erasures('open') },
      sort: { name: sortKey, from: '0', until: `${rfc3339(untilMs)}~` },
      limit: PAGE,
      ...(startAfter && { startAfter }),
    });
    for (const erasure of await standing(app, page.items)) if (await end(app, erasure, errors)) count += 1;
    startAfter = page.next;
  } while (startAfter);
  if (errors.length > 0) throw new AggregateError(errors, 'erasure-not-tended');
  return count;
};

/** The index may be behind. */
async function standing(app: App, items: readonly Item[]): Promise<ErasureRecord[]> {
  const reads = items.map(({ pk, sk }): ReadRequest => ({ table: 'records', key: { pk: String(pk), sk: String(sk) } }));
  const found = await app.db.read(reads);
  return reads
    .map((read) => found.get(read))
    .filter((item) => item !== undefined)
    .map(toErasureRecord)
    .filter(({ state }) => state === 'counting' || state === 'asked');
}

async function end(app: App, erasure: ErasureRecord, errors: unknown[]): Promise<boolean> {
  const { clientId } = erasure;
  try {
    await takeBack(app, erasure, 'notConfirmed');
    log.info('erasure-not-confirmed', { clientId });
    return true;
  } catch (error) {
    // Somebody confirms or withdraws it just now.
    if (error instanceof StaleReadError) return false;
    log.error('erasure-not-tended', error, { clientId });
    errors.push(error);
    return false;
  }
}
