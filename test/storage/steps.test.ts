// The next channel, then a person, on the engine: what failed or is unknown moves on, once, and ends with one task.
import { beforeEach, describe, expect, test } from 'vitest';
import { refused, silent } from '#test/support/delivering.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { portalPerson } from '#test/support/people.ts';
import { ANNA_MAIL, ANNA_MOBILE, BO_MAIL, INBOX, type StepsWorld, stepsWorld } from '#test/support/steps-world.ts';

const engine = useEngine();
let world: StepsWorld;

muteLogs('info', 'warn');
beforeEach(async () => {
  world = await stepsWorld(engine);
});

const fail = (times: number) => world.house.answers.push(...Array(times).fill(refused));

describe('a step that failed', () => {
  test('goes on to the next at the next tick, and leaves the index', async () => {
    const message = await world.takeFor(await world.planned());
    fail(1);
    await world.sendFirst(message);

    await world.minutesLater();

    expect(await world.story(message)).toEqual([`1 ${ANNA_MAIL} failed`, `2 ${BO_MAIL} accepted`]);
    expect([await world.due(), await world.tasks()]).toEqual([[], []]);
  });

  test('goes by way of every step, and ends with one task that names what was tried', async () => {
    const message = await world.takeFor(await world.planned());
    fail(3);
    await world.sendFirst(message);

    for (let minute = 0; minute < 5; minute++) await world.minutesLater();

    expect(await world.story(message)).toEqual([`1 ${ANNA_MAIL} failed`, `2 ${BO_MAIL} failed`, `3 ${INBOX} failed`]);
    const { deliveries } = (await world.read(message)).body;
    expect(await world.tasks()).toMatchObject([
      {
        sk: deliveries[0]?.id.replace('dlv_', 'tsk_'),
        reason: 'notDelivered',
        deliveryIds: deliveries.map(({ id }) => id),
      },
    ]);
    expect(await world.due()).toEqual([]);
  });

  test('without wishes goes to the general inbox when e-mail and SMS have both failed', async () => {
    const message = await world.takeFor(await world.somebody({ normal: [], urgent: [], quietHours: null }));
    fail(2);
    await world.sendFirst(message);

    await world.minutesLater();

    expect(await world.story(message)).toEqual([
      `1 ${ANNA_MAIL} failed`,
      `1 ${ANNA_MOBILE} failed`,
      `2 ${INBOX} accepted`,
    ]);
  });

  test('in one channel, while the other was accepted, calls nobody', async () => {
    const message = await world.takeFor(await world.somebody());
    fail(1);
    await world.sendFirst(message);

    await world.minutesLater();

    expect(await world.story(message)).toEqual([`1 ${ANNA_MAIL} failed`, `1 ${ANNA_MOBILE} accepted`]);
    expect([await world.due(), await world.tasks()]).toEqual([[], []]);
  });

  test('in one channel waits for the other, and goes on when that fails too', async () => {
    const message = await world.takeFor(await world.somebody({ normal: [], urgent: [], quietHours: null }));
    const [mail, sms] = message.deliveries.map(({ id, channel }) => ({
      channel: channel as 'email' | 'sms',
      order: { clientId: message.clientId, messageId: message.id, deliveryId: id },
    }));
    if (!mail || !sms) throw new Error('Two were planned');
    fail(2);
    await world.house.send(mail);
    world.clock.advance(60_000);
    await world.house.tick();
    const between = await world.story(message);
    await world.house.send(sms);

    await world.minutesLater();

    expect(between).toEqual([`1 ${ANNA_MAIL} failed`, `1 ${ANNA_MOBILE} queued`]);
    expect((await world.story(message)).at(-1)).toBe(`2 ${INBOX} accepted`);
  });

  test('of a message to nobody in particular is a task at once', async () => {
    const message = await world.takeFor(undefined);
    fail(1);
    await world.sendFirst(message);

    await world.minutesLater();

    expect(await world.story(message)).toEqual([`1 ${INBOX} failed`]);
    expect(await world.tasks()).toHaveLength(1);
  });

  test('of one recipient leaves the others alone: each has a track, and a task, of its own', async () => {
    const wishes = { normal: [{ channels: ['email' as const] }], urgent: [], quietHours: null };
    const [first, copy] = [await world.somebody(wishes), await world.somebody(wishes)];
    const message = await world.takeFor(first, { copyTo: [copy] });
    fail(2);
    await world.sendFirst(message);

    await world.minutesLater();

    expect((await world.tasks()).map(({ deliveryId }) => deliveryId).sort()).toEqual(
      message.deliveries.map(({ id }) => id).sort(),
    );
  });

  test('of a message that is handled, or that its recipient has read, calls nobody', async () => {
    const staffId = await world.planned();
    const [handled, read] = [await world.takeFor(staffId), await world.takeFor(staffId)];
    fail(2);
    for (const message of [handled, read]) await world.sendFirst(message);
    await world.mark(handled, { handled: true });
    await world.mark(read, { read: true }, await portalPerson(world, world.clientId, 'staffMember', staffId));

    await world.minutesLater();

    expect([await world.story(handled), await world.story(read)].map((story) => story.length)).toEqual([1, 1]);
    expect([await world.due(), await world.tasks()]).toEqual([[], []]);
  });

  test('that an operator has read goes on: the recipient has not', async () => {
    const message = await world.takeFor(await world.planned());
    fail(1);
    await world.sendFirst(message);
    await world.mark(message, { read: true });

    await world.minutesLater();

    expect(await world.story(message)).toHaveLength(2);
  });
});

describe('an SMS of which nobody knows', () => {
  test('goes on to the next step, and is not sent again', async () => {
    const staffId = await world.somebody({
      normal: [{ channels: ['sms'] }, { channels: ['email'] }],
      urgent: [],
      quietHours: null,
    });
    const message = await world.takeFor(staffId);
    world.house.answers.push(silent);
    await world.sendFirst(message);

    await world.minutesLater();

    expect(await world.story(message)).toEqual([`1 ${ANNA_MOBILE} unknown`, `2 ${ANNA_MAIL} accepted`]);
    expect(world.house.handed.map(({ channel }) => channel)).toEqual(['sms', 'email']);
  });
});

test('a step to a colleague costs four reads, and a transaction of 11 units: message, key, what was due, one delivery', async () => {
  const message = await world.takeFor(await world.planned());
  fail(1);
  await world.sendFirst(message);
  world.clock.advance(60_000);

  const { tally } = await world.meter.measure(() => world.house.tick());

  expect(tally.requests).toEqual({ Query: 1, BatchGetItem: 5, TransactWriteItems: 1 });
  expect(tally.writeUnits).toBe(11);
});

test('a task costs three reads, and a transaction of 8 units: key, task, its place in the list, what was due', async () => {
  const message = await world.takeFor(await world.somebody({ normal: [{ channels: ['sms'] }], urgent: [] }));
  fail(1);
  await world.sendFirst(message);
  world.clock.advance(60_000);

  const { tally } = await world.meter.measure(() => world.house.tick());

  expect(tally.requests).toEqual({ Query: 1, BatchGetItem: 4, TransactWriteItems: 1 });
  expect(tally.writeUnits).toBe(8);
});
