// Of a client that is erased: tombstones that stood for as long as there was the client, so that they lead on, end as others do.
import type { App } from '#shared/app.ts';
import { idRange } from '#shared/ids.ts';
import { eachPage, type LongRun } from '#shared/long-run.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';
import { toErasure, tombstone } from '#shared/tombstone.ts';

/**
 * Costs one query of the tombstones of the client's staff, half a unit each or less, and one update (1 unit) for each that
 * names a replacement. One that is still to be put into the evidence stays where it waits for that.
 * @returns false where the time was up.
 */
export function endReplacements(app: App, run: LongRun, clientId: string): Promise<boolean> {
  const { from, until } = idRange('staff', 0, app.clock.nowMs());
  const stones = {
    table: 'records' as const,
    partition: { name: recordsTable.partitionKey, value: recordKeys.tombstone(clientId, '').pk },
    sort: { name: recordsTable.sortKey, from, until },
    filter: { expression: 'attribute_exists(replacement)' },
    consistent: true,
  };
  return eachPage(app, run, stones, async (items) => {
    for (const item of items) {
      const { ttl } = tombstone({ ...toErasure(item), replacement: undefined }).put;
      await app.db.update(
        'records',
        { pk: item.pk as string, sk: item.sk as string },
        'SET #ttl = :ttl REMOVE replacement',
        { expression: 'attribute_exists(replacement)', names: { '#ttl': 'ttl' }, values: { ':ttl': ttl } },
      );
    }
  });
}
