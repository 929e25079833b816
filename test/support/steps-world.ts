// A client with a general inbox, Anna-Karin with a plan that goes by way of Bo, and the house that is to deliver.
import type { ChannelOrder } from '#deliveries/topics.ts';
import type { Item } from '#shared/found.ts';
import type { MessageBody } from '#test/support/builders/messages.ts';
import type { StaffBody } from '#test/support/builders/staff.ts';
import { type Delivering, delivering, ordersOf } from '#test/support/delivering.ts';
import type { Engine } from '#test/support/engine.ts';
import type { Claims } from '#test/support/http-call.ts';
import { MESSAGE, type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { rawItems } from '#test/support/raw-items.ts';

export const INBOX = 'info@nordvik.example';
export const BO_MAIL = 'bo@nordvik.example';
export const ANNA_MAIL = 'anna-karin@nordvik.example';
export const ANNA_MOBILE = '+46701740607';

export interface StepsWorld extends MessagesWorld {
  clientId: string;
  bo: string;
  house: Delivering;
  /** Somebody whose plan is this one. */
  somebody(delivery?: StaffBody['delivery'], changes?: Partial<StaffBody>): Promise<string>;
  /** E-mail to the person, then to Bo, then to the general inbox. */
  planned(): Promise<string>;
  takeFor(staffId: string | undefined, body?: Partial<MessageBody>): Promise<Taken>;
  /** A tick after so many minutes, and everything that it orders carried out. */
  minutesLater(minutes?: number): Promise<void>;
  /** The stream's orders of a new message, carried out. */
  sendFirst(message: Taken): Promise<void>;
  /** `state address-of step`, in the order they were made. */
  story(message: Taken): Promise<string[]>;
  /** Somebody marks the message as read or handled. */
  mark(message: Taken, edit: object, claims?: Claims): Promise<unknown>;
  tasks(): Promise<Item[]>;
  /** Deliveries that are still in the index of what is due. */
  due(): Promise<Item[]>;
}

export async function stepsWorld(engine: Engine): Promise<StepsWorld> {
  const world = await messagesWorld(engine);
  const clientId = (await world.aClient({ generalInbox: { emails: [INBOX], phones: [], language: 'sv' } })).body.id;
  const house = delivering(world);
  const add = async (changes: Partial<StaffBody>) => {
    const { status, body } = await world.aStaffMember(clientId, changes);
    if (status !== 201) throw new Error(JSON.stringify(body));
    return body.id;
  };
  const bo = await add({
    name: 'Bo Ek',
    phones: [],
    emails: [{ label: null, address: BO_MAIL }],
    delivery: { normal: [], urgent: [], quietHours: null },
  });
  const carryOut = async (orders: readonly ChannelOrder[]) => {
    for (const order of orders) await house.send(order).catch(() => {});
  };
  const all = async (kind: string) => (await rawItems(world, 'records')).filter((item) => item.kind === kind);
  return {
    ...world,
    clientId,
    bo,
    house,
    somebody: (delivery, changes) => add({ ...(delivery && { delivery }), ...changes }),
    planned: () => {
      const channels = ['email' as const];
      const steps = [{ channels }, { channels, to: { staffId: bo } }, { channels, to: 'generalInbox' as const }];
      return add({ delivery: { normal: steps, urgent: steps, quietHours: null } });
    },
    async takeFor(staffId, body) {
      const taken = await world.take(clientId, { ...(staffId && { staffId }), ...body });
      if (taken.status !== 201) throw new Error(JSON.stringify(taken.body));
      return taken.body;
    },
    async minutesLater(minutes = 1) {
      world.clock.advance(minutes * 60_000);
      await house.tick();
      await carryOut(house.orders.splice(0));
    },
    sendFirst: (message) => carryOut(ordersOf(message)),
    async story(message) {
      const { deliveries } = (await world.read(message)).body;
      return deliveries.map(({ state, address, step }) => `${step} ${address} ${state}`);
    },
    mark: (message, edit, claims = world.operator) =>
      world.call(`PATCH ${MESSAGE}`, {
        claims,
        params: { clientId: message.clientId, messageId: message.id },
        body: edit,
      }),
    tasks: () => all('task'),
    due: async () => (await all('delivery')).filter(({ duePk }) => duePk !== undefined),
  };
}
