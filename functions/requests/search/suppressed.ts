// Searches the addresses that are sent nothing more.
import { openRows, type Suppressed } from '#deliveries/suppressions.ts';
import { type Field, field, fieldsOfEach, type Readable } from '#requests/search/field.ts';
import type { Quest } from '#requests/search/quest.ts';
import { PAGE, type Searcher } from '#requests/search/searcher.ts';
import type { App } from '#shared/app.ts';
import type { Item } from '#shared/found.ts';
import { recordKeys } from '#shared/tables.ts';

/** The person's own list; or a colleague's, or the general inbox's, of which each entry may belong to somebody else. */
function fieldsOf(home: string, ownerId: string, entries: readonly Suppressed[], quest: Quest): Field[] {
  const isOwn = quest.staffIds.has(ownerId);
  const whose = (n: number) => ({ n, slot: isOwn ? 'self' : `${n}`, part: 'recipient', own: true }) as const;
  return [
    ...(ownerId !== home ? field('staffId', 'staffId', ownerId, { slot: 'self', part: 'recipient' }) : []),
    ...fieldsOfEach(entries, ({ channel, address, reason, sinceMs }, n) => [
      ...field('suppressed.*.channel', 'plain', channel, whose(n)),
      ...field('suppressed.*.address', channel === 'email' ? 'email' : 'phone', address, whose(n)),
      ...field('suppressed.*.reason', 'code', reason, whose(n)),
      ...field('suppressed.*.since', 'plain', new Date(sinceMs).toISOString(), whose(n)),
    ]),
  ];
}

const readablesOf = async (app: App, home: string, items: readonly Item[], quest: Quest): Promise<Readable[]> =>
  (await openRows(app, home, items)).map(({ owner, entries }) => ({
    store: 'suppression',
    recordId: owner.ownerId,
    home,
    whose: 'self',
    fields: fieldsOf(home, owner.ownerId, entries, quest),
  }));

/** A page costs a query, and a read of 1 unit for each owner's key. */
export const suppressionSearcher: Searcher = {
  stores: ['suppression'],

  async page(app, home, quest, from) {
    const { pk } = recordKeys.suppressionsOf(home);
    const { items, next } = await app.db.query({
      table: 'records',
      partition: { name: 'pk', value: pk },
      limit: PAGE,
      consistent: true,
      ...(from !== undefined && { startAfter: { pk, sk: from } }),
    });
    const records = await readablesOf(app, home, items, quest);
    return { records, looked: items.length, unreadable: 0, next: next?.sk as string | undefined };
  },

  async open(app, home, quest, recordIds) {
    const reads = recordIds.map((id) => ({ table: 'records' as const, key: recordKeys.suppression(home, id) }));
    const found = await app.db.read(reads);
    const items = reads.map((read) => found.get(read)).filter((item) => item !== undefined);
    return { records: await readablesOf(app, home, items, quest), looked: recordIds.length, unreadable: 0 };
  },
};
