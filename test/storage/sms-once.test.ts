// At most one SMS for a delivery: whatever the provider answers, however often the order comes, wherever the process dies.
import { beforeEach, expect, test } from 'vitest';
import { CrashPoints } from '#test/support/crash-points.ts';
import { later, refused, silent } from '#test/support/delivering.ts';
import { type DeliveryWorld, deliveryWorld, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';

const engine = useEngine();
let world: DeliveryWorld;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await deliveryWorld(engine);
});

const handedOver = () => world.house.handed.filter(({ channel }) => channel === 'sms');
const stateNow = async () => (await world.states())[1];

test('a process that dies before or after each write has sent it once or not at all, and is made good by the tick', async () => {
  const ends: [sent: number, state: string | undefined][] = [];
  for (let at = 1; ; at++) {
    world = await deliveryWorld(engine);
    const crashes = new CrashPoints();
    crashes.watch(world.client);

    crashes.arm(at);
    await world.house.send(world.sms).catch(() => {});
    const died = crashes.passed >= at;
    crashes.arm();
    if (!died) break;
    await world.house.send(world.sms);
    await world.settleAll();

    expect([at, handedOver().length]).toEqual([at, expect.toSatisfy((count: number) => count <= 1)]);
    ends.push([handedOver().length, await stateNow()]);
  }

  // Claimed, counted, pointed to, settled: before and after each. An error before the hand-over is tried again.
  expect(ends).toHaveLength(8);
  expect(ends.every(([sent, state]) => sent === 1 || state === 'unknown')).toBe(true);
  expect(new Set(ends.map(([, state]) => state))).toEqual(new Set(['accepted', 'unknown']));
});

test.each([
  ['no answer', [silent], 1, 'unknown'],
  ['a process that died in mid-send', [new Error('It died')], 1, 'unknown'],
  ['an answer', [], 1, 'accepted'],
  ['a refusal', [refused], 1, 'failed'],
  ['two temporary refusals and an answer', [later, later], 3, 'accepted'],
] as const)('with %s, orders that come twice and at once, and ten ticks', async (_, answers, asked, state) => {
  world.house.answers.push(...answers);

  for (let turn = 0; turn < 4; turn++) {
    await Promise.allSettled([world.house.send(world.sms), world.house.send(world.sms)]);
    world.clock.advance(20_000);
  }
  await world.settleAll();

  expect([handedOver().length, await stateNow()]).toEqual([asked, state]);
  expect(handedOver().filter(({ answer }) => answer !== later)).toHaveLength(1);
});
