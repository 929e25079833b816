// Traffic on a restored table: an hour of ticks and sweeps, every order of before once more, and all that a stream could show.
import { dispatchDeliveries, type StreamChange } from '#deliveries/dispatch-deliveries.ts';
import type { ChannelOrder } from '#deliveries/topics.ts';
import type { MessageView } from '#messages/schema.ts';
import type { House } from '#test/drill/house.ts';
import { everyItem } from '#test/drill/restored-table.ts';
import type { Then } from '#test/drill/then.ts';
import { aMessage } from '#test/support/builders/messages.ts';

const MINUTE_MS = 60_000;

export interface Traffic {
  /** Ids of the deliveries that a provider was given. */
  sent: string[];
  /** Deliveries of messages that are taken after the restore: they are to go out. */
  fresh: string[];
  /** Ticks that could not look after everything. */
  failedTicks: number;
}

/** @param old orders that queues and dead letters may still hold. */
export async function anHourOfTraffic(house: House, then: Then, old: readonly ChannelOrder[]): Promise<Traffic> {
  const { sending, world } = house;
  const fresh: string[] = [];
  let failedTicks = 0;
  for (const { id } of [then.clients.left, then.clients.changed]) {
    const staffId = then.staff.left.find(({ clientId }) => clientId === id)?.id;
    const { body } = await house.call<MessageView>('POST /v1/clients/{clientId}/messages', {
      claims: then.people.operator,
      params: { clientId: id },
      body: aMessage(staffId ? { staffId } : {}),
    });
    fresh.push(...(body.deliveries ?? []).map((delivery) => delivery.id));
  }
  for (const order of old) await sending.send(order);
  await dispatchAll(house);
  for (let minute = 0; minute < 60; minute++) {
    world.clock.advance(MINUTE_MS);
    await sending.tick().catch(() => {
      failedTicks += 1;
    });
    if (minute % 15 === 0) await house.sweep();
    for (const order of sending.orders.splice(0)) await sending.send(order);
  }
  await dispatchAll(house);
  return { sent: sending.handed.map(({ deliveryId }) => deliveryId), fresh, failedTicks };
}

/** As if everything in the table had just been made, and then changed. */
async function dispatchAll({ sending, world }: House): Promise<void> {
  const items = await everyItem(world, world.tables.records);
  const changes = items.flatMap((image): StreamChange[] =>
    (['INSERT', 'MODIFY'] as const).map((eventName) => ({
      eventName,
      sequenceNumber: '1',
      image: image as unknown as StreamChange['image'],
    })),
  );
  const orders: ChannelOrder[] = [];
  const topics = {
    orders: async (some: readonly ChannelOrder[]) => {
      orders.push(...some);
      return [];
    },
    events: async () => [],
  };
  await dispatchDeliveries(topics, changes);
  for (const order of orders) await sending.send(order);
}
