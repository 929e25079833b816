// Deliveries on the engine when DynamoDB or the topic stand in the way: nothing is lost, nobody waits for another's fault.
import { beforeEach, describe, expect, test } from 'vitest';
import { backoffSeconds } from '#deliveries/handover.ts';
import type { ChannelOrder } from '#deliveries/topics.ts';
import { type Delivering, later } from '#test/support/delivering.ts';
import { type DeliveryWorld, deliveryWorld, MINUTE_MS, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { failNext, loseNextAnswer, occupied } from '#test/support/faults.ts';

const engine = useEngine();
let world: DeliveryWorld;
let house: Delivering;
let email: ChannelOrder;
let sms: ChannelOrder;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await deliveryWorld(engine);
  ({ house, email, sms } = world);
});

test('an SMS whose claim was made, and its answer lost, is sent, once', async () => {
  loseNextAnswer(world.client, 'UpdateItemCommand');

  await house.send(sms);

  expect(house.handed).toHaveLength(1);
  expect((await world.deliveries())[1]).toMatchObject({ state: 'accepted', attempts: [{ outcome: 'accepted' }] });
});

test('a lost answer is not mistaken for the claim of another sender', async () => {
  house.meanwhile = async () => {
    loseNextAnswer(world.client, 'UpdateItemCommand');
    house.meanwhile = async () => {};
    await house.send(sms);
  };

  await house.send(sms);

  expect(house.handed).toHaveLength(1);
});

test('an SMS that could not be counted was not handed over, and is tried again', async () => {
  let updates = 0;
  world.client.middlewareStack.add(
    (next, context) => async (args) => {
      if (context.commandName === 'UpdateItemCommand' && ++updates === 2) throw new Error('It died');
      return next(args);
    },
    { step: 'initialize', name: 'count' },
  );

  const result = await house.send(sms);

  expect([result, house.handed]).toEqual([{ againAfterSeconds: 5 }, []]);
  expect((await world.deliveries())[1]).toMatchObject({
    state: 'queued',
    attempts: [{ outcome: 'retry', code: 'NotPrepared' }],
  });
});

test('what came of an attempt is known again where the answer was lost: the queue brings it in time', async () => {
  house.answers.push(later);
  house.meanwhile = async () => loseNextAnswer(world.client, 'UpdateItemCommand');

  const result = await house.send(email);

  expect(result).toEqual({ againAfterSeconds: 5 });
});

test('a claim waits for the transaction that holds the delivery', async () => {
  failNext(world.client, 'UpdateItemCommand', occupied(), occupied());

  await house.send(sms);

  expect((await world.deliveries())[1]?.state).toBe('accepted');
});

test('the last of all attempts says that it was the last', async () => {
  house.answers.push(...Array(backoffSeconds.length + 1).fill(later));
  for (let attempt = 0; attempt <= backoffSeconds.length; attempt++) {
    await house.send(sms);
    world.clock.advance((backoffSeconds[attempt] ?? 0) * 1_000);
  }

  const delivery = (await world.deliveries())[1];
  expect(delivery?.state).toBe('failed');
  expect(delivery?.attempts.at(-2)).toMatchObject({ outcome: 'retry', code: later.outcome === 'retry' && later.code });
  expect(delivery?.attempts.at(-1)).toMatchObject({
    outcome: 'failed',
    code: 'GaveUp',
    words: { sv: 'Alla försök är gjorda' },
  });
});

test('a sender that was overtaken leaves the order to who overtook it', async () => {
  house.answers.push(later);
  house.meanwhile = async () => {
    house.meanwhile = async () => {};
    world.clock.advance(2 * MINUTE_MS);
    await house.tick();
  };

  const result = await house.send(email);

  expect([result, (await world.deliveries())[0]?.state]).toEqual([{}, 'queued']);
  expect(house.orders).toContainEqual(email);
});

describe('a delivery that the tick cannot move', () => {
  const isFirst = (id: string) => id === world.message.deliveries[0]?.id;

  beforeEach(() => {
    world.client.middlewareStack.add(
      (next) => async (args) => {
        const { Key } = args.input as { Key?: { sk?: string } };
        if (Key?.sk && isFirst(Key.sk)) throw new Error('Always');
        return next(args);
      },
      { step: 'initialize', name: 'always' },
    );
  });

  test('holds up no other, and the tick says that it failed', async () => {
    await world.takeAnother();
    world.clock.advance(2 * MINUTE_MS);

    await expect(house.tick()).rejects.toThrow('Not everything');

    expect(house.orders).toHaveLength(3);
    expect(house.orders.some(({ order }) => isFirst(order.deliveryId))).toBe(false);
  });
});
