// The tick on the engine: whatever was held, lost, stuck or dead on the way is looked after, and nothing twice.
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChannelOrder } from '#deliveries/topics.ts';
import { useEngine } from '#test/support/engine.ts';
import {
  type Delivering,
  delivering,
  later,
  type MessagesWorld,
  messagesWorld,
  ordersOf,
  type Taken,
} from '#test/support/messages-world.ts';
import { rawItems } from '#test/support/raw-items.ts';

const MINUTE_MS = 60_000;

const engine = useEngine();
let world: MessagesWorld;
let clientId: string;
let message: Taken;
let house: Delivering;
let email: ChannelOrder;
let sms: ChannelOrder;

beforeAll(() => {
  for (const level of ['info', 'warn'] as const) vi.spyOn(console, level).mockImplementation(() => {});
});
beforeEach(async () => {
  world = await messagesWorld(engine);
  clientId = (await world.aClient()).body.id;
  const staffId = (await world.aStaffMember(clientId)).body.id;
  message = (await world.take(clientId, { staffId })).body;
  house = delivering(world);
  [email, sms] = ordersOf(message) as [ChannelOrder, ChannelOrder];
});

const deliveries = async () => (await world.read(message)).body.deliveries;
const states = async () => (await deliveries()).map(({ state }) => state);
const outcomes = async () => (await deliveries()).map(({ attempts }) => attempts.map(({ outcome }) => outcome));
const handedBy = (channel: string) => house.handed.filter((one) => one.channel === channel).length;

/** Carries out what the tick has ordered, every minute, as long as it orders something. */
async function settleAll(minutes = 10) {
  for (let minute = 0; minute < minutes; minute++) {
    world.clock.advance(MINUTE_MS);
    await house.tick();
    for (const order of house.orders.splice(0)) await house.send(order).catch(() => {});
  }
}

describe('an order that was lost', () => {
  test('is published again after two minutes, not before', async () => {
    world.clock.advance(2 * MINUTE_MS - 1);
    const before = await house.tick();
    world.clock.advance(1);
    const after = await house.tick();

    expect([before, after]).toEqual([0, 2]);
    expect(house.orders).toEqual(expect.arrayContaining([email, sms]));
    expect(await house.tick()).toBe(0);
  });

  test('is published by the next tick but one where the topic takes nothing', async () => {
    world.clock.advance(2 * MINUTE_MS);
    house.topicDown = true;
    await house.tick();
    house.topicDown = false;

    await settleAll(3);

    expect(await states()).toEqual(['accepted', 'accepted']);
  });

  test('is published once by ten ticks at once', async () => {
    world.clock.advance(2 * MINUTE_MS);

    await Promise.all(Array.from({ length: 10 }, () => house.tick()));

    expect(house.orders).toHaveLength(2);
  });

  test('and lost again for six hours has failed, so that a person hears of it', async () => {
    for (let minute = 0; minute < 6 * 60 + 10; minute += 5) {
      world.clock.advance(5 * MINUTE_MS);
      await house.tick();
    }

    expect(await states()).toEqual(['failed', 'failed']);
    expect((await deliveries())[0]?.attempts).toMatchObject([{ outcome: 'failed', code: 'GaveUp' }]);
    house.orders.splice(0);
    await settleAll(3);
    expect(house.orders).toEqual([]);
  });
});

describe('a sender that died', () => {
  test('in mid-send: an e-mail goes again, an SMS is unknown', async () => {
    house.answers.push(new Error('It died'), new Error('It died'));
    await house.send(email).catch(() => {});
    await house.send(sms).catch(() => {});
    expect(await states()).toEqual(['sending', 'sending']);

    await settleAll(5);

    expect(await states()).toEqual(['accepted', 'unknown']);
    expect(await outcomes()).toEqual([['unknown', 'accepted'], ['unknown']]);
    expect([handedBy('email'), handedBy('sms')]).toEqual([2, 1]);
  });

  test.each([
    ['before it claimed', 'UpdateItemCommand', 1],
    ['after it claimed', 'BatchGetItemCommand', 1],
    ['before it counted the SMS', 'UpdateItemCommand', 2],
    ['before it wrote down what happened', 'UpdateItemCommand', 3],
  ])('%s: every delivery comes to its end, an SMS is handed over at most once', async (_, command, nth) => {
    for (const order of [email, sms]) {
      let seen = 0;
      world.client.middlewareStack.add(
        (next, context) => async (args) => {
          if (context.commandName === command && ++seen === nth) throw new Error('It died');
          return next(args);
        },
        { step: 'initialize', name: 'crash', override: true },
      );
      await house.send(order).catch(() => {});
    }
    world.client.middlewareStack.remove('crash');

    await settleAll();

    const [mail, text] = await states();
    expect(mail).toBe('accepted');
    expect(['accepted', 'unknown']).toContain(text);
    expect(handedBy('email')).toBeGreaterThan(0);
    expect(handedBy('sms')).toBeLessThanOrEqual(1);
    expect((await rawItems(world, 'records')).filter(({ duePk }) => duePk !== undefined)).toEqual([]);
  });
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
    const staffId = (await world.aStaffMember(clientId, { delivery: asleep })).body.id;
    await world.erase(message);
    message = (await world.take(clientId, { staffId })).body;
    const held = message.deliveries.map(({ state, notBefore }) => [state, notBefore]);
    for (const order of ordersOf(message)) await house.send(order);
    world.clock.moveTo(Date.parse('2026-11-24T05:59:59Z'));
    await house.tick();
    const early = house.orders.length;

    world.clock.advance(1_000);
    await house.tick();
    for (const order of house.orders) await house.send(order);

    expect(held).toEqual(Array(2).fill(['held', '2026-11-24T06:00:00.000Z']));
    expect([early, house.handed.length]).toEqual([0, 2]);
    expect(await states()).toEqual(['accepted', 'accepted']);
  });

  test('hold nothing that is urgent', async () => {
    const staffId = (await world.aStaffMember(clientId, { delivery: asleep })).body.id;

    const { body } = await world.take(clientId, { staffId, urgency: 'urgent' });

    expect(body.deliveries.map(({ state }) => state)).toEqual(['queued', 'queued']);
  });
});

test('what has expired is cancelled and leaves the index', async () => {
  world.clock.moveTo(Date.parse(message.expiresAt));

  await house.tick();

  const rows = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'delivery');
  expect(rows.map(({ state, duePk }) => [state, duePk])).toEqual(Array(2).fill(['cancelled', undefined]));
  expect(house.orders).toEqual([]);
});

test('of what has been erased nothing is due', async () => {
  await world.erase(message);
  world.clock.advance(2 * MINUTE_MS);

  expect(await house.tick()).toBe(0);
});

test('more than a page of what is due goes out in one tick', async () => {
  await Promise.all(Array.from({ length: 60 }, () => world.take(clientId)));
  world.clock.advance(2 * MINUTE_MS);

  const { result, tally } = await world.meter.measure(() => house.tick());

  expect([result, new Set(house.orders.map(({ order }) => order.deliveryId)).size]).toEqual([122, 122]);
  expect(tally.requests).toEqual({ Query: 2, BatchGetItem: 2, UpdateItem: 122 });
});
