// A restored record of the register beside today's key: whether it opens, and what becomes of one that does not.
import type { Finding, RestoreApp, RowAddress } from '#restore/app.ts';
import type { Item } from '#shared/found.ts';
import { type KeyRow, resealRecord } from '#shared/register.ts';
import { open, type SealContext, StaleKeyError } from '#shared/vault.ts';
import type { Write } from '#shared/writes.ts';

interface Restored {
  item: Item;
  /** Today's. */
  keys: KeyRow;
  context: SealContext;
  /** To stand in its place where nothing opens it; undefined: it goes, and is there as before anybody had said anything. */
  empty: unknown;
  /** Attributes that told of what was sealed. */
  told?: readonly string[];
  /** What it is called in the journal where nothing opens it. */
  finding?: Extract<Finding, 'toFillIn' | 'roleOfThen'>;
  /** What goes on where nothing opens it: for the transaction. */
  goesWith?(): Promise<Write[]>;
}

/**
 * Each edit renews the key, and so a record that was changed since opens no more, and neither would a list that holds it.
 * With the keys of then it is sealed anew as it was; otherwise it stands empty under its id, so that everything that hangs
 * on it is found, and an edit fills it in. Costs nothing where it opens, else one transaction of 2 units for each KB.
 */
export async function mendRecord(
  app: RestoreApp,
  { item, keys, context, empty, told = [], finding = 'toFillIn', goesWith = async () => [] }: Restored,
): Promise<void> {
  if (opened(keys, context, item)) return;
  const address: RowAddress = { pk: item.pk as string, sk: item.sk as string };
  const then = await app.keysThen(address);
  const before = then && opened(then, context, item);
  const { clientId, recordId } = context;
  app.note({ finding: before ? 'opensAsThen' : finding, clientId, recordId });
  const writes: Write[] = before
    ? [resealRecord(item, keys, context, before.value)]
    : [
        empty === undefined ? { table: 'records', delete: address } : resealRecord(item, keys, context, empty, told),
        ...(await goesWith()),
      ];
  await app.db.commit(writes);
}

/** @returns undefined where it was sealed under another key. */
export function opened({ key }: KeyRow, context: SealContext, item: Item): { value: unknown } | undefined {
  try {
    return { value: open(key, context, item.sealed as Uint8Array) };
  } catch (error) {
    if (error instanceof StaleKeyError) return undefined;
    throw error;
  }
}
