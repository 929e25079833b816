// Goes through a client's restored messages beside today's keys: erased ones, shortened ones, and notes that do not open.
import { readersOf } from '#messages/find-message.ts';
import { shortenRecords } from '#messages/shorten-old.ts';
import {
  keyRowRead,
  type MessageKeyRow,
  type MessageRecord,
  openNote,
  toKeyRow,
  toMessageRecord,
} from '#messages/store.ts';
import type { RestoreApp } from '#restore/app.ts';
import { bury } from '#restore/bury.ts';
import { pagesOf } from '#restore/bury-client.ts';
import { recordKeys } from '#shared/tables.ts';
import { newTombstone } from '#shared/tombstone.ts';
import { StaleKeyError } from '#shared/vault.ts';
import { versionIs } from '#shared/writes.ts';

/** Costs for each hundred messages one query and one batch read; and what is done about some of them. */
export async function goThroughMessages(app: RestoreApp, clientId: string): Promise<void> {
  for await (const items of pagesOf(app, recordKeys.messagesOf(clientId).pk)) {
    const messages = items.map(toMessageRecord);
    const found = await app.db.read(messages.map(({ keyId }) => keyRowRead(keyId)));
    const rowOf = ({ keyId }: MessageRecord) => toKeyRow(found.get(keyRowRead(keyId)));
    await buryErased(
      app,
      messages.filter((message) => !isItsRow(message, rowOf(message))),
      rowOf,
    );
    for (const message of messages) {
      const row = rowOf(message);
      if (!isItsRow(message, row)) continue;
      await alignEnd(app, message, row);
      await dropLostNote(app, message, row);
    }
  }
}

/** Another message may have taken the place of one that was erased, with the same Idempotency-Key. */
const isItsRow = (
  { id, takenAtMs }: MessageRecord,
  row: MessageKeyRow | undefined,
): row is MessageKeyRow & { key: Uint8Array } =>
  row?.key !== undefined && row.messageId === id && row.takenAtMs === takenAtMs;

/** When it was erased stands on the row for a day; of one whose time was over it is the time. */
async function buryErased(
  app: RestoreApp,
  erased: readonly MessageRecord[],
  rowOf: (message: MessageRecord) => MessageKeyRow | undefined,
): Promise<void> {
  const nowMs = app.clock.nowMs();
  const erasures = erased.map((message) => {
    const { clientId, id: recordId, expiresAt } = message;
    app.note({ finding: 'withoutKey', clientId, recordId });
    const row = rowOf(message);
    const erasedAtMs = (row?.messageId === recordId && row.erasedAtMs) || Math.min(expiresAt * 1000, nowMs);
    return { clientId, recordId, erasedAtMs, readers: readersOf(message) };
  });
  await bury(app, erasures, newTombstone);
}

/** The row has the last word on when a message ends, but readers go by the record. */
async function alignEnd(app: RestoreApp, message: MessageRecord, { expiresAt }: MessageKeyRow): Promise<void> {
  if (expiresAt >= message.expiresAt) return;
  app.note({ finding: 'shortened', clientId: message.clientId, recordId: message.id });
  await shortenRecords(app, message, expiresAt);
}

/** A note has a key of its own, new with each edit; that of then is gone, and the message would not be shown with it. */
async function dropLostNote(app: RestoreApp, message: MessageRecord, { noteKey }: MessageKeyRow): Promise<void> {
  try {
    openNote(noteKey, message);
    return;
  } catch (error) {
    if (!(error instanceof StaleKeyError)) throw error;
  }
  const { clientId, id, version } = message;
  app.note({ finding: 'noteLost', clientId, recordId: id });
  const { expression, names, values } = versionIs(version);
  await app.db.update('records', recordKeys.message(clientId, id), 'SET #version = :next REMOVE note', {
    expression,
    names: { ...names },
    values: { ...values, ':next': version + 1 },
  });
}
