// From stream records to orders and public events. Records may come twice and out of order: an order is only an invitation to look.
import type { Channel, DeliveryState } from '#deliveries/schema.ts';
import type { ChannelOrder, PublicEvent, Topics } from '#deliveries/topics.ts';
import type { Kind } from '#shared/tables.ts';

/** A stream record, as far as it matters: what happened, and the open attributes of the new image. */
export interface StreamChange {
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  sequenceNumber: string;
  image: {
    kind: Kind;
    pk: string;
    sk: string;
    clientId?: string;
    messageId?: string;
    channel?: Channel;
    state?: DeliveryState;
  };
}

interface Dispatch {
  orders: ChannelOrder[];
  events: PublicEvent[];
}

const ERASED_PARTITION = 'ERASED#';

/** Pure. A tombstone of anything but a message is nobody else's business. */
export function dispatchFor({ eventName, image }: StreamChange): Dispatch {
  const { kind, clientId, messageId, channel, state } = image;
  if (kind === 'tombstone' && eventName === 'INSERT' && image.sk.startsWith('msg_')) {
    const erasedOf = image.pk.slice(ERASED_PARTITION.length);
    return { orders: [], events: [{ type: 'message.erased', clientId: erasedOf, messageId: image.sk }] };
  }
  if (kind === 'message' && eventName === 'INSERT' && clientId)
    return { orders: [], events: [{ type: 'message.taken', clientId, messageId: image.sk }] };
  if (kind !== 'delivery' || !clientId || !messageId || !channel || !state) return { orders: [], events: [] };
  const deliveryId = image.sk;
  const order = eventName === 'INSERT' && state === 'queued';
  return {
    orders: order ? [{ channel, order: { clientId, messageId, deliveryId } }] : [],
    events: [{ type: `delivery.${state}`, clientId, messageId, deliveryId }],
  };
}

/**
 * Publishes what a batch of changes asks for: one request for each ten orders and each ten events.
 * @returns positions of changes of which something could not be published; they come again.
 */
export async function dispatchDeliveries(topics: Topics, changes: readonly StreamChange[]): Promise<number[]> {
  const asked = changes.map(dispatchFor);
  const flat = <T>(pick: (dispatch: Dispatch) => readonly T[]) =>
    asked.flatMap((dispatch, position) => pick(dispatch).map((entry) => ({ position, entry })));
  const orders = flat(({ orders: own }) => own);
  const events = flat(({ events: own }) => own);
  const [failedOrders, failedEvents] = await Promise.all([
    topics.orders(orders.map(({ entry }) => entry)),
    topics.events(events.map(({ entry }) => entry)),
  ]);
  const positions = [...failedOrders.map((n) => orders[n]), ...failedEvents.map((n) => events[n])];
  return [...new Set(positions.flatMap((one) => one?.position ?? []))].sort((a, b) => a - b);
}
