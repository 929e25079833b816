// A whole client that was erased since: its record and numbers go at once, all the rest is handed to the job that erases clients.
import { putErasure } from '#privacy/client-erasure.ts';
import type { RestoreApp } from '#restore/app.ts';
import { deletions } from '#restore/what-goes.ts';
import type { Erasure } from '#shared/evidence.ts';
import type { Item } from '#shared/found.ts';
import { recordKeys } from '#shared/tables.ts';

const PAGE = 100;

/**
 * As the erasure itself does it: without its record no route shows anything of a client, and the job, once it may run again,
 * leaves nothing: it also destroys keys that were still there when the table was lost. Costs a look through the table.
 */
export async function buryClient(app: RestoreApp, { clientId, erasedAtMs }: Erasure): Promise<void> {
  const numbers = await app.numbersOf(new Set([clientId]));
  await app.bulk.writeEach(deletions([...numbers, recordKeys.shortening(clientId)]));
  await app.db.commit([
    putErasure({ clientId, requestedAtMs: erasedAtMs }),
    { table: 'records', delete: recordKeys.client(clientId) },
  ]);
}

/** Pages of a partition that may lose what was read of it meanwhile. */
export async function* pagesOf({ db }: Pick<RestoreApp, 'db'>, pk: string): AsyncGenerator<Item[]> {
  let startAfter: Item | undefined;
  do {
    const page = await db.query({
      table: 'records',
      partition: { name: 'pk', value: pk },
      limit: PAGE,
      consistent: true,
      ...(startAfter && { startAfter }),
    });
    if (page.items.length > 0) yield page.items;
    startAfter = page.next;
  } while (startAfter);
}
