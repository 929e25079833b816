// Forgets what is due to be forgotten in sealed records: an index says which records, each is read and judged by itself.
import type { App } from '#shared/app.ts';
import type { Found, Item, ReadRequest } from '#shared/found.ts';
import { type LogFields, log } from '#shared/log.ts';
import { recordsTable } from '#shared/tables.ts';
import { StaleReadError } from '#shared/use-case.ts';
import { StaleKeyError } from '#shared/vault.ts';

const PAGE = 50;

interface Forgetting<Ids extends LogFields> {
  /** In the index of what is due. */
  partition: string;
  /** Whose record stands at an address. */
  idsAt(address: { pk: string; sk: string }): Ids;
  reads(ids: Ids): ReadRequest[];
  /** @returns whether there was something to forget. @throws StaleReadError where somebody else was first. */
  forget(ids: Ids, found: Found): Promise<boolean>;
  /** The event in the log for a record of which it could not be forgotten. */
  failure: string;
}

/**
 * Costs one query for each fifty that are due, one batch read of what `reads` names, and what `forget` writes. Safe to run
 * twice: what somebody else has written since is left, or found again.
 * @returns of how many records something was forgotten.
 * @throws AggregateError at the end, for what could not be forgotten: it is found again.
 */
export async function forgetDue<Ids extends LogFields>(app: App, due: Forgetting<Ids>): Promise<number> {
  const { name, partitionKey, sortKey } = recordsTable.indexes.due;
  const nowMs = app.clock.nowMs();
  const errors: unknown[] = [];
  let count = 0;
  let startAfter: Item | undefined;
  do {
    const page = await app.db.query({
      table: 'records',
      index: name,
      partition: { name: partitionKey, value: due.partition },
      sort: { name: sortKey, from: 0, until: nowMs },
      limit: PAGE,
      ...(startAfter && { startAfter }),
    });
    const ids = page.items.map(({ pk, sk }) => due.idsAt({ pk: pk as string, sk: sk as string }));
    // The index may be behind: the records have the word.
    const found = await app.db.read(ids.flatMap(due.reads));
    const forgotten = await Promise.all(ids.map((one) => forgetOne(due, one, found, errors)));
    count += forgotten.filter(Boolean).length;
    startAfter = page.next;
  } while (startAfter);
  if (errors.length > 0) throw new AggregateError(errors, due.failure);
  return count;
}

async function forgetOne<Ids extends LogFields>(
  { forget, failure }: Forgetting<Ids>,
  ids: Ids,
  found: Found,
  errors: unknown[],
): Promise<boolean> {
  try {
    return await forget(ids, found);
  } catch (error) {
    // Somebody is writing it just now: the next run looks again.
    if (error instanceof StaleReadError || error instanceof StaleKeyError) return false;
    log.error(failure, error, ids);
    errors.push(error);
    return false;
  }
}
