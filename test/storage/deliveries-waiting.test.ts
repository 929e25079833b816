// Deliveries that wait, on the engine: for another attempt, and for the end of quiet hours.
import { beforeEach, describe, expect, test } from 'vitest';
import type { ChannelOrder } from '#deliveries/topics.ts';
import { type Delivering, later, ordersOf } from '#test/support/delivering.ts';
import { type DeliveryWorld, deliveryWorld, MINUTE_MS, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';

const engine = useEngine();
let world: DeliveryWorld;
let house: Delivering;
let email: ChannelOrder;
let sms: ChannelOrder;

muteLogs('info', 'warn');
beforeEach(async () => {
  world = await deliveryWorld(engine);
  ({ house, email, sms } = world);
});

test('a wait that the queue keeps is left to the queue, and to the tick only if the queue loses it', async () => {
  house.answers.push(later);
  await house.send(email);
  await house.send(sms);
  world.clock.advance(5_000);
  const atOnce = await house.tick();
  world.clock.advance(2 * MINUTE_MS);
  await house.tick();

  expect(atOnce).toBe(0);
  expect(house.orders).toEqual([email]);
});

test('a wait longer than a minute is kept by the tick, to the minute', async () => {
  house.answers.push(later, later, later, later);
  for (const seconds of [5, 15, 60]) {
    await house.send(email);
    world.clock.advance(seconds * 1000);
  }
  const fourth = await house.send(email);
  world.clock.advance(300_000 - 1);
  await house.tick();
  const before = house.orders.filter(({ channel }) => channel === 'email').length;
  world.clock.advance(1);
  await house.tick();

  expect(fourth).toEqual({});
  expect([before, house.orders.filter(({ channel }) => channel === 'email').length]).toEqual([0, 1]);
});

describe('quiet hours', () => {
  const asleep = { normal: [], urgent: [], quietHours: { from: '21:00', until: '07:00' } };
  beforeEach(async () => {
    world.clock.moveTo(Date.parse('2026-11-23T21:00:00Z'));
  });

  test('hold a message until they end; then it goes', async () => {
    const staffId = (await world.aStaffMember(world.clientId, { delivery: asleep })).body.id;
    await world.erase(world.message);
    world.message = (await world.take(world.clientId, { staffId })).body;
    const held = world.message.deliveries.map(({ state, notBefore }) => [state, notBefore]);
    for (const order of ordersOf(world.message)) await house.send(order);
    world.clock.moveTo(Date.parse('2026-11-24T05:59:59Z'));
    await house.tick();
    const early = house.orders.length;

    world.clock.advance(1_000);
    await house.tick();
    for (const order of house.orders) await house.send(order);

    expect(held).toEqual(Array(2).fill(['held', '2026-11-24T06:00:00.000Z']));
    expect([early, house.handed.length]).toEqual([0, 2]);
    expect(await world.states()).toEqual(['accepted', 'accepted']);
  });

  test('hold nothing that is urgent', async () => {
    const staffId = (await world.aStaffMember(world.clientId, { delivery: asleep })).body.id;

    const { body } = await world.take(world.clientId, { staffId, urgency: 'urgent' });

    expect(body.deliveries.map(({ state }) => state)).toEqual(['queued', 'queued']);
  });
});
