// Orders that were given up, on the engine: exactly one task each, and none for what has come to an end.
import { beforeEach, describe, expect, test } from 'vitest';
import { noteDeadLetter } from '#attention/note-dead-letter.ts';
import type { Task } from '#attention/schema.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { ordersOf, refused } from '#test/support/delivering.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import type { Taken } from '#test/support/messages-world.ts';
import { type StepsWorld, stepsWorld } from '#test/support/steps-world.ts';
import { runAs } from '#test/support/under-grants.ts';

const engine = useEngine();
let world: StepsWorld;
let message: Taken;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await stepsWorld(engine);
  message = await world.takeFor(await world.somebody({ normal: [{ channels: ['email'] }], urgent: [] }));
});

const order = () => {
  const [first] = ordersOf(message);
  if (!first) throw new Error('One was planned');
  return first.order;
};
const note = () => runAs('note-dead-letters', () => noteDeadLetter(world.app, order()));
const reasons = async () => (await world.tasks()).map(({ reason, state }) => `${reason} ${state}`);

test('an order that was given up is a task, once, however often it comes, and whoever dies over it', async () => {
  const crash = new CrashPoints();
  crash.watch(world.client);
  for (const at of [1, 2, 3]) {
    crash.arm(at);
    await note().catch(() => {});
  }
  crash.arm();

  await Promise.all([note(), note(), note()]);

  expect(await reasons()).toEqual(['deadLetter open']);
});

test('the tick tries on meanwhile: the task shows what became of it', async () => {
  await note();
  await world.minutesLater(2);

  const { body } = await world.call<{ items: Task[] }>('GET /v1/attention', { claims: world.operator });

  expect(body.items).toMatchObject([{ reason: 'deadLetter', tried: [{ state: 'accepted' }] }]);
});

describe('no task is made', () => {
  test.each<[string, () => Promise<unknown>]>([
    ['where it was sent after all', () => world.sendFirst(message)],
    ['where the message is erased', () => world.erase(message)],
    ['where its time is over', async () => world.clock.moveTo(Date.parse(message.expiresAt))],
  ])('%s', async (_, happens) => {
    await happens();

    await note();

    expect(await world.tasks()).toEqual([]);
  });
});

describe('when nothing is left in the end', () => {
  const giveUp = async () => {
    world.house.answers.push(refused);
    await world.minutesLater(2);
    await world.minutesLater();
  };

  test('there is still one task, which says so', async () => {
    await note();

    await giveUp();

    expect(await reasons()).toEqual(['notDelivered open']);
  });

  test('the task is open again, though somebody was done with the dead letter: that was something else', async () => {
    await note();
    await world.call('PATCH /v1/attention/{taskId}', {
      claims: world.operator,
      params: { taskId: order().deliveryId.replace('dlv_', 'tsk_') },
      body: { state: 'done', note: 'Tekniker felsöker.' },
    });

    await giveUp();

    expect(await reasons()).toEqual(['notDelivered open']);
  });
});

test('costs one read and one transaction of 3 units', async () => {
  const { tally } = await world.meter.measure(note);

  expect(tally).toEqual({ requests: { BatchGetItem: 1, TransactWriteItems: 1 }, readUnits: 1, writeUnits: 3 });
});
