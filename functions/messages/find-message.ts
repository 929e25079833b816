// Finds one message for a reader, or says why not: never there, another's, or erased and when.
import {
  becauseOf,
  isExpired,
  keyRowRead,
  type MessageRecord,
  messageRead,
  toKeyRow,
  toMessageRecord,
} from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import type { Caller } from '#shared/caller.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Found } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { readErasure } from '#shared/tombstone.ts';

interface Wanted {
  params: { clientId: string; messageId: string };
  caller: Caller;
  found: Found;
}

/** Staff members have their own messages: those that name them as recipient or copy. */
const isAmong = ({ staffId }: Caller, readers: readonly string[]) => staffId !== undefined && readers.includes(staffId);

const isFor = (caller: Caller, readers: readonly string[]) => caller.role !== 'staffMember' || isAmong(caller, readers);

/** The staff members whose message it is. */
export const readersOf = ({
  staffId,
  copyTo,
  alsoFor = [],
}: Pick<MessageRecord, 'staffId' | 'copyTo' | 'alsoFor'>): string[] => [
  ...(staffId ? [staffId] : []),
  ...copyTo,
  ...alsoFor,
];

export const mayRead = (caller: Caller, message: MessageRecord): boolean => isFor(caller, readersOf(message));

/**
 * The message that the chain's batch read found; one read more where it is not there, for its tombstone.
 * @throws Problem not-found, or erased with the time.
 */
export async function findMessage(app: App, { params, caller, found }: Wanted): Promise<MessageRecord> {
  const item = found.get(messageRead(params.clientId, params.messageId));
  if (!item) {
    const erasure = await readErasure(app, params.clientId, params.messageId);
    if (!erasure || !isFor(caller, erasure.readers)) throw new Problem('not-found');
    throw new Problem('erased', { erasedAt: rfc3339(erasure.erasedAtMs), because: erasure.because });
  }
  const message = toMessageRecord(item);
  if (!mayRead(caller, message)) throw new Problem('not-found');
  if (isExpired(message, app.clock.nowMs()))
    throw new Problem('erased', { erasedAt: rfc3339(message.expiresAt * 1000), because: 'time' });
  return message;
}

/** The refusal for a message whose record stands while its key is gone: erased half-way. One read, for the time. */
export async function halfErased(app: App, { keyId }: MessageRecord): Promise<Problem> {
  const read = keyRowRead(keyId);
  const row = toKeyRow((await app.db.read([read])).get(read));
  return new Problem('erased', {
    erasedAt: rfc3339(row?.erasedAtMs ?? app.clock.nowMs()),
    because: row && becauseOf(row),
  });
}
