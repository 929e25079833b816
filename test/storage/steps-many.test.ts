// Several tracks of one message that fail at once, on the engine: each goes on at the same tick.
import { beforeEach, expect, test } from 'vitest';
import { refused } from '#test/support/delivering.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import type { Taken } from '#test/support/messages-world.ts';
import { INBOX, type StepsWorld, stepsWorld } from '#test/support/steps-world.ts';

const engine = useEngine();
let world: StepsWorld;

muteLogs('info', 'warn');
beforeEach(async () => {
  world = await stepsWorld(engine);
});

const RECIPIENTS = 6;

/** As many people as a message may have, whom nothing reaches by e-mail. */
async function takeInVain(): Promise<Taken> {
  const channels = ['email' as const];
  const normal = [{ channels }, { channels, to: 'generalInbox' as const }];
  const people: string[] = [];
  for (let n = 0; n < RECIPIENTS; n++) people.push(await world.somebody({ normal, urgent: [], quietHours: null }));
  const [staffId, ...copyTo] = people;
  const message = await world.takeFor(staffId, { copyTo });
  world.house.answers.push(...Array(RECIPIENTS).fill(refused));
  await world.sendFirst(message);
  return message;
}

test('six people of one message who are not reached all go on at the same tick', async () => {
  const message = await takeInVain();

  await world.minutesLater();

  const story = await world.story(message);
  expect(story.filter((line) => line === `2 ${INBOX} accepted`)).toHaveLength(RECIPIENTS);
  expect(await world.due()).toEqual([]);
});

test('without a next step each of them has one task', async () => {
  await takeInVain();
  world.house.answers.push(...Array(RECIPIENTS).fill(refused));
  await world.minutesLater();

  await world.minutesLater();

  expect(await world.tasks()).toHaveLength(RECIPIENTS);
});
