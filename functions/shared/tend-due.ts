// Goes through what is due, record by record, each read again before it is believed: what fails holds up no other.
import type { App } from '#shared/app.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { log } from '#shared/log.ts';
import { recordsTable } from '#shared/tables.ts';
import { StaleReadError } from '#shared/use-case.ts';
import { StaleKeyError } from '#shared/vault.ts';

const PAGE = 50;

export interface Tending {
  /** In the index of what is due. */
  partition: string;
  mayGoOn(): boolean;
  /**
   * Does what is due of one record, and sets or takes away its `dueAt`, on the condition that it is as it was read.
   * @returns whether there was something to do. @throws StaleReadError where somebody else was first.
   */
  tend(item: Item): Promise<boolean>;
  /** The event in the log for a record of which it could not be done. */
  failure: string;
}

/**
 * Costs one query and one batch read for each fifty that are due, and what `tend` costs. Safe to run twice.
 * @returns of how many records something was done.
 * @throws AggregateError at the end, for what could not be done: it is found again.
 */
export async function tendDue(app: App, { partition, mayGoOn, tend, failure }: Tending): Promise<number> {
  const { name, partitionKey, sortKey } = recordsTable.indexes.due;
  const nowMs = app.clock.nowMs();
  const errors: unknown[] = [];
  let count = 0;
  let startAfter: Item | undefined;
  do {
    if (!mayGoOn()) break;
    const page = await app.db.query({
      table: 'records',
      index: name,
      partition: { name: partitionKey, value: partition },
      sort: { name: sortKey, from: 0, until: nowMs },
      limit: PAGE,
      ...(startAfter && { startAfter }),
    });
    for (const item of await stillDue(app, page.items, partition, nowMs)) {
      try {
        if (await tend(item)) count++;
      } catch (error) {
        // Somebody is writing it just now: the next run looks again.
        if (error instanceof StaleReadError || error instanceof StaleKeyError) continue;
        log.error(failure, error, { code: String(item.kind) });
        errors.push(error);
      }
    }
    startAfter = page.next;
  } while (startAfter);
  if (errors.length > 0) throw new AggregateError(errors, failure);
  return count;
}

/** The index may be behind, and holds keys only: the records have the word. */
async function stillDue(app: App, entries: readonly Item[], partition: string, nowMs: number): Promise<Item[]> {
  const reads = entries.map(
    ({ pk, sk }): ReadRequest => ({ table: 'records', key: { pk: pk as string, sk: sk as string } }),
  );
  const found = await app.db.read(reads);
  return reads.flatMap((read) => {
    const item = found.get(read);
    return item?.duePk === partition && (item.dueAt as number) <= nowMs ? [item] : [];
  });
}
