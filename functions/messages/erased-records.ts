// What is left to delete of a message whose key is gone, and what stays of it.
import { readersOf } from '#messages/find-message.ts';
import type { MessageRecord } from '#messages/store.ts';
import type { Remains } from '#shared/bury.ts';
import { recordKeys } from '#shared/tables.ts';
import { tombstone } from '#shared/tombstone.ts';

/** The record names the deliveries, and so goes after them. */
export function erasedRecords(message: MessageRecord, erasedAtMs: number, because?: 'time'): Remains {
  const { clientId, id, deliveryIds } = message;
  const erasure = { clientId, recordId: id, erasedAtMs, ...(because && { because }), readers: readersOf(message) };
  return {
    erasure,
    first: [
      tombstone(erasure),
      ...deliveryIds.map((deliveryId) => ({ table: 'records' as const, delete: recordKeys.delivery(id, deliveryId) })),
    ],
    last: [{ table: 'records', delete: recordKeys.message(clientId, id) }],
  };
}
