// Goes through who the service is and who works for it, as restored, beside today's keys.
import { DEFAULT_SUB_PROCESSORS } from '#agreements/default-sub-processors.ts';
import { detailsContext, detailsReads } from '#agreements/service-details.ts';
import { subProcessorContext } from '#agreements/sub-processors.ts';
import type { RestoreApp, RowAddress } from '#restore/app.ts';
import { pagesOf } from '#restore/bury-client.ts';
import { emptySubProcessor } from '#restore/empty-details.ts';
import { mendRecord } from '#restore/mend-record.ts';
import { keyRead, keyRowOf } from '#shared/register.ts';
import { recordKeys } from '#shared/tables.ts';

/**
 * Costs one query and one batch read, and another where there are sub-processors with a record. Details that do not open go:
 * nothing is signed until somebody has said them. So does a change of one that comes with the code, which holds then.
 */
export async function goThroughService(app: RestoreApp): Promise<void> {
  await mendDetails(app);
  for await (const items of pagesOf(app, recordKeys.subProcessors().pk)) {
    const readOf = (id: string) => keyRead(recordKeys.subProcessor(id));
    const found = await app.db.read(items.map(({ sk }) => readOf(sk as string)));
    for (const item of items) {
      const id = item.sk as string;
      const keys = keyRowOf(found.get(readOf(id)));
      if (!keys) await drop(app, recordKeys.subProcessor(id));
      else
        await mendRecord(app, {
          item,
          keys,
          context: subProcessorContext(id),
          empty: id in DEFAULT_SUB_PROCESSORS ? undefined : emptySubProcessor(),
          told: ['announcedAt', 'holdsFrom'],
        });
    }
  }
}

async function mendDetails(app: RestoreApp): Promise<void> {
  const address = recordKeys.serviceDetails();
  const found = await app.db.read(detailsReads());
  const item = found.get({ table: 'records', key: address });
  const keys = keyRowOf(found.get(keyRead(address)));
  if (item && !keys) await drop(app, address);
  if (item && keys) await mendRecord(app, { item, keys, context: detailsContext, empty: undefined });
}

/** Without its key it is noise, and in the way of whoever says it anew. */
const drop = (app: RestoreApp, address: RowAddress) => app.bulk.writeEach([{ table: 'records', delete: address }]);
