// Erases a message before its time: its key first, then the record and its deliveries; a tombstone stays.
import { findMessage, readersOf } from '#messages/find-message.ts';
import type { messageRoutes } from '#messages/routes.ts';
import { type MessageRecord, messageRead } from '#messages/store.ts';
import { stripKey } from '#messages/strip-key.ts';
import { recordKeys } from '#shared/tables.ts';
import { newTombstone } from '#shared/tombstone.ts';
import type { UseCase } from '#shared/use-case.ts';
import type { Write } from '#shared/writes.ts';

/**
 * Costs one batch read, one update that strips the key (1 unit, 1 for the index), and one transaction (2 units for each
 * item, and 1 for each index entry that comes or goes). Safe to repeat: after a crash between the two the second half is done again.
 */
export const deleteMessage: UseCase<(typeof messageRoutes)['deleteMessage']> = {
  reads: ({ params }) => [messageRead(params.clientId, params.messageId)],

  async run(app, request) {
    const message = await findMessage(app, request);
    const erasedAtMs = await stripKey(app, message);
    await app.db.commit(recordsOf(message, erasedAtMs));
    return { status: 204, body: undefined };
  },
};

function recordsOf(message: MessageRecord, erasedAtMs: number): Write[] {
  const { clientId, id, deliveryIds } = message;
  return [
    { table: 'records', delete: recordKeys.message(clientId, id) },
    ...deliveryIds.map((deliveryId): Write => ({ table: 'records', delete: recordKeys.delivery(id, deliveryId) })),
    newTombstone({ clientId, recordId: id, erasedAtMs, readers: readersOf(message) }),
  ];
}
