// What is left to delete of a message whose key is gone, and what stays of it.
import { readersOf } from '#messages/find-message.ts';
import type { MessageRecord } from '#messages/store.ts';
import type { BulkWrite } from '#shared/bulk-writes.ts';
import { recordKeys } from '#shared/tables.ts';
import { putTombstone } from '#shared/tombstone.ts';

interface Steps {
  /** The tombstone and the deletion of its deliveries, in any order. */
  first: BulkWrite[];
  /** The message itself: it names the deliveries, and so goes after them. */
  last: BulkWrite[];
}

/** Of a message that has expired. It was erased when its time was over: nothing showed it since. */
export function erasedRecords(message: MessageRecord): Steps {
  const { clientId, id, deliveryIds, expiresAt } = message;
  return {
    first: [
      putTombstone(clientId, id, expiresAt * 1000, readersOf(message)),
      ...deliveryIds.map((deliveryId) => ({ table: 'records' as const, delete: recordKeys.delivery(id, deliveryId) })),
    ],
    last: [{ table: 'records', delete: recordKeys.message(clientId, id) }],
  };
}
