// A message to Anna-Karin Sjölund by e-mail and SMS, and the house that is to deliver it.
import { beforeAll, vi } from 'vitest';
import type { ChannelOrder } from '#deliveries/topics.ts';
import { type Delivering, delivering, ordersOf } from '#test/support/delivering.ts';
import type { Engine } from '#test/support/engine.ts';
import { type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';

export const MINUTE_MS = 60_000;

export interface DeliveryWorld extends MessagesWorld {
  clientId: string;
  staffId: string;
  /** Another message like it. */
  takeAnother(): Promise<Taken>;
  /** What the rest is about; a test may put another in its place. */
  message: Taken;
  house: Delivering;
  email: ChannelOrder;
  sms: ChannelOrder;
  /** The deliveries of the message as they stand: e-mail, SMS. */
  deliveries(): Promise<Taken['deliveries']>;
  states(): Promise<string[]>;
  /** Of each attempt what came of it, with its code. */
  outcomesOf(order: ChannelOrder): Promise<string[] | undefined>;
  /** Carries out what the tick has ordered, every minute, as long as it orders something. */
  settleAll(minutes?: number): Promise<void>;
}

export async function deliveryWorld(engine: Engine): Promise<DeliveryWorld> {
  const world = await messagesWorld(engine);
  const clientId = (await world.aClient()).body.id;
  const staffId = (await world.aStaffMember(clientId)).body.id;
  const takeAnother = async () => (await world.take(clientId, { staffId })).body;
  const message = await takeAnother();
  const house = delivering(world);
  const [email, sms] = ordersOf(message) as [ChannelOrder, ChannelOrder];
  const made: DeliveryWorld = {
    ...world,
    clientId,
    staffId,
    takeAnother,
    message,
    house,
    email,
    sms,
    deliveries: async () => (await world.read(made.message)).body.deliveries,
    states: async () => (await made.deliveries()).map(({ state }) => state),
    async outcomesOf({ order }) {
      const delivery = (await made.deliveries()).find(({ id }) => id === order.deliveryId);
      return delivery?.attempts.map(({ outcome, code }) => (code ? `${outcome} ${code}` : outcome));
    },
    async settleAll(minutes = 10) {
      for (let minute = 0; minute < minutes; minute++) {
        world.clock.advance(MINUTE_MS);
        await house.tick();
        for (const order of house.orders.splice(0)) await house.send(order).catch(() => {});
      }
    },
  };
  return made;
}

/** What the functions log at these levels is expected in this file. */
export function muteLogs(...levels: readonly ('info' | 'warn' | 'error')[]): void {
  beforeAll(() => {
    for (const level of levels) vi.spyOn(console, level).mockImplementation(() => {});
  });
}
