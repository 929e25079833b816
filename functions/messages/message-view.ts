// A message as one reader sees it: opened, with its deliveries, addresses only for those who may see them.
import { attemptWords } from '#deliveries/attempt-words.ts';
import type { DeliveryView } from '#deliveries/schema.ts';
import { addressOwner, type Delivery, deliveryRead, openTo, ownerAddress, toDelivery } from '#deliveries/store.ts';
import { contentView } from '#messages/content.ts';
import type { MessageContent, MessageView } from '#messages/schema.ts';
import { isWithdrawn, keyRowRead, type MessageRecord, openContent, openNote, toLiveKeyRow } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import type { Caller } from '#shared/caller.ts';
import { rfc3339 } from '#shared/clock.ts';
import { keyRead, keyRowOf } from '#shared/register.ts';

interface Reader {
  caller: Caller;
  /** Asked only for what this reader may see; undefined where its owner is gone. */
  addressOf(delivery: Delivery): string | undefined;
  nowMs: number;
}

interface OpenMessage {
  message: MessageRecord;
  content: MessageContent;
  note: string | null;
  deliveries: readonly Delivery[];
}

const isOwn = ({ staffId }: Caller, delivery: Delivery) => staffId !== undefined && staffId === addressOwner(delivery);

/** Addresses are for supervisors, the client's admins and the person whose they are. */
const seesAddress = (caller: Caller, delivery: Delivery) =>
  caller.role === 'supervisor' || caller.role === 'clientAdmin' || isOwn(caller, delivery);

function deliveryView(delivery: Delivery, { caller, addressOf, nowMs }: Reader): Omit<DeliveryView, 'withdrawn'> {
  const { notBeforeMs } = delivery;
  return {
    id: delivery.id,
    staffId: delivery.staffId ?? null,
    viaStaffId: delivery.viaStaffId ?? null,
    step: (delivery.step ?? 0) + 1,
    channel: delivery.channel,
    state: delivery.state,
    correction: delivery.correction ?? false,
    notBefore: notBeforeMs !== undefined && notBeforeMs > nowMs ? rfc3339(notBeforeMs) : null,
    address: (seesAddress(caller, delivery) && addressOf(delivery)) || null,
    attempts: delivery.attempts.map((attempt) => ({
      at: rfc3339(attempt.atMs),
      channel: delivery.channel,
      outcome: attempt.outcome,
      answeredAt: attempt.answeredAtMs === undefined ? null : rfc3339(attempt.answeredAtMs),
      code: attempt.code ?? null,
      words: attemptWords(attempt),
    })),
  };
}

/** Pure: everything that is needed has been read, and opened but for the addresses. */
export function viewMessage({ message, content, note, deliveries }: OpenMessage, reader: Reader): MessageView {
  const { handledBy, handledAtMs } = message;
  const readAtMs = message.readBy[reader.caller.id];
  return {
    id: message.id,
    clientId: message.clientId,
    staffId: message.staffId ?? null,
    copyTo: [...message.copyTo],
    ...contentView(content),
    urgency: message.urgency,
    test: message.test ?? false,
    takenBy: message.takenBy,
    takenAt: rfc3339(message.takenAtMs),
    enteredAt: message.enteredAtMs === undefined ? null : rfc3339(message.enteredAtMs),
    expiresAt: rfc3339(message.expiresAt * 1000),
    state: message.state,
    readAt: readAtMs === undefined ? null : rfc3339(readAtMs),
    handled: handledBy && handledAtMs !== undefined ? { by: handledBy, at: rfc3339(handledAtMs) } : null,
    note,
    corrections: (message.corrections ?? []).map(({ atMs, by }) => ({ at: rfc3339(atMs), by })),
    deliveries: deliveries.map((delivery) => ({
      ...deliveryView(delivery, reader),
      withdrawn: isWithdrawn(message, delivery.id),
    })),
  };
}

/**
 * Opens messages and what lies around them: one batch read for each hundred keys and deliveries, and another for the keys
 * of addresses that this reader sees. A message whose key is gone is erased: it is left out.
 */
export async function openMessages(
  app: App,
  caller: Caller,
  messages: readonly MessageRecord[],
): Promise<MessageView[]> {
  const found = await app.db.read(
    messages.flatMap(({ id, keyId, deliveryIds }) => [
      keyRowRead(keyId),
      ...deliveryIds.map((deliveryId) => deliveryRead(id, deliveryId)),
    ]),
  );
  const opened = messages.flatMap((message): OpenMessage[] => {
    const keys = toLiveKeyRow(found.get(keyRowRead(message.keyId)));
    if (!keys) return [];
    const items = message.deliveryIds.map((deliveryId) => found.get(deliveryRead(message.id, deliveryId)));
    const deliveries = items.filter((item) => item !== undefined).map(toDelivery);
    return [{ message, content: openContent(keys.key, message), note: openNote(keys.noteKey, message), deliveries }];
  });
  const shown = opened.flatMap(({ deliveries }) => deliveries).filter((delivery) => seesAddress(caller, delivery));
  const owners = await app.db.read(shown.map((delivery) => keyRead(ownerAddress(delivery))));
  const addressOf = (delivery: Delivery) => {
    const keys = toLiveKeyRow(found.get(keyRowRead(delivery.keyId)));
    const owner = keyRowOf(owners.get(keyRead(ownerAddress(delivery))));
    return keys && owner && openTo(delivery, keys.stableKey, owner).address;
  };
  return opened.map((one) => viewMessage(one, { caller, addressOf, nowMs: app.clock.nowMs() }));
}
