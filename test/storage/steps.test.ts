// The next channel, then a person, on the engine: what failed, is unknown or was silent moves on, once, and ends with one task.
import { beforeEach, describe, expect, test } from 'vitest';
import { refused, silent } from '#test/support/delivering.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { MESSAGE, type Taken } from '#test/support/messages-world.ts';
import { portalPerson } from '#test/support/people.ts';
import { ANNA_MAIL, ANNA_MOBILE, BO_MAIL, INBOX, type StepsWorld, stepsWorld } from '#test/support/steps-world.ts';

const engine = useEngine();
let world: StepsWorld;

muteLogs('info', 'warn');
beforeEach(async () => {
  world = await stepsWorld(engine);
});

const fail = (times: number) => world.house.answers.push(...Array(times).fill(refused));
const mark = (message: Taken, edit: object, claims = world.operator) =>
  world.call(`PATCH ${MESSAGE}`, {
    claims,
    params: { clientId: message.clientId, messageId: message.id },
    body: edit,
  });

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
    await mark(handled, { handled: true });
    await mark(read, { read: true }, await portalPerson(world, world.clientId, 'staffMember', staffId));

    await world.minutesLater();

    expect([await world.story(handled), await world.story(read)].map((story) => story.length)).toEqual([1, 1]);
    expect([await world.due(), await world.tasks()]).toEqual([[], []]);
  });

  test('that an operator has read goes on: the recipient has not', async () => {
    const message = await world.takeFor(await world.planned());
    fail(1);
    await world.sendFirst(message);
    await mark(message, { read: true });

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
    await mark(handled, { handled: true });
    await mark(read, { read: true }, await portalPerson(world, world.clientId, 'staffMember', staffId));

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

describe('whoever is gone', () => {
  const erase = (staffId: string) =>
    world.directory('DELETE /v1/clients/{clientId}/staff/{staffId}', {
      claims: world.supervisor,
      params: { clientId: world.clientId, staffId },
    });

  test('as a colleague is skipped when the plan comes to them', async () => {
    const message = await world.takeFor(await world.planned());
    fail(1);
    await world.sendFirst(message);
    await erase(world.bo);

    await world.minutesLater();

    expect(await world.story(message)).toEqual([`1 ${ANNA_MAIL} failed`, `3 ${INBOX} accepted`]);
  });

  test('as a colleague between plan and sending does not end the message', async () => {
    const message = await world.takeFor(await world.planned());
    fail(1);
    await world.sendFirst(message);
    world.clock.advance(60_000);
    await world.house.tick();
    await erase(world.bo);
    for (const order of world.house.orders.splice(0)) await world.house.send(order);

    await world.minutesLater();

    expect((await world.story(message)).map((line) => line.split(' ').at(-1))).toEqual([
      'failed',
      'failed',
      'accepted',
    ]);
  });

  test('as the recipient ends it quietly: nobody is called', async () => {
    const staffId = await world.planned();
    const message = await world.takeFor(staffId);
    await erase(staffId);
    await world.sendFirst(message);

    await world.minutesLater();

    expect((await world.story(message)).map((line) => line.split(' ').at(-1))).toEqual(['cancelled']);
    expect([await world.due(), await world.tasks()]).toEqual([[], []]);
  });
});

test('of an erased message nothing goes on, and nobody is called', async () => {
  const message = await world.takeFor(await world.planned());
  fail(1);
  await world.sendFirst(message);
  await world.erase(message);

  await world.minutesLater();

  expect([await world.due(), await world.tasks(), world.house.orders]).toEqual([[], [], []]);
});

test('what was taken is delivered, step by step, though its client is paused since', async () => {
  const message = await world.takeFor(await world.planned());
  fail(1);
  await world.sendFirst(message);
  const { etag } = await world.directory('GET /v1/clients/{clientId}', {
    claims: world.supervisor,
    params: { clientId: world.clientId },
  });
  await world.directory('PATCH /v1/clients/{clientId}', {
    claims: world.supervisor,
    params: { clientId: world.clientId },
    body: { status: 'paused' },
    ifMatch: etag,
  });

  await world.minutesLater();

  expect((await world.story(message)).at(-1)).toBe(`2 ${BO_MAIL} accepted`);
});

describe('a colleague whom it has come to', () => {
  test('reads it, and has it in the own list; the recipient still does; a third colleague does not', async () => {
    const staffId = await world.planned();
    const message = await world.takeFor(staffId);
    fail(1);
    await world.sendFirst(message);
    await world.minutesLater();

    const seenBy = async (of: string) => {
      const claims = await portalPerson(world, world.clientId, 'staffMember', of);
      const { status } = await world.read(message, { claims });
      const list = await world.call<{ items: Taken[] }>('GET /v1/clients/{clientId}/messages', {
        claims,
        params: { clientId: world.clientId },
      });
      return [status, list.body.items.length];
    };

    expect([await seenBy(staffId), await seenBy(world.bo)]).toEqual([
      [200, 1],
      [200, 1],
    ]);
    expect(await seenBy(await world.somebody())).toEqual([404, 0]);
  });

  test('at the first step costs one read more, and both have it in their list', async () => {
    const steps = [{ channels: ['email' as const], to: { staffId: world.bo } }];
    const staffId = await world.somebody({ normal: steps, urgent: [], quietHours: null });

    const { result: message, tally } = await world.meter.measure(() => world.takeFor(staffId));

    expect(tally.requests).toEqual({ BatchGetItem: 2, TransactWriteItems: 1 });
    expect(await world.story(message)).toEqual([`1 ${BO_MAIL} queued`]);
    for (const reader of [staffId, world.bo]) {
      const claims = await portalPerson(world, world.clientId, 'staffMember', reader);
      const params = { clientId: world.clientId };
      const list = await world.call<{ items: Taken[] }>('GET /v1/clients/{clientId}/messages', { claims, params });
      expect(list.body.items).toHaveLength(1);
    }
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
