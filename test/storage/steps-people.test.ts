// People who come and go between steps, on the engine: colleagues, recipients, clients, messages that are erased.
import { beforeEach, describe, expect, test } from 'vitest';
import { recordKeys } from '#shared/tables.ts';
import { refused } from '#test/support/delivering.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import type { Taken } from '#test/support/messages-world.ts';
import { portalPerson } from '#test/support/people.ts';
import { ANNA_MAIL, BO_MAIL, INBOX, type StepsWorld, stepsWorld } from '#test/support/steps-world.ts';

const engine = useEngine();
let world: StepsWorld;

muteLogs('info', 'warn');
beforeEach(async () => {
  world = await stepsWorld(engine);
});

const fail = (times: number) => world.house.answers.push(...Array(times).fill(refused));

describe('whoever is gone', () => {
  const erase = (staffId: string) =>
    world.directory('DELETE /v1/clients/{clientId}/staff/{staffId}', {
      claims: world.supervisor,
      params: { clientId: world.clientId, staffId },
    });

  test('as a colleague is stood in for by the general inbox when the plan comes to them', async () => {
    const message = await world.takeFor(await world.planned());
    fail(1);
    await world.sendFirst(message);
    await erase(world.bo);

    await world.minutesLater();

    expect(await world.story(message)).toEqual([`1 ${ANNA_MAIL} failed`, `2 ${INBOX} accepted`]);
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

  test('as the recipient before anything was sent: the general inbox gets it', async () => {
    const staffId = await world.planned();
    const message = await world.takeFor(staffId);
    await erase(staffId);
    await world.sendFirst(message);

    await world.minutesLater();

    expect(await world.story(message)).toEqual(['1 null failed', `1 ${INBOX} accepted`]);
    expect([await world.tasks(), await world.due()]).toEqual([[], []]);
  });

  test('as the recipient is a task where neither a replacement nor the general inbox is reached', async () => {
    const staffId = await world.planned();
    const message = await world.takeFor(staffId);
    await erase(staffId);
    fail(1);
    await world.sendFirst(message);
    await world.minutesLater();

    await world.minutesLater();

    expect((await world.story(message)).map((line) => line.split(' ').at(-1))).toEqual(['failed', 'failed']);
    expect(await world.tasks()).toMatchObject([{ reason: 'notDelivered', messageId: message.id }]);
    expect(await world.due()).toEqual([]);
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

test('of a track that was taken back, for it was the wrong recipient, nothing goes on', async () => {
  const message = await world.takeFor(await world.planned());
  fail(1);
  await world.sendFirst(message);
  await world.app.db.update('records', recordKeys.message(message.clientId, message.id), 'SET withdrawn = :ids', {
    expression: 'attribute_exists(pk)',
    values: { ':ids': message.deliveries.map(({ id }) => id) },
  });

  await world.minutesLater();

  expect(await world.story(message)).toEqual([`1 ${ANNA_MAIL} failed`]);
  expect([await world.due(), await world.tasks()]).toEqual([[], []]);
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
