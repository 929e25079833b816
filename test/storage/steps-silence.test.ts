// Silence, on the engine: an urgent message of which nothing is heard goes on when its wait is over; a normal one does not.
import { beforeEach, describe, expect, test } from 'vitest';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { portalPerson } from '#test/support/people.ts';
import { ANNA_MAIL, BO_MAIL, INBOX, type StepsWorld, stepsWorld } from '#test/support/steps-world.ts';

const engine = useEngine();
let world: StepsWorld;

muteLogs('info', 'warn');
beforeEach(async () => {
  world = await stepsWorld(engine);
});

describe('silence', () => {
  test('of a normal message that was accepted is no news', async () => {
    const message = await world.takeFor(await world.planned());
    await world.sendFirst(message);

    await world.minutesLater(60);

    expect(await world.story(message)).toEqual([`1 ${ANNA_MAIL} accepted`]);
    expect(await world.due()).toEqual([]);
  });

  test('of an urgent one goes on when its wait is over, step by step, and ends with a task', async () => {
    const message = await world.takeFor(await world.planned(), { urgency: 'urgent' });
    await world.sendFirst(message);

    await world.minutesLater(9);
    const before = (await world.story(message)).length;
    await world.minutesLater(1);
    const after = (await world.story(message)).length;
    for (const minutes of [10, 10, 10]) await world.minutesLater(minutes);

    expect([before, after]).toEqual([1, 2]);
    expect(await world.story(message)).toEqual([
      `1 ${ANNA_MAIL} accepted`,
      `2 ${BO_MAIL} accepted`,
      `3 ${INBOX} accepted`,
    ]);
    expect([(await world.tasks()).length, await world.due()]).toEqual([1, []]);
  });

  test('waits as long as the step says', async () => {
    const channels = ['email' as const];
    const steps = [
      { channels, waitMinutes: 2 },
      { channels, to: 'generalInbox' as const },
    ];
    const message = await world.takeFor(await world.somebody({ normal: [], urgent: steps, quietHours: null }), {
      urgency: 'urgent',
    });
    await world.sendFirst(message);

    await world.minutesLater(2);

    expect(await world.story(message)).toHaveLength(2);
  });

  test('of an urgent one that was read by its recipient, or is handled, is no silence', async () => {
    const staffId = await world.planned();
    const [handled, read] = [
      await world.takeFor(staffId, { urgency: 'urgent' }),
      await world.takeFor(staffId, { urgency: 'urgent' }),
    ];
    for (const message of [handled, read]) await world.sendFirst(message);
    await world.mark(handled, { handled: true });
    await world.mark(read, { read: true }, await portalPerson(world, world.clientId, 'staffMember', staffId));

    await world.minutesLater(10);

    expect([await world.story(handled), await world.story(read)].map((story) => story.length)).toEqual([1, 1]);
    expect(await world.due()).toEqual([]);
  });

  test('counts for an urgent one too whose provider puts it off: the next step does not wait for it', async () => {
    const message = await world.takeFor(await world.planned(), { urgency: 'urgent' });
    world.house.answers.push(...Array(20).fill({ outcome: 'retry', code: 'ThrottlingException' }));
    await world.sendFirst(message);
    for (let minute = 0; minute < 10; minute++) await world.minutesLater();

    const story = await world.story(message);

    expect(story).toHaveLength(2);
    expect(story[0]).toBe(`1 ${ANNA_MAIL} queued`);
  });
});
