// Steps and tasks under ticks at once, crashes at every write, and senders that answer late: never two, never none.
import { beforeEach, describe, expect, test } from 'vitest';
import { claimDelivery, settleDelivery } from '#deliveries/moves.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { refused } from '#test/support/delivering.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { cancelled, failNext } from '#test/support/faults.ts';
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
const settleAll = async () => {
  for (let minute = 0; minute < 8; minute++) await world.minutesLater();
};
const wholeStory = [`1 ${ANNA_MAIL} failed`, `2 ${BO_MAIL} failed`, `3 ${INBOX} failed`];
const handedOver = () => world.house.handed.map(({ to }) => to);

describe('ten ticks at once', () => {
  const tenTicks = () => Promise.all(Array.from({ length: 10 }, () => world.house.tick().catch(() => {})));

  test('make one next step, whose order is published once by the one who made it', async () => {
    fail(1);
    await world.sendFirst(message);
    world.clock.advance(60_000);

    await tenTicks();

    expect(await world.story(message)).toEqual([`1 ${ANNA_MAIL} failed`, `2 ${BO_MAIL} queued`]);
    expect(world.house.orders).toHaveLength(1);
  });

  test('make one task', async () => {
    fail(3);
    await world.sendFirst(message);
    await world.minutesLater();
    await world.minutesLater();
    world.clock.advance(60_000);

    await tenTicks();

    expect([(await world.tasks()).length, await world.due()]).toEqual([1, []]);
  });
});

describe('a tick that dies', () => {
  test('before or after any write of it: one step after the other, each sent once, and one task', async () => {
    const crash = new CrashPoints();
    crash.watch(world.client);
    fail(1_000);
    await world.sendFirst(message);
    crash.arm();
    world.clock.advance(60_000);
    await world.house.tick();
    const points = crash.passed;
    expect(points).toBeGreaterThanOrEqual(2);

    for (let at = 1; at <= points; at++) {
      const next = await world.takeFor(await world.planned());
      await world.sendFirst(next);
      for (let step = 0; step < 3; step++) {
        world.clock.advance(60_000);
        crash.arm(at);
        await world.house.tick().catch(() => {});
        crash.arm();
        for (const order of world.house.orders.splice(0)) await world.house.send(order);
      }
      await settleAll();

      expect([at, await world.story(next)]).toEqual([at, wholeStory]);
      expect((await world.tasks()).filter(({ messageId }) => messageId === next.id)).toHaveLength(1);
    }
    expect(await world.due()).toEqual([]);
  });

  test('before it could publish: the tick two minutes later does', async () => {
    fail(1);
    await world.sendFirst(message);
    world.house.topicDown = true;
    await world.minutesLater();
    world.house.topicDown = false;

    await world.minutesLater(2);

    expect(await world.story(message)).toEqual([`1 ${ANNA_MAIL} failed`, `2 ${BO_MAIL} accepted`]);
    expect(handedOver()).toEqual([ANNA_MAIL, BO_MAIL]);
  });
});

describe('who writes in between', () => {
  /** Runs `act` just before the next transaction of the tick goes out. */
  const beforeTheTransaction = (act: () => Promise<unknown>) => {
    let done = false;
    world.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName === 'TransactWriteItemsCommand' && !done) {
          done = true;
          await act();
        }
        return next(args);
      },
      { step: 'initialize', name: 'between', override: true },
    );
  };

  test('a sender whose late answer says that it was accepted: no step, no task', async () => {
    const sms = await world.somebody({ normal: [{ channels: ['sms'] }], urgent: [], quietHours: null });
    const other = await world.takeFor(sms);
    const [delivery] = other.deliveries;
    const order = { clientId: other.clientId, messageId: other.id, deliveryId: delivery?.id ?? '' };
    const claimed = await claimDelivery(world.app, order);
    if (!claimed) throw new Error('It was there to be claimed');
    world.clock.advance(120_000);
    beforeTheTransaction(() =>
      settleDelivery(world.app, claimed, {
        state: 'accepted',
        attempt: { atMs: 0, outcome: 'accepted', providerId: 'late' },
      }),
    );

    await world.house.tick();
    await settleAll();

    expect((await world.story(other)).map((line) => line.split(' ').at(-1))).toEqual(['accepted']);
    expect(await world.tasks()).toEqual([]);
  });

  test('a sender who says late that it failed: a task that somebody is done with stays done', async () => {
    const sms = await world.somebody({ normal: [{ channels: ['sms'] }], urgent: [], quietHours: null });
    const other = await world.takeFor(sms);
    const deliveryId = other.deliveries[0]?.id ?? '';
    const claimed = await claimDelivery(world.app, { clientId: other.clientId, messageId: other.id, deliveryId });
    if (!claimed) throw new Error('It was there to be claimed');
    await world.minutesLater(2);
    await world.call('PATCH /v1/attention/{taskId}', {
      claims: world.operator,
      params: { taskId: deliveryId.replace('dlv_', 'tsk_') },
      body: { state: 'done' },
    });

    await settleDelivery(world.app, claimed, {
      state: 'failed',
      attempt: { atMs: 0, outcome: 'failed', code: 'Late' },
    });
    await world.minutesLater();

    expect((await world.tasks()).map(({ state }) => state)).toEqual(['done']);
    expect((await world.due()).filter(({ messageId }) => messageId === other.id)).toEqual([]);
  });

  test('a reader who changes the message: the step is made all the same', async () => {
    fail(1);
    await world.sendFirst(message);
    const params = { clientId: message.clientId, messageId: message.id };
    beforeTheTransaction(() =>
      world.call('PATCH /v1/clients/{clientId}/messages/{messageId}', {
        claims: world.operator,
        params,
        body: { read: true },
      }),
    );

    await world.minutesLater();

    expect(await world.story(message)).toHaveLength(2);
  });

  test('somebody who erases the message: no delivery is left behind, and no task', async () => {
    fail(1);
    await world.sendFirst(message);
    beforeTheTransaction(() => world.erase(message));

    await world.minutesLater();
    await settleAll();

    expect([await world.due(), await world.tasks(), handedOver()]).toEqual([[], [], [ANNA_MAIL]]);
  });

  test('a step that comes while somebody erases the message: nothing of it is left', async () => {
    fail(1);
    await world.sendFirst(message);
    world.clock.advance(60_000);
    beforeTheTransaction(() => world.house.tick());

    const { status } = await world.erase(message);
    await settleAll();

    expect([status, await world.due(), await world.tasks()]).toEqual([204, [], []]);
    expect((await world.read(message)).status).toBe(410);
  });

  test('other transactions that hold the items: the step is made when they are done', async () => {
    fail(1);
    await world.sendFirst(message);
    failNext(world.client, 'TransactWriteItemsCommand', cancelled('TransactionConflict', 'None'));

    await world.minutesLater();

    expect(await world.story(message)).toHaveLength(2);
  });
});
