// Marks a message as read (for this reader) or handled, or notes something on it.
import { findMessage, halfErased } from '#messages/find-message.ts';
import type { messageRoutes } from '#messages/routes.ts';
import type { MessageEdit } from '#messages/schema.ts';
import { type MessageRecord, messageRead, sealNote } from '#messages/store.ts';
import { viewAfter } from '#messages/view-after.ts';
import type { App } from '#shared/app.ts';
import { recordKeys } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError, type UseCase } from '#shared/use-case.ts';
import { newKey } from '#shared/vault.ts';
import type { Write } from '#shared/writes.ts';

/**
 * Costs one batch read, one transaction (5 units: message and witness; with a note 2 more for its key and 1 for the index),
 * and the reads of the answer: one or two batch reads.
 */
export const changeMessage: UseCase<(typeof messageRoutes)['changeMessage']> = {
  reads: ({ params }) => [messageRead(params.clientId, params.messageId)],

  async run(app, request) {
    const message = await findMessage(app, request);
    const changed = edited(message, request.body, request.caller.id, app.clock.nowMs());
    const { note } = request.body;
    const after = note === undefined ? await write(app, changed) : await writeWithNote(app, changed, note);
    return { status: 200, body: await viewAfter(app, request.caller, after) };
  },
};

/** Pure. Marking twice changes nothing: the first reader's time and the first handler stand. */
function edited(message: MessageRecord, edit: MessageEdit, callerId: string, nowMs: number): MessageRecord {
  const { [callerId]: readAtMs, ...readByOthers } = message.readBy;
  const readBy =
    edit.read === false
      ? readByOthers
      : edit.read
        ? { ...message.readBy, [callerId]: readAtMs ?? nowMs }
        : message.readBy;
  if (edit.handled === undefined) return { ...message, readBy };
  if (!edit.handled) return { ...message, readBy, state: 'open', handledBy: undefined, handledAtMs: undefined };
  if (message.state === 'handled') return { ...message, readBy };
  return { ...message, readBy, state: 'handled', handledBy: callerId, handledAtMs: nowMs };
}

interface Change {
  set: string;
  remove: string;
  values: Record<string, unknown>;
}

/** Everything that an edit may change, as one update expression. */
function changeOf({ version, state, readBy, handledBy, handledAtMs }: MessageRecord): Change {
  const handled = handledBy !== undefined;
  return {
    set: `SET #state = :state, readBy = :readBy, version = :next${handled ? ', handledBy = :by, handledAtMs = :at' : ''}`,
    remove: handled ? '' : 'handledBy, handledAtMs',
    values: {
      ':state': state,
      ':readBy': readBy,
      ':next': version + 1,
      ':version': version,
      ...(handled && { ':by': handledBy, ':at': handledAtMs }),
    },
  };
}

const removing = (...attributes: string[]) => {
  const named = attributes.filter((attribute) => attribute !== '');
  return named.length > 0 ? ` REMOVE ${named.join(', ')}` : '';
};

const names = { '#state': 'state' };

async function write(app: App, message: MessageRecord): Promise<MessageRecord> {
  const { set, remove, values } = changeOf(message);
  const key = recordKeys.message(message.clientId, message.id);
  const change = `${set}${removing(remove)}`;
  const condition = { expression: 'version = :version', names, values };
  try {
    await app.db.commit([{ table: 'records', update: key, change, condition }]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new StaleReadError('The message changed meanwhile', { cause: error });
  }
  return { ...message, version: message.version + 1 };
}

/** A note has a key of its own, new with each edit: what was noted before is gone with the old one. */
async function writeWithNote(app: App, message: MessageRecord, note: string | null): Promise<MessageRecord> {
  const noteKey = newKey();
  const sealed = note === null ? undefined : sealNote(noteKey, message, note);
  const { set, remove, values } = changeOf(message);
  const record: Write = {
    table: 'records',
    update: recordKeys.message(message.clientId, message.id),
    change: sealed ? `${set}, note = :note${removing(remove)}` : `${set}${removing(remove, 'note')}`,
    condition: { expression: 'version = :version', names, values: { ...values, ...(sealed && { ':note': sealed }) } },
  };
  const key: Write = {
    table: 'messageKeys',
    update: { id: message.keyId },
    change: 'SET noteKey = :noteKey',
    condition: { expression: 'attribute_exists(#key)', names: { '#key': 'key' }, values: { ':noteKey': noteKey } },
  };
  try {
    await app.db.commit([record, key]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw error.at(1)
      ? await halfErased(app, message)
      : new StaleReadError('The message changed meanwhile', { cause: error });
  }
  return { ...message, version: message.version + 1, note: sealed };
}
