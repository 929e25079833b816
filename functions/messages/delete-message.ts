// Erases a message before its time: its key, the record and its deliveries in one transaction; a tombstone stays.
import { endFilesOf } from '#jobs/files-key.ts';
import { findMessage, readersOf } from '#messages/find-message.ts';
import type { messageRoutes } from '#messages/routes.ts';
import { type MessageRecord, messageRead } from '#messages/store.ts';
import { strippedKey } from '#messages/strip-key.ts';
import type { App } from '#shared/app.ts';
import { recordKeys } from '#shared/tables.ts';
import { newTombstone } from '#shared/tombstone.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError, type UseCase } from '#shared/use-case.ts';
import type { Write } from '#shared/writes.ts';

/**
 * Costs one batch read and one transaction: 2 units for the key, 2 for that of the client's files, 3 for the witness and
 * 2 for each item, and 1 for each index entry that comes or goes. What was added to the message just before is found by reading again.
 */
export const deleteMessage: UseCase<(typeof messageRoutes)['deleteMessage']> = {
  reads: ({ params }) => [messageRead(params.clientId, params.messageId)],

  async run(app, request) {
    const message = await findMessage(app, request);
    await eraseMessage(app, message);
    return { status: 204, body: undefined };
  },
};

/** @throws StaleReadError where it has changed since it was read. */
export async function eraseMessage(app: App, message: MessageRecord): Promise<void> {
  const nowMs = app.clock.nowMs();
  const records = recordsOf(message, nowMs);
  try {
    await app.db.commit([strippedKey(message, nowMs), ...records]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    // TTL may have taken the row, with its key.
    if (error.at(0) && !error.at(1)) return app.db.commit(records);
    throw new StaleReadError('The message was added to, or erased, meanwhile', { cause: error });
  }
}

function recordsOf(message: MessageRecord, erasedAtMs: number): Write[] {
  const { clientId, id, deliveryIds } = message;
  return [
    {
      table: 'records',
      delete: recordKeys.message(clientId, id),
      condition: { expression: 'size(deliveryIds) = :count', values: { ':count': deliveryIds.length } },
    },
    endFilesOf(clientId),
    ...deliveryIds.map((deliveryId): Write => ({ table: 'records', delete: recordKeys.delivery(id, deliveryId) })),
    newTombstone({ clientId, recordId: id, erasedAtMs, readers: readersOf(message) }),
  ];
}
