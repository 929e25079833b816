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

export function erasedRecords(message: MessageRecord, erasedAtMs: number): Steps {
  const { clientId, id, deliveryIds } = message;
  return {
    first: [
      putTombstone(clientId, id, erasedAtMs, readersOf(message)),
      ...deliveryIds.map((deliveryId) => ({ table: 'records' as const, delete: recordKeys.delivery(id, deliveryId) })),
    ],
    last: [{ table: 'records', delete: recordKeys.message(clientId, id) }],
  };
}
