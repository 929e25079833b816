// Buries a whole client: its people, messages and memberships, its numbers, and its own record last.
import type { RestoreApp, RowAddress } from '#restore/app.ts';
import { deletions } from '#restore/what-goes.ts';
import type { Item } from '#shared/found.ts';
import { recordKeys } from '#shared/tables.ts';

const PAGE = 100;

/**
 * Costs one query for each hundred records, and what their burial takes; and, for the numbers, a look through the table.
 * A wish for a client's erasure stays: the sweeper finds nothing left to do, and ends it.
 * @param buryThese puts tombstones in the place of the client's own records, by id.
 */
export async function buryClient(
  app: RestoreApp,
  clientId: string,
  buryThese: (recordIds: readonly string[]) => Promise<void>,
): Promise<void> {
  const within = [recordKeys.messagesOf(clientId), recordKeys.staffOf(clientId), recordKeys.membershipsOf(clientId)];
  for (const { pk } of within)
    for await (const rows of pagesOf(app, pk)) await buryThese(rows.map(({ sk }) => sk as string));
  const counts: RowAddress[] = [];
  for await (const rows of pagesOf(app, recordKeys.smsCount(clientId, '').pk))
    counts.push(...rows.map(({ pk, sk }) => ({ pk: pk as string, sk: sk as string })));
  const numbers = await app.numbersOf(new Set([clientId]));
  await app.bulk.writeEach(deletions([...counts, ...numbers, recordKeys.shortening(clientId)]));
  await app.bulk.writeEach(deletions([recordKeys.client(clientId)]));
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
