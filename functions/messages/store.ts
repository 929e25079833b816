// Messages in the tables: the record with its sealed content, and the row of its key.
import type { MessageContent } from '#messages/schema.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { expiryDay, keyTtl, type Retention, recordTtl, retentionCode } from '#shared/retention.ts';
import { listKeys, recordKeys, recordsTable } from '#shared/tables.ts';
import { open, type SealContext, seal } from '#shared/vault.ts';
import { notExists } from '#shared/writes.ts';

/** A message as it stands in Records. */
export interface MessageRecord {
  id: string;
  clientId: string;
  version: number;
  keyId: string;
  staffId: string | undefined;
  copyTo: readonly string[];
  /** Colleagues whom a step of somebody's plan has reached: they may read it too. */
  alsoFor?: readonly string[] | undefined;
  urgency: 'normal' | 'urgent';
  state: 'open' | 'handled';
  takenBy: string;
  /** When the call was: what its id and its end are made of. */
  takenAtMs: number;
  /** Absent where it was written in while, or right after, it was said. */
  enteredAtMs?: number | undefined;
  expiresAt: number;
  content: Uint8Array;
  note: Uint8Array | undefined;
  /** Reader's id → epoch milliseconds. */
  readBy: Readonly<Record<string, number>>;
  handledBy: string | undefined;
  handledAtMs: number | undefined;
  deliveryIds: readonly string[];
  /** Absent until it is mended for the first time. */
  corrections?: readonly Correction[] | undefined;
  /** Where it is the inbox entry of a colleague: see inbox-entries.ts. */
  listPk?: string | undefined;
  listSk?: string | undefined;
  /** Nobody has called: it shows whether messages arrive, and is nobody's to look after. */
  test?: true;
  /** Deliveries to somebody whom the message was not for: nothing of it is sent by them any more. */
  withdrawn?: readonly string[] | undefined;
}

interface Correction {
  atMs: number;
  by: string;
}

/** A row of MessageKeys. Without `key` the message is erased: the row stays a day so that no replay brings it back. */
export interface MessageKeyRow {
  id: string;
  clientId: string;
  messageId: string;
  key?: Uint8Array;
  /** Renewed at each edit of the note, so that the words taken out are gone. */
  noteKey?: Uint8Array;
  /** Lives until erasure, when a correction renews `key`: for what is kept beside the content (addresses, MACs of requests). */
  stableKey?: Uint8Array;
  /** By a task's id, renewed at each note: what was noted when that task was done. */
  taskKeys?: Readonly<Record<string, Uint8Array>>;
  bodyMac?: Uint8Array;
  takenAtMs: number;
  /** As on the message. */
  enteredAtMs?: number;
  retention: string;
  expiresAt: number;
  /** By which the sweeper finds it; gone from a row whose message was erased before its time. */
  expiryDay?: string;
  erasedAtMs?: number;
}

const context = (clientId: string, messageId: string, field: 'content' | 'note'): SealContext => ({
  clientId,
  recordId: messageId,
  field,
  schema: 1,
});

interface NewMessage {
  clientId: string;
  messageId: string;
  keyId: string;
  staffId: string | undefined;
  copyTo: readonly string[];
  alsoFor?: readonly string[];
  /** An inbox that no delivery is the entry of. */
  inboxOf?: string | undefined;
  urgency: 'normal' | 'urgent';
  takenBy: string;
  takenAtMs: number;
  enteredAtMs?: number | undefined;
  expiresAt: number;
  content: Uint8Array;
  deliveryIds: readonly string[];
  test?: true | undefined;
}

export const sealContent = (key: Uint8Array, clientId: string, messageId: string, content: MessageContent) =>
  seal(key, context(clientId, messageId, 'content'), content);

export const openContent = (key: Uint8Array, { clientId, id, content }: MessageRecord): MessageContent =>
  open(key, context(clientId, id, 'content'), content) as MessageContent;

