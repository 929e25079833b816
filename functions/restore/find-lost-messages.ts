// Messages that were taken after the time of a restore: their keys stand in today's table, they are in no table any more.
import { keyRowRead, messageRead, toKeyRow } from '#messages/store.ts';
import type { RestoreApp } from '#restore/app.ts';
import type { Item } from '#shared/found.ts';
import { expiryDay } from '#shared/retention.ts';
import { messageKeysTable } from '#shared/tables.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** No message is kept for longer: six months, and a day for clocks. */
const LONGEST_DAYS = 185;
const PAGE = 100;

/**
 * Notes each of them, so that somebody can tell their clients. Their keys end at their time: nothing is done about them.
 * Costs one query for each day in which something may expire, and one batch read of each hundred rows.
 */
export async function findLostMessages(app: RestoreApp): Promise<void> {
  const { name, partitionKey } = messageKeysTable.indexes.expiry;
  const first = Math.floor(app.restoredToMs / DAY_MS);
  const last = Math.floor(app.clock.nowMs() / DAY_MS) + LONGEST_DAYS;
  for (let day = first; day <= last; day++) {
    let startAfter: Item | undefined;
    do {
      const page = await app.db.query({
        table: 'messageKeys',
        index: name,
        partition: { name: partitionKey, value: expiryDay((day * DAY_MS) / 1000) },
        limit: PAGE,
        ...(startAfter && { startAfter }),
      });
      await noteLost(app, page.items);
      startAfter = page.next;
    } while (startAfter);
  }
}

async function noteLost(app: RestoreApp, entries: readonly Item[]): Promise<void> {
  const reads = entries.map(({ id }) => keyRowRead(id as string));
  const found = await app.db.read(reads);
  const since = reads.flatMap((read) => {
    const row = toKeyRow(found.get(read));
    return row?.key && (row.enteredAtMs ?? row.takenAtMs) > app.restoredToMs - DAY_MS ? [row] : [];
  });
  const records = await app.db.read(since.map(({ clientId, messageId }) => messageRead(clientId, messageId)));
  for (const { clientId, messageId } of since)
    if (!records.get(messageRead(clientId, messageId)))
      app.note({ finding: 'takenSince', clientId, recordId: messageId });
}
