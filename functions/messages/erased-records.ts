// What is left to delete of a message whose key is gone, and what stays of it.
import { readersOf } from '#messages/find-message.ts';
import type { MessageRecord } from '#messages/store.ts';
import type { BulkWrite } from '#shared/bulk-writes.ts';
import type { Erasure } from '#shared/evidence.ts';
import { recordKeys } from '#shared/tables.ts';
import { tombstone } from '#shared/tombstone.ts';

interface Steps {
  /** For the evidence, before anything else: what the evidence does not know of may come back with a restored table. */
  erasure: Erasure;
  /** The tombstone and the deletion of its deliveries, in any order. */
  first: BulkWrite[];
  /** The message itself: it names the deliveries, and so goes after them. */
  last: BulkWrite[];
}

export function erasedRecords(message: MessageRecord, erasedAtMs: number): Steps {
  const { clientId, id, deliveryIds } = message;
  const erasure = { clientId, recordId: id, erasedAtMs, readers: readersOf(message) };
  return {
    erasure,
    first: [
      tombstone(erasure),
      ...deliveryIds.map((deliveryId) => ({ table: 'records' as const, delete: recordKeys.delivery(id, deliveryId) })),
    ],
    last: [{ table: 'records', delete: recordKeys.message(clientId, id) }],
  };
}
