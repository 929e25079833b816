// Without the stream, and with every order or sender lost, on the engine: the tick alone brings each message to its end.
import { beforeEach, describe, expect, test } from 'vitest';
import { refused } from '#test/support/delivering.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import type { Taken } from '#test/support/messages-world.ts';
import { ANNA_MAIL, BO_MAIL, INBOX, type StepsWorld, stepsWorld } from '#test/support/steps-world.ts';

const engine = useEngine();
let world: StepsWorld;
let message: Taken;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await stepsWorld(engine);
  message = await world.takeFor(await world.planned());
});

const fail = (times: number) => world.house.answers.push(...Array(times).fill(refused));
const wholeStory = [`1 ${ANNA_MAIL} failed`, `2 ${BO_MAIL} failed`, `3 ${INBOX} failed`];

describe('with the stream off', () => {
  test('a message comes to its end, step by step, in three minutes for each, and one more for the task', async () => {
    fail(3);
    const began = world.clock.nowMs();

    while ((await world.tasks()).length === 0) {
      await world.minutesLater();
      if (world.clock.nowMs() - began > 3_600_000) throw new Error('It never ended');
    }

    expect(await world.story(message)).toEqual(wholeStory);
    expect((world.clock.nowMs() - began) / 60_000).toBeLessThanOrEqual(3 * 3 + 1);
    expect(await world.due()).toEqual([]);
  });

  test('and every order lost as well: six hours for each step, and then a person hears of it', async () => {
    const began = world.clock.nowMs();

    while ((await world.tasks()).length === 0) {
      world.clock.advance(10 * 60_000);
      await world.house.tick();
      world.house.orders.length = 0;
      if (world.clock.nowMs() - began > 24 * 3_600_000) throw new Error('It never ended');
    }

    expect(await world.story(message)).toEqual(wholeStory);
    expect((world.clock.nowMs() - began) / 3_600_000).toBeLessThan(3 * 6.5);
    expect(world.house.handed).toEqual([]);
  });

  test('a sender dies with every claim: an urgent e-mail is looked after, goes on, and ends with a task in an hour', async () => {
    const urgent = await world.takeFor(await world.planned(), { urgency: 'urgent' });
    world.house.answers.push(...Array(200).fill(new Error('It died')));
    const began = world.clock.nowMs();

    while (!(await world.tasks()).some(({ messageId }) => messageId === urgent.id)) {
      await world.minutesLater();
      if (world.clock.nowMs() - began > 3_600_000) throw new Error('It never ended');
    }

    expect(await world.story(urgent)).toHaveLength(3);
  });
});
