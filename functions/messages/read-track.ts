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
  /**
   * Since the track began the message was handled, or read by one it was meant for; or it was taken back from there, or is
   * a test: nobody is called. Who handled or read it before knew nothing of what was sent afterwards.
   */
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
  const sinceMs = Math.min(...deliveries.map(({ createdAtMs }) => createdAtMs));
  const isSettled =
    message.test === true ||
    isWithdrawn ||
    wasHandled(message, sinceMs) ||
    wasRead(message, deliveries, sinceMs, found);
  return { message, row, deliveries, isSettled };
}

const wasHandled = ({ state, handledAtMs = 0 }: MessageRecord, sinceMs: number): boolean =>
  state === 'handled' && handledAtMs >= sinceMs;

const membershipRead = (clientId: string, userId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.membership(clientId, userId),
});

const membershipReads = ({ clientId, readBy }: MessageRecord): ReadRequest[] =>
  Object.keys(readBy).map((userId) => membershipRead(clientId, userId));

/** By one it was meant for; by anybody of the client where it is meant for nobody in particular. */
function wasRead(
  { clientId, readBy }: MessageRecord,
  track: readonly Delivery[],
  sinceMs: number,
  found: Found,
): boolean {
  const people = new Set(track.map(({ staffId }) => staffId));
  return Object.entries(readBy)
    .filter(([, readAtMs]) => readAtMs >= sinceMs)
    .map(([userId]) => found.get(membershipRead(clientId, userId)))
    .some(
      (membership) =>
        membership !== undefined && (people.has(undefined) || people.has(membership.staffId as string | undefined)),
    );
}
