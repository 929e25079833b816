// Carrying out orders on the engine: claimed, opened, handed over once, written down, whatever the provider answers.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ChannelOrder } from '#deliveries/topics.ts';
import { MATTER } from '#test/support/builders/messages.ts';
import { type Delivering, later, refused, silent } from '#test/support/delivering.ts';
import { type DeliveryWorld, deliveryWorld, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { failNext } from '#test/support/faults.ts';
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

describe('an order that is accepted', () => {
  test('hands over what was taken, to the address, and is written down with its attempt', async () => {
    const results = [await house.send(email), await house.send(sms)];

    expect(results).toEqual([{}, {}]);
    expect(house.handed.map(({ to }) => to)).toEqual(['anna-karin@nordvik.example', '+46701740607']);
    for (const { text } of house.handed) {
      expect(text).toContain('Eva Ek');
      expect(text).toContain(MATTER.slice(0, 60));
    }
    expect((await world.deliveries())[0]).toMatchObject({
      state: 'accepted',
      attempts: [{ at: '2026-11-23T08:00:00.000Z', outcome: 'accepted', words: { sv: 'Mottaget för utskick' } }],
    });
    expect(await world.states()).toEqual(['accepted', 'accepted']);
  });

  test('costs one update to claim, one read, one update to settle', async () => {
    const { tally } = await world.meter.measure(() => house.send(email));

    expect(tally.requests).toEqual({ UpdateItem: 2, BatchGetItem: 1 });
  });

  test('leaves the index of what is due', async () => {
    await house.send(email);
    await house.send(sms);

    const rows = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'delivery');
    expect(rows.flatMap(({ duePk, dueAt }) => [duePk, dueAt])).toEqual(Array(4).fill(undefined));
  });

  test('is sending while the provider has it', async () => {
    let meanwhile: unknown;
    house.meanwhile = async () => {
      meanwhile = (await world.deliveries())[0];
    };

    await house.send(email);

    expect(meanwhile).toMatchObject({ state: 'sending', attempts: [{ outcome: 'sending' }] });
  });

  test('of a message that is erased meanwhile leaves nothing behind', async () => {
    house.meanwhile = () => world.erase(world.message);

    await house.send(email);

    expect((await rawItems(world, 'records')).some(({ kind }) => kind === 'delivery')).toBe(false);
  });
});

describe('the same order', () => {
  test.each(['email', 'sms'])('twenty times at once is one hand-over (%s)', async (channel) => {
    const order = channel === 'email' ? email : sms;

    const results = await Promise.all(Array.from({ length: 20 }, () => house.send(order)));

    expect(house.handed).toHaveLength(1);
    expect(results).toEqual(Array(20).fill({}));
    expect(await world.outcomesOf(order)).toEqual(['accepted']);
  });

  test('later, in any order, for something that never was, changes nothing', async () => {
    await house.send(sms);
    await house.send(email);
    const before = await rawItems(world, 'records');

    await house.send(email);
    await house.send(sms);
    await house.send({
      channel: 'sms',
      order: { ...sms.order, deliveryId: email.order.deliveryId.replace(/.$/, '0') },
    });

    expect(house.handed).toHaveLength(2);
    expect(await rawItems(world, 'records')).toEqual(before);
  });
});

describe('a temporary error', () => {
  test.each(['email', 'sms'])(
    'is tried again by the queue, then by the tick, and then given up (%s)',
    async (channel) => {
      const order = channel === 'email' ? email : sms;
      house.answers.push(...Array(7).fill(later));
      const waits: unknown[] = [];

      for (let attempt = 1; attempt <= 7; attempt++) {
        const { againAfterSeconds } = await house.send(order);
        waits.push(againAfterSeconds);
        world.clock.advance((againAfterSeconds ?? 3_600) * 1000);
      }

      expect(waits).toEqual([5, 15, 60, undefined, undefined, undefined, undefined]);
      expect(await world.outcomesOf(order)).toEqual([...Array(6).fill('retry ThrottlingException'), 'failed GaveUp']);
      expect((await world.deliveries()).find(({ id }) => id === order.order.deliveryId)?.state).toBe('failed');
    },
  );

  test('is not tried before its time, however often the order comes', async () => {
    house.answers.push(later);
    await house.send(sms);
    world.clock.advance(4_999);

    await Promise.all([house.send(sms), house.send(sms)]);

    expect(house.handed).toHaveLength(1);
    expect((await world.deliveries())[1]).toMatchObject({ state: 'queued', notBefore: '2026-11-23T08:00:05.000Z' });
  });
});

test('an error of our own before anything was handed over is tried again, an SMS too', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  failNext(world.client, 'BatchGetItemCommand', new Error('Eva Ek is not to be read'));

  const { againAfterSeconds } = await house.send(sms);
  world.clock.advance(5_000);
  await house.send(sms);

  expect(againAfterSeconds).toBe(5);
  expect(await world.outcomesOf(sms)).toEqual(['retry NotPrepared', 'accepted']);
  expect(logged.mock.calls.flat().join()).not.toContain('Eva');
});

test('a permanent error ends it, and says why to people', async () => {
  house.answers.push(refused);

  const result = await house.send(sms);

  expect(result).toEqual({});
  expect((await world.deliveries())[1]).toMatchObject({
    state: 'failed',
    attempts: [{ outcome: 'failed', code: 'InvalidParameterException', words: { sv: 'Numret togs inte emot' } }],
  });
});

describe('when nobody knows', () => {
  test('an SMS is unknown for good', async () => {
    house.answers.push(silent);
    await house.send(sms);
    world.clock.advance(86_400_000);

    await house.send(sms);
    await house.tick();

    expect(house.handed).toHaveLength(1);
    expect(house.orders.filter(({ channel }) => channel === 'sms')).toEqual([]);
    expect((await world.states())[1]).toBe('unknown');
  });

  test('an e-mail goes again', async () => {
    house.answers.push(silent);
    const { againAfterSeconds } = await house.send(email);
    world.clock.advance(5_000);

    await house.send(email);

    expect(againAfterSeconds).toBe(5);
    expect(await world.outcomesOf(email)).toEqual(['unknown TimeoutError', 'accepted']);
  });
});
