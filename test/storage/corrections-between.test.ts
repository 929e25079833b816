// A correction and a sender at every point of each other: nobody is left with the old text, an SMS is handed over once for a delivery.
import { beforeEach, describe, expect, test } from 'vitest';
import { type Amending, amending } from '#test/support/amending.ts';
import { silent } from '#test/support/delivering.ts';
import { type DeliveryWorld, deliveryWorld, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';

const engine = useEngine();
let world: DeliveryWorld;
let amend: Amending;
let passed: number;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await deliveryWorld(engine);
  amend = amending(world);
});

/** Before and after each request to DynamoDB is a point; at number `at` something else happens, to its end. */
function atPoint(at: number, act: () => Promise<unknown>): void {
  passed = 0;
  let busy = false;
  const point = async () => {
    if (busy) return;
    passed += 1;
    if (passed !== at) return;
    busy = true;
    await act();
    busy = false;
  };
  world.client.middlewareStack.add(
    (next) => async (args) => {
      await point();
      const reply = await next(args);
      await point();
      return reply;
    },
    { step: 'initialize', name: 'atPoint', override: true },
  );
}

/** Everybody who was sent anything has the new text last, and no delivery of an SMS was handed over twice. */
async function expectTheNewTextLast(): Promise<void> {
  await world.settleAll();
  await amend.sendAll();
  const { handed } = world.house;
  for (const channel of ['email', 'sms']) {
    const texts = handed.filter((one) => one.channel === channel).map(({ text }) => text);
    expect(texts.at(-1)).toContain('Eva Eck');
    const firstNew = texts.findIndex((text) => text.includes('Eva Eck'));
    // Whoever has the old text is told that it was wrong.
    if (firstNew > 0) expect(texts.slice(firstNew).some((text) => text.includes('RÄTTELSE'))).toBe(true);
  }
  const sms = handed.filter(({ channel }) => channel === 'sms').map(({ deliveryId }) => deliveryId);
  expect(new Set(sms).size).toBe(sms.length);
}

/** A sender makes three requests, an SMS one more. */
const POINTS_OF_A_SENDER = 8;
/** A correction makes four or five. */
const POINTS_OF_A_CORRECTION = 10;
const upTo = (points: number) => Array.from({ length: points }, (_, n) => n + 1);

describe.each(['email', 'sms'] as const)('by %s', (channel) => {
  test.each(upTo(POINTS_OF_A_SENDER))('a correction at point %i of the sender', async (point) => {
    atPoint(point, () => amend.correct());

    await world.house.send(world[channel]);
    if (passed < point) await amend.correct();

    await expectTheNewTextLast();
  });

  test.each(upTo(POINTS_OF_A_CORRECTION))('a sender at point %i of the correction', async (point) => {
    atPoint(point, () => world.house.send(world[channel]));

    await amend.correct();

    await expectTheNewTextLast();
  });

  test.each(upTo(POINTS_OF_A_SENDER))(
    'a sender that dies at point %i, and a correction before anybody looks after it',
    async (point) => {
      atPoint(point, async () => {
        throw new Error('It died');
      });
      await world.house.send(world[channel]).catch(() => {});
      atPoint(0, async () => {});

      await amend.correct();

      await expectTheNewTextLast();
    },
  );
});

test('while the provider has the old text and never answers', async () => {
  world.house.answers.push(silent, silent);
  world.house.meanwhile = async () => {
    world.house.meanwhile = async () => {};
    await amend.correct();
  };

  await world.house.send(world.sms);
  await world.house.send(world.email);

  await expectTheNewTextLast();
});
