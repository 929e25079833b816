// A correction that makes a message urgent, on the engine: what waits goes out, and silence goes on to the next step.
import { beforeEach, describe, expect, test } from 'vitest';
import { later } from '#test/support/delivering.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { MESSAGE, type Taken } from '#test/support/messages-world.ts';
import { ANNA_MAIL, INBOX, type StepsWorld, stepsWorld } from '#test/support/steps-world.ts';

const engine = useEngine();
let world: StepsWorld;

muteLogs('info', 'warn');
beforeEach(async () => {
  world = await stepsWorld(engine);
});

const channels = ['email' as const];
const steps = [{ channels }, { channels, to: 'generalInbox' as const }];
const allDay = { from: '00:01', until: '00:00' };

async function takeNormal(quietHours: typeof allDay | null) {
  return world.takeFor(await world.somebody({ normal: steps, urgent: [], quietHours }));
}

async function makeUrgent(message: Taken) {
  const { status } = await world.call(`POST ${MESSAGE}/corrections`, {
    claims: world.operator,
    params: { clientId: message.clientId, messageId: message.id },
    body: { caller: {}, matter: 'Taket läcker.', urgency: 'urgent' },
  });
  expect(status).toBe(201);
}

describe('a message that becomes urgent', () => {
  test('while it is held goes out, and on when its wait is over, counted from then', async () => {
    const message = await takeNormal(allDay);
    world.clock.advance(3 * 60 * 60_000);
    await makeUrgent(message);

    await world.minutesLater();
    await world.minutesLater(9);
    const before = await world.story(message);
    await world.minutesLater(2);

    expect(before).toEqual([`1 ${ANNA_MAIL} accepted`]);
    expect(await world.story(message)).toEqual([`1 ${ANNA_MAIL} accepted`, `2 ${INBOX} accepted`]);
  });

  test('while a provider puts it off goes on when its wait is over', async () => {
    const message = await takeNormal(null);
    world.house.answers.push(...Array(4).fill(later));
    await world.sendFirst(message);
    for (let minute = 0; minute < 6; minute++) await world.minutesLater();
    world.house.answers.push(...Array(10).fill(later));
    await makeUrgent(message);

    for (let minute = 0; minute < 11; minute++) await world.minutesLater();

    expect((await world.story(message)).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      `1 ${ANNA_MAIL}`,
      `2 ${INBOX}`,
    ]);
  });
});
