// The tick on the engine: whatever was lost, stuck or dead on the way is looked after, and nothing twice.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChannelOrder } from '#deliveries/topics.ts';
import type { Delivering } from '#test/support/delivering.ts';
import { type DeliveryWorld, deliveryWorld, MINUTE_MS, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { rawItems } from '#test/support/raw-items.ts';

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

const outcomes = async () => (await world.deliveries()).map(({ attempts }) => attempts.map(({ outcome }) => outcome));
const handedBy = (channel: string) => house.handed.filter((one) => one.channel === channel).length;

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

    await world.settleAll(3);

    expect(await world.states()).toEqual(['accepted', 'accepted']);
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

    expect(await world.states()).toEqual(['failed', 'failed']);
    expect((await world.deliveries())[0]?.attempts).toMatchObject([{ outcome: 'failed', code: 'GaveUp' }]);
    house.orders.splice(0);
    await world.settleAll(3);
    expect(house.orders).toEqual([]);
  });
});

describe('a sender that died', () => {
  test('in mid-send: an e-mail goes again, an SMS is unknown', async () => {
    house.answers.push(new Error('It died'), new Error('It died'));
    await house.send(email).catch(() => {});
    await house.send(sms).catch(() => {});
    expect(await world.states()).toEqual(['sending', 'sending']);

    await world.settleAll(5);

    expect(await world.states()).toEqual(['accepted', 'unknown']);
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

    await world.settleAll();

    const [mail, text] = await world.states();
    expect(mail).toBe('accepted');
    expect(['accepted', 'unknown']).toContain(text);
    expect(handedBy('email')).toBeGreaterThan(0);
    expect(handedBy('sms')).toBeLessThanOrEqual(1);
    expect(
      (await rawItems(world, 'records')).filter(({ duePk, kind }) => duePk !== undefined && kind !== 'audit'),
    ).toEqual([]);
  });
});

test('what has expired is cancelled and leaves the index', async () => {
  world.clock.moveTo(Date.parse(world.message.expiresAt));

  await house.tick();

  const rows = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'delivery');
  expect(rows.map(({ state, duePk }) => [state, duePk])).toEqual(Array(2).fill(['cancelled', undefined]));
  expect(house.orders).toEqual([]);
});

test('of what has been erased nothing is due', async () => {
  await world.erase(world.message);
  world.clock.advance(2 * MINUTE_MS);

  expect(await house.tick()).toBe(0);
});

test('more than a page of what is due goes out in one tick', async () => {
  await Promise.all(Array.from({ length: 60 }, () => world.take(world.clientId)));
  world.clock.advance(2 * MINUTE_MS);

  const { result, tally } = await world.meter.measure(() => house.tick());

  expect([result, new Set(house.orders.map(({ order }) => order.deliveryId)).size]).toEqual([122, 122]);
  expect(tally.requests).toEqual({ Query: 2, BatchGetItem: 2, UpdateItem: 122 });
});

describe('what is late', () => {
  const linesOf = async (act: () => Promise<unknown>) => {
    const warn = vi.spyOn(console, 'warn');
    await act();
    return warn.mock.calls.map(([line]) => JSON.parse(String(line))).filter(({ event }) => event === 'due-late');
  };

  test('by more than five minutes is told, by the most that anything is', async () => {
    world.clock.advance(9 * MINUTE_MS);

    const lines = await linesOf(() => house.tick());

    // Both were due two minutes after they were ordered.
    expect(lines).toMatchObject([{ level: 'warn', minutes: 7 }]);
  });

  test('by less, or moved on by the tick before, is not', async () => {
    world.clock.advance(7 * MINUTE_MS);
    const inTime = await linesOf(() => house.tick());
    world.clock.advance(2 * MINUTE_MS);
    const movedOn = await linesOf(() => house.tick());

    expect([inTime, movedOn]).toEqual([[], []]);
  });
});
