// The two topics: orders for our own senders, events for everybody who listens. Ids only, in both.
import type { Channel, DeliveryOrder } from '#deliveries/schema.ts';

export interface PublicEvent {
  /** `message.taken`, `message.erased`, `delivery.accepted`, ... */
  type: string;
  clientId: string;
  messageId: string;
  deliveryId?: string;
}

export interface ChannelOrder {
  channel: Channel;
  order: DeliveryOrder;
}

/** Positions of what could not be published; the rest is out. */
export type Failed = Promise<number[]>;

export interface Topics {
  orders(orders: readonly ChannelOrder[]): Failed;
  events(events: readonly PublicEvent[]): Failed;
}
