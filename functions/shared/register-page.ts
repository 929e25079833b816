// Reads many records of the register together with their keys: a page of a partition, or all of it.
import type { Database } from '#shared/database.ts';
import { Found, type Item } from '#shared/found.ts';

export interface RegisterPage {
  /** Records and key rows, as a batch read would have found them. */
  found: Found;
  /** Sort keys of the records, newest first. */
  sortKeys: string[];
  /** Where the following page starts; undefined at the end. */
  next: Item | undefined;
}

const page = (records: Item[], keys: Item[], next: Item | undefined): RegisterPage => {
  const found = new Found();
  for (const record of records) found.add('records', record);
  for (const row of keys) found.add('registerKeys', row);
  return { found, sortKeys: records.map(({ sk }) => String(sk)), next };
};

const partition = (pk: string) => ({ name: 'pk', value: pk });

/**
 * Two requests: a query of the records, and one of the keys over the same range, which costs 1 unit for each 25 keys or
 * so, where a batch read would cost 1 each. One record more is read than asked for: the last page says that it is.
 */
export async function readRegisterPage(
  db: Database,
  pk: string,
  { limit, startAfter }: { limit: number; startAfter: Item | undefined },
): Promise<RegisterPage> {
  const { items, next } = await db.query({
    table: 'records',
    partition: partition(pk),
    newestFirst: true,
    limit: limit + 1,
    consistent: true,
    ...(startAfter && { startAfter }),
  });
  const records = items.slice(0, limit);
  const first = records[0];
  const last = records.at(-1);
  if (!first || !last) return page([], [], undefined);
  const keys = await db.queryAll({
    table: 'registerKeys',
    partition: partition(pk),
    sort: { name: 'sk', from: String(last.sk), until: String(first.sk) },
    consistent: true,
  });
  return page(records, keys, items.length > limit ? { pk, sk: last.sk } : next);
}

/** Two sequences of queries side by side, each a request for every MB: for partitions whose size is bounded. */
export async function readRegister(db: Database, pk: string): Promise<RegisterPage> {
  const all = { partition: partition(pk), newestFirst: true, consistent: true };
  const [records, keys] = await Promise.all([
    db.queryAll({ ...all, table: 'records' }),
    db.queryAll({ ...all, table: 'registerKeys' }),
  ]);
  return page(records, keys, undefined);
}
