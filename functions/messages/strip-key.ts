// Takes the key of a message before its time is over: from here on everything that is left of it is noise.
import { KEYS_OF_ROW, type MessageRecord, toKeyRow } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import { REMEMBERED_SECONDS } from '#shared/idempotency.ts';
import type { Write } from '#shared/writes.ts';

type OfMessage = Pick<MessageRecord, 'id' | 'keyId'>;

/**
 * The row stays for a day without its keys, so that no replay of the request brings the message back. Later another message
 * may have its place, with the same Idempotency-Key: that one keeps its key.
 */
export const strippedKey = ({ id, keyId }: OfMessage, nowMs: number) =>
  ({
    table: 'messageKeys',
    update: { id: keyId },
    change: `SET erasedAtMs = if_not_exists(erasedAtMs, :now), #ttl = :ttl REMOVE ${KEYS_OF_ROW}, expiryDay`,
    condition: {
      expression: 'messageId = :message',
      names: { '#key': 'key', '#ttl': 'ttl' },
      values: { ':message': id, ':now': nowMs, ':ttl': toSeconds(nowMs) + REMEMBERED_SECONDS },
    },
  }) satisfies Write;

/**
 * One update: 1 unit, 1 for the index.
 * @returns when the key was taken, which may have been in an earlier call that died.
 */
export async function stripKey(app: App, message: OfMessage): Promise<number> {
  const nowMs = app.clock.nowMs();
  const { table, update, change, condition } = strippedKey(message, nowMs);
  return toKeyRow(await app.db.update(table, update, change, condition))?.erasedAtMs ?? nowMs;
}