export const sealNote = (key: Uint8Array, { clientId, id }: MessageRecord, note: string) =>
  seal(key, context(clientId, id, 'note'), note);

export const openNote = (noteKey: Uint8Array | undefined, { clientId, id, note }: MessageRecord): string | null =>
  note && noteKey ? (open(noteKey, context(clientId, id, 'note'), note) as string) : null;

/** The item of a new message: 2 write units in a transaction for each KB. */
export const newMessage = ({ messageId, alsoFor = [], inboxOf, enteredAtMs, test, ...message }: NewMessage) => ({
  table: 'records' as const,
  put: {
    ...recordKeys.message(message.clientId, messageId),
    kind: 'message',
    version: 1,
    state: 'open',
    readBy: {},
    ...message,
    ...(enteredAtMs !== undefined && { enteredAtMs }),
    ...(test && { test }),
    ...(alsoFor.length > 0 && { alsoFor }),
    ...(inboxOf !== undefined && { listPk: listKeys.staffInbox(message.clientId, inboxOf), listSk: messageId }),
    ttl: recordTtl(message.expiresAt),
  },
  condition: notExists('records'),
});

interface NewKeyRow {
  keyId: string;
  clientId: string;
  messageId: string;
  key: Uint8Array;
  stableKey: Uint8Array;
  bodyMac: Uint8Array;
  takenAtMs: number;
  enteredAtMs?: number | undefined;
  retention: Retention;
  expiresAt: number;
}

/** The row of a new message's key, which is its idempotency row as well: 2 write units, 1 for the expiry index. */
export const newKeyRow = ({ keyId, retention, enteredAtMs, ...row }: NewKeyRow) => ({
  table: 'messageKeys' as const,
  put: {
    id: keyId,
    ...row,
    ...(enteredAtMs !== undefined && { enteredAtMs }),
    retention: retentionCode(retention),
    expiryDay: expiryDay(row.expiresAt),
    ttl: keyTtl(row.expiresAt),
  },
  condition: notExists('messageKeys'),
});

/** Behind a client's messages stands how its calls are answered. */
export const messagesAlone = { name: recordsTable.sortKey, from: 'msg_', until: 'msg_~' };

export const messageRead = (clientId: string, messageId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.message(clientId, messageId),
});

export const keyRowRead = (keyId: string): ReadRequest => ({ table: 'messageKeys', key: { id: keyId } });

export const toMessageRecord = (item: Item): MessageRecord =>
  ({ copyTo: [], readBy: {}, ...item, id: item.sk }) as unknown as MessageRecord;

export const toKeyRow = (item: Item | undefined): MessageKeyRow | undefined => item as MessageKeyRow | undefined;

/** All that an erasure takes out of a row, in an update's REMOVE; `#key` is `key`. */
export const KEYS_OF_ROW = '#key, stableKey, noteKey, taskKeys, bodyMac';

/** The keys of a message that is not erased. */
export interface LiveKeyRow extends MessageKeyRow {
  key: Uint8Array;
  stableKey: Uint8Array;
}

export const toLiveKeyRow = (item: Item | undefined): LiveKeyRow | undefined => {
  const row = toKeyRow(item);
  return row?.key && row.stableKey ? (row as LiveKeyRow) : undefined;
};

export const isWithdrawn = ({ withdrawn }: Pick<MessageRecord, 'withdrawn'>, deliveryId: string): boolean =>
  withdrawn?.includes(deliveryId) ?? false;

/** Why a message without a key is gone: an erasure before its time stands on the row. @returns undefined: on request. */
export const becauseOf = ({
  expiresAt,
  erasedAtMs = Infinity,
}: Pick<MessageKeyRow, 'expiresAt' | 'erasedAtMs'>): 'time' | undefined =>
  erasedAtMs >= expiresAt * 1000 ? 'time' : undefined;

export const isExpired = ({ expiresAt }: { expiresAt: number }, nowMs: number): boolean => expiresAt * 1000 <= nowMs;
