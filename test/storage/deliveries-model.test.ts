// Deliveries under any order of events: orders that come late, twice or never, ticks, answers of every kind, crashes.
import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import type { ChannelOrder } from '#deliveries/topics.ts';
import { type Delivering, delivering, later, ordersOf, refused, silent } from '#test/support/delivering.ts';
import { MONDAY_MORNING_MS, useEngine } from '#test/support/engine.ts';
import { type MessagesWorld, messagesWorld } from '#test/support/messages-world.ts';
import { rawItems } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: MessagesWorld;

beforeAll(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await messagesWorld(engine);
});

const died = new Error('It died');

interface Step {
  does: 'order' | 'twice' | 'tick' | 'twoTicks' | 'published' | 'wait' | 'answer' | 'topic' | 'erase';
  which: number;
}
const steps = fc.array(
  fc.record({
    does: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom('order', 'twice', 'tick', 'twoTicks', 'published', 'wait') },
      { weight: 8, arbitrary: fc.constant('answer') },
      { weight: 1, arbitrary: fc.constantFrom('topic', 'erase') },
    ) as fc.Arbitrary<Step['does']>,
    which: fc.nat(7),
  }),
  { minLength: 3, maxLength: 16 },
);

const waitsMs = [1_000, 5_000, 15_000, 60_000, 120_000, 300_000, 3_600_000, 8 * 3_600_000];
const answers = [later, later, refused, silent, silent, died, died, later];

async function doStep(house: Delivering, orders: readonly ChannelOrder[], erase: () => Promise<unknown>, step: Step) {
  const order = orders[step.which % orders.length] as ChannelOrder;
  const send = (one: ChannelOrder) => house.send(one).catch(() => {});
  const byName: Record<Step['does'], () => unknown> = {
    order: () => send(order),
    twice: () => Promise.all([send(order), send(order)]),
    tick: () => house.tick(),
    twoTicks: () => Promise.all([house.tick(), house.tick()]),
    published: () => Promise.all(house.orders.splice(0).map(send)),
    wait: () => world.clock.advance(waitsMs[step.which] as number),
    answer: () => house.answers.push(answers[step.which] as (typeof answers)[number]),
    topic: () => {
      house.topicDown = !house.topicDown;
    },
    erase,
  };
  await byName[step.does]();
}

/** Time goes on and everything works again. */
async function comeToRest(house: Delivering) {
  house.topicDown = false;
  house.answers.length = 0;
  for (let turn = 0; turn < 10; turn++) {
    world.clock.advance(3_600_000);
    await house.tick();
    if (house.orders.length === 0) return;
    await Promise.all(house.orders.splice(0).map((order) => house.send(order)));
  }
}

test('every delivery comes to an end; none goes again after a clear answer, and no SMS after an unclear one', async () => {
  const clientId = (await world.aClient()).body.id;
  const staffId = (await world.aStaffMember(clientId)).body.id;
  await fc.assert(
    fc.asyncProperty(steps, async (script) => {
      world.clock.moveTo(MONDAY_MORNING_MS);
      const house = delivering(world, { capPerClientAndDay: 1_000_000 });
      const message = (await world.take(clientId, { staffId })).body;
      const orders = ordersOf(message);

      for (const step of script) await doStep(house, orders, () => world.erase(message), step);
      await comeToRest(house);

      for (const { order, channel } of orders) {
        const given = house.handed.filter(({ deliveryId }) => deliveryId === order.deliveryId);
        const before = given.slice(0, -1).map(({ answer }) => answer);
        const mayGoOn = channel === 'sms' ? [later] : [later, silent, died];
        expect(before.filter((answer) => !mayGoOn.includes(answer as never))).toEqual([]);
      }
      const rows = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'delivery');
      const ends = ['accepted', 'failed', 'unknown'];
      expect(rows.filter(({ state, duePk }) => !ends.includes(state as string) || duePk !== undefined)).toEqual([]);
      await world.erase(message);
    }),
    { numRuns: 250 },
  );
});
