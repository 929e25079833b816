// Erases every message of a client, whenever its time is over.
import { erasedRecords } from '#messages/erased-records.ts';
import { messagesAlone, toMessageRecord } from '#messages/store.ts';
import { stripKey } from '#messages/strip-key.ts';
import { type BuryingApp, bury } from '#shared/bury.ts';
import { eachPage, type LongRun } from '#shared/long-run.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';

const PAGE = 100;

/**
 * Costs one query for each hundred messages and for the end; for each message one update of its key (1 unit, 1 for the
 * index), and its records and tombstone at 1 unit each, 25 in a request; an object in the evidence for each hundred. The
 * record goes last: what died anywhere is found again by it.
 * @returns false where the time was up.
 */
export function eraseAllMessages(app: BuryingApp, run: LongRun, clientId: string): Promise<boolean> {
  const messages = {
    table: 'records' as const,
    partition: { name: recordsTable.partitionKey, value: recordKeys.messagesOf(clientId).pk },
    sort: messagesAlone,
    limit: PAGE,
    consistent: true,
  };
  return eachPage(app, run, messages, async (items) => {
    const page = items.map(toMessageRecord);
    const remains = await Promise.all(page.map(async (one) => erasedRecords(one, await stripKey(app, one))));
    await bury(app, remains);
  });
}
