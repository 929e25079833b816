// Erases a message before its time: its key first, then the record and its deliveries; a tombstone stays.
import { findMessage, readersOf } from '#messages/find-message.ts';
import type { messageRoutes } from '#messages/routes.ts';
import { type MessageRecord, messageRead, toKeyRow } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import { REMEMBERED_SECONDS } from '#shared/idempotency.ts';
import { recordKeys } from '#shared/tables.ts';
import { newTombstone } from '#shared/tombstone.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError, type UseCase } from '#shared/use-case.ts';
import { versionIs, type Write } from '#shared/writes.ts';

/**
 * Costs one batch read, one update that strips the key (1 unit, 1 for the index), and one transaction (2 units for each
 * item, and 1 for each index entry that comes or goes). Safe to repeat: after a crash between the two the second half is done again.
 */
export const deleteMessage: UseCase<(typeof messageRoutes)['deleteMessage']> = {
  reads: ({ params }) => [messageRead(params.clientId, params.messageId)],

  async run(app, request) {
    const message = await findMessage(app, request);
    const erasedAtMs = await stripKey(app, message);
    try {
      await app.db.commit(recordsOf(message, erasedAtMs));
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      // A delivery was added meanwhile: the next run, with fresh reads, deletes it too.
      if (error.at(0)?.sk) throw new StaleReadError('The message changed meanwhile', { cause: error });
      // Or somebody else has just deleted it.
    }
    return { status: 204, body: undefined };
  },
};

/**
 * The row stays for a day without its keys, so that no replay of the request brings the message back.
 * @returns when the key was taken, which may have been in an earlier call that died.
 */
async function stripKey(app: App, { keyId }: MessageRecord): Promise<number> {
  const nowMs = app.clock.nowMs();
  const row = await app.db.update(
    'messageKeys',
    { id: keyId },
    'SET erasedAtMs = if_not_exists(erasedAtMs, :now), #ttl = :ttl REMOVE #key, noteKey, taskKeys, bodyMac, expiryDay',
    {
      expression: 'attribute_exists(id)',
      names: { '#key': 'key', '#ttl': 'ttl' },
      values: { ':now': nowMs, ':ttl': toSeconds(nowMs) + REMEMBERED_SECONDS },
    },
  );
  return toKeyRow(row)?.erasedAtMs ?? nowMs;
}

function recordsOf(message: MessageRecord, erasedAtMs: number): Write[] {
  const { clientId, id, deliveryIds } = message;
  return [
    { table: 'records', delete: recordKeys.message(clientId, id), condition: versionIs(message.version) },
    ...deliveryIds.map((deliveryId): Write => ({ table: 'records', delete: recordKeys.delivery(id, deliveryId) })),
    newTombstone({ clientId, recordId: id, erasedAtMs, readers: readersOf(message) }),
  ];
}
