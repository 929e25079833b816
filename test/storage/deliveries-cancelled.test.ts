// Deliveries under way when their message goes, on the engine: whatever they were at, nothing more is sent, and they end.
import { beforeEach, describe, expect, test } from 'vitest';
import type { ChannelOrder } from '#deliveries/topics.ts';
import { later, ordersOf } from '#test/support/delivering.ts';
import { type DeliveryWorld, deliveryWorld, MINUTE_MS, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import type { Taken } from '#test/support/messages-world.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { type Sweeping, sweeping } from '#test/support/sweeping.ts';

const HOUR_MS = 60 * MINUTE_MS;

const engine = useEngine();
let world: DeliveryWorld;
let sweeper: Sweeping;
let message: Taken;
let email: ChannelOrder;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await deliveryWorld(engine);
  await world.erase(world.message);
  sweeper = sweeping(world);
});

/** A message whose time is over a day after it was taken, its e-mail brought to where a delivery can be under way. */
const under: Readonly<Record<string, () => Promise<void>>> = {
  held: () => taken({ from: '09:30', until: '09:15' }),
  queued: () => taken(null),
  sending: async () => {
    await taken(null);
    world.house.answers.push(new Error('It died'));
    await world.house.send(email).catch(() => {});
  },
  'queued again after a refusal': async () => {
    await taken(null);
    world.house.answers.push(later);
    await world.house.send(email);
  },
};

async function taken(quietHours: { from: string; until: string } | null): Promise<void> {
  const clientId = (await world.aClient({ retention: { days: 1 } })).body.id;
  const asleep = { normal: [], urgent: [], quietHours };
  const staffId = (await world.aStaffMember(clientId, quietHours ? { delivery: asleep } : {})).body.id;
  if (quietHours) world.clock.moveTo(Date.parse('2026-11-23T09:00:00Z'));
  message = (await world.take(clientId, { staffId })).body;
  email = ordersOf(message)[0] as ChannelOrder;
}

const states = async () =>
  (await rawItems(world, 'records')).filter(({ kind }) => kind === 'delivery').map(({ state }) => state);

/** Nothing is handed over from here on, by an order that comes late, by the tick, or by what the tick orders. */
async function nothingMoreIsSent(): Promise<void> {
  const before = world.house.handed.length;
  for (const order of [...ordersOf(message), ...ordersOf(message)]) await world.house.send(order);
  await world.settleAll(15);
  world.clock.advance(30 * HOUR_MS);
  await world.settleAll(3);
  expect([world.house.handed.length - before, world.house.orders]).toEqual([0, []]);
}

describe.each(Object.entries(under))('a delivery that is %s', (name, arrive) => {
  beforeEach(async () => {
    await arrive();
    const row = (await rawItems(world, 'records')).find(({ sk }) => sk === email.order.deliveryId);
    expect(row?.state).toBe(name.split(' ')[0]);
  });

  test('goes with a message that somebody erases, and is not sent', async () => {
    await world.erase(message);

    await nothingMoreIsSent();
    expect(await states()).toEqual([]);
  });

  test('is cancelled when the time of its message is over before the sweep', async () => {
    world.clock.moveTo(Date.parse(message.expiresAt));

    await nothingMoreIsSent();
    expect(await states()).toEqual(['cancelled', 'cancelled']);
  });

  test('is cancelled when the key of its message is gone and its record is not yet', async () => {
    world.clock.moveTo(Date.parse(message.expiresAt));
    world.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName?.startsWith('BatchWrite')) throw new Error('It died');
        return next(args);
      },
      { step: 'initialize', name: 'dies' },
    );
    await sweeper.sweep().catch(() => {});
    world.client.middlewareStack.remove('dies');
    expect(await sweeper.left()).toEqual(['delivery', 'delivery', 'message', 'row']);

    await nothingMoreIsSent();
    expect(await states()).toEqual(['cancelled', 'cancelled']);
  });

  test('goes with the sweep, and is not sent', async () => {
    world.clock.moveTo(Date.parse(message.expiresAt));
    await sweeper.sweep();

    await nothingMoreIsSent();
    expect(await sweeper.left()).toEqual([]);
  });
});

test('what the provider says of a delivery whose message was erased meanwhile brings nothing back', async () => {
  await taken(null);
  world.house.meanwhile = () => world.erase(message);

  await world.house.send(email);

  expect([world.house.handed.length, await states(), await sweeper.left()]).toEqual([1, [], []]);
});
