// Goes through a client's restored messages beside today's keys: erased ones, shortened ones, texts and notes that do not open.
import { readersOf } from '#messages/find-message.ts';
import { shortenRecords } from '#messages/shorten-old.ts';
import {
  becauseOf,
  keyRowRead,
  type MessageKeyRow,
  type MessageRecord,
  openContent,
  openNote,
  sealContent,
  toKeyRow,
  toMessageRecord,
} from '#messages/store.ts';
import type { RestoreApp } from '#restore/app.ts';
import { bury } from '#restore/bury.ts';
import { pagesOf } from '#restore/bury-client.ts';
import { emptyMessage } from '#restore/empty-details.ts';
import { recordKeys } from '#shared/tables.ts';
import { newTombstone } from '#shared/tombstone.ts';
import { StaleKeyError } from '#shared/vault.ts';
import { versionIs } from '#shared/writes.ts';

type LiveRow = MessageKeyRow & { key: Uint8Array };

/** Costs for each hundred messages one query and one batch read; and what is done about some of them. */
export async function goThroughMessages(app: RestoreApp, clientId: string): Promise<void> {
  for await (const items of pagesOf(app, recordKeys.messagesOf(clientId).pk)) {
    const messages = items.filter(({ kind }) => kind === 'message').map(toMessageRecord);
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
      await dropLostParts(app, message, row);
    }
  }
}

/** Another message may have taken the place of one that was erased, with the same Idempotency-Key. */
const isItsRow = ({ id, takenAtMs }: MessageRecord, row: MessageKeyRow | undefined): row is LiveRow =>
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
    const because = becauseOf({ expiresAt, erasedAtMs });
    return { clientId, recordId, erasedAtMs, ...(because && { because }), readers: readersOf(message) };
  });
  await bury(app, erasures, newTombstone);
}

/** The row has the last word on when a message ends, but readers go by the record. */
async function alignEnd(app: RestoreApp, message: MessageRecord, { expiresAt }: MessageKeyRow): Promise<void> {
  if (expiresAt >= message.expiresAt) return;
  app.note({ finding: 'shortened', clientId: message.clientId, recordId: message.id });
  await shortenRecords(app, message, expiresAt);
}

/**
 * A correction renews the key of the text, an edit of a note that of the note. Keys of messages have no history: what was
 * sealed under one of then is gone, and neither the message nor a list that holds it would be shown with it.
 */
async function dropLostParts(app: RestoreApp, message: MessageRecord, row: LiveRow): Promise<void> {
  const { clientId, id, version } = message;
  const textIsLost = isLost(() => openContent(row.key, message));
  const noteIsLost = isLost(() => openNote(row.noteKey, message));
  if (!textIsLost && !noteIsLost) return;
  if (textIsLost) app.note({ finding: 'textLost', clientId, recordId: id });
  if (noteIsLost) app.note({ finding: 'noteLost', clientId, recordId: id });
  const { expression, names, values } = versionIs(version);
  const change = `SET #version = :next${textIsLost ? ', content = :empty' : ''}${noteIsLost ? ' REMOVE note' : ''}`;
  await app.db.update('records', recordKeys.message(clientId, id), change, {
    expression,
    names: { ...names },
    values: {
      ...values,
      ':next': version + 1,
      ...(textIsLost && { ':empty': sealContent(row.key, clientId, id, emptyMessage()) }),
    },
  });
}

function isLost(open: () => unknown): boolean {
  try {
    open();
    return false;
  } catch (error) {
    if (error instanceof StaleKeyError) return true;
    throw error;
  }
}
