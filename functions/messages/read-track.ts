// A track as it stands: its message, its deliveries, and whether anybody still has to hear of it.
import { type Delivery, deliveryRead, toDelivery, trackOf } from '#deliveries/store.ts';
import {
  isExpired,
  keyRowRead,
  type LiveKeyRow,
  type MessageRecord,
  messageRead,
  toLiveKeyRow,
  toMessageRecord,
} from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import { recordKeys } from '#shared/tables.ts';

export interface Track {
  message: MessageRecord;
  row: LiveKeyRow;
  deliveries: Delivery[];
  /** The message is handled, was read by whom the track is meant for, or was taken back from there: nobody is called. */
  isSettled: boolean;
}

/**
 * Costs two batch reads: of the message (1 unit), and of its key, its deliveries and the memberships of its readers (1 unit
 * each).
 * @param due deliveries of one track.
 * @returns undefined where the message is erased, or its time is over.
 */
export async function readTrack(app: App, due: readonly Delivery[]): Promise<Track | undefined> {
  const [first] = due as [Delivery];
  const read = messageRead(first.clientId, first.messageId);
  const item = (await app.db.read([read])).get(read);
  const message = item && toMessageRecord(item);
  if (!message || isExpired(message, app.clock.nowMs())) return undefined;
  const reads = [...new Set([...message.deliveryIds, ...due.map(({ id }) => id)])].map((id) =>
    deliveryRead(message.id, id),
  );
  const keyRead = keyRowRead(message.keyId);
  const found = await app.db.read([keyRead, ...reads, ...membershipReads(message)]);
  const row = toLiveKeyRow(found.get(keyRead));
  if (!row) return undefined;
  const deliveries = reads
    .map((one) => found.get(one))
    .filter((one) => one !== undefined)
    .map(toDelivery)
    .filter((one) => trackOf(one) === trackOf(first));
  const isWithdrawn = deliveries.some(({ id }) => message.withdrawn?.includes(id));
  const isSettled = isWithdrawn || message.state === 'handled' || wasRead(message, first.staffId, found);
  return { message, row, deliveries, isSettled };
}

const membershipReads = ({ clientId, readBy }: MessageRecord): ReadRequest[] =>
  Object.keys(readBy).map((userId) => ({ table: 'records', key: recordKeys.membership(clientId, userId) }));

/** By the person it is meant for; by anybody of the client where it is meant for nobody in particular. */
const wasRead = (message: MessageRecord, staffId: string | undefined, found: Found): boolean =>
  membershipReads(message)
    .map((read) => found.get(read))
    .some((membership) => membership !== undefined && (staffId === undefined || membership.staffId === staffId));
