// Messages to a wrong recipient on the engine: taken back, given to the right one, and a supervisor asked.
import { beforeEach, describe, expect, test } from 'vitest';
import { noteReceipt } from '#attention/note-receipt.ts';
import { type Amending, amending } from '#test/support/amending.ts';
import { later, ordersOf, silent } from '#test/support/delivering.ts';
import { type DeliveryWorld, deliveryWorld, MINUTE_MS, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { COLLECTION, type Taken } from '#test/support/messages-world.ts';
import { portalPerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: DeliveryWorld;
let amend: Amending;
let right: string;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await deliveryWorld(engine);
  amend = amending(world);
  const made = await world.aStaffMember(world.clientId, {
    name: 'Bo Öst',
    emails: [{ address: 'bo@nordvik.example' }],
    phones: [],
  });
  right = made.body.id;
});

const inboxOf = async (staffId: string) => {
  const params = { clientId: world.clientId };
  const { body } = await world.call<{ items: Taken[] }>(`GET ${COLLECTION}`, {
    claims: world.supervisor,
    params,
    query: { staffId },
  });
  return body.items.map(({ id }) => id);
};
const tasks = async () => (await rawItems(world, 'records')).filter(({ kind }) => kind === 'task');
const seen = ({ deliveries }: Taken) =>
  deliveries.map(({ staffId, state, withdrawn }) => [staffId === right ? 'right' : staffId, state, withdrawn]);

describe('what was not yet sent', () => {
  test('is cancelled, and the message leaves that inbox for the right one', async () => {
    const { status, body } = await amend.redirect({ staffId: right });
    await amend.sendAll();
    await world.settleAll();

    expect(status).toBe(201);
    expect(body).toMatchObject({ staffId: right, copyTo: [], state: 'open' });
    expect(seen(body)).toEqual([
      [world.staffId, 'cancelled', true],
      [world.staffId, 'cancelled', true],
      ['right', 'queued', false],
    ]);
    expect(world.house.handed.map(({ to }) => to)).toEqual(['bo@nordvik.example']);
    expect([await inboxOf(world.staffId), await inboxOf(right)]).toEqual([[], [world.message.id]]);
  });

  test('as far as anybody knew is told as delivered when a receipt says that it has arrived at the wrong one', async () => {
    world.house.answers.push(silent);
    await world.house.send(world.email);
    await amend.redirect({ staffId: right });

    const delivery = { messageId: world.message.id, deliveryId: world.email.order.deliveryId };
    const atMs = world.clock.nowMs();
    const before = (await world.states())[0];
    await noteReceipt(world.app, { code: 'Delivery', providerId: 'provider', atMs, delivery }, 1);

    expect([before, (await world.deliveries())[0]]).toMatchObject([
      'cancelled',
      { state: 'delivered', withdrawn: true },
    ]);
  });

  test('because an attempt was put off is not tried again', async () => {
    world.house.answers.push(later, later);
    await world.house.send(world.email);

    await amend.redirect({ staffId: right });
    await world.settleAll();

    expect(world.house.handed.filter(({ to }) => to === 'anna-karin@nordvik.example')).toHaveLength(1);
    expect((await world.states()).slice(0, 2)).toEqual(['cancelled', 'cancelled']);
  });

  test('and is with its sender at that moment is not tried a second time', async () => {
    world.house.answers.push(later);
    world.house.meanwhile = async () => {
      world.house.meanwhile = async () => {};
      await amend.redirect({ staffId: right });
    };
    await world.house.send(world.email);
    world.clock.advance(MINUTE_MS);
    await world.house.send(world.email);

    const [email] = await world.deliveries();
    expect(world.house.handed).toHaveLength(1);
    expect([email?.state, email?.attempts.at(-1)?.code]).toEqual(['cancelled', 'Withdrawn']);
    expect(email?.attempts.at(-1)?.words.sv).toBe('Återtaget innan det skickades: fel mottagare');
  });
});

describe('the wrong person', () => {
  test('is answered 404 from then on, also after it is erased; the right one 200 and 410', async () => {
    const [theirs, ours] = await Promise.all(
      [world.staffId, right].map((id) => portalPerson(world, world.clientId, 'staffMember', id)),
    );
    await amend.redirect({ staffId: right });
    const before = [
      await world.read(world.message, { claims: theirs as never }),
      await world.read(world.message, { claims: ours as never }),
    ];
    await world.erase(world.message);
    const after = [
      await world.read(world.message, { claims: theirs as never }),
      await world.read(world.message, { claims: ours as never }),
    ];

    expect([...before, ...after].map(({ status }) => status)).toEqual([404, 200, 404, 410]);
  });

  test('gets no correction of what was sent before', async () => {
    await amend.sendAll();
    await amend.redirect({ staffId: right });

    const { body } = await amend.correct();

    expect(body.deliveries.filter(({ correction }) => correction)).toEqual([]);
    expect(seen(body).slice(0, 2)).toEqual(Array(2).fill([world.staffId, 'accepted', true]));
  });

  test('may be the right one after all: then it stands in that inbox again', async () => {
    await amend.redirect({ staffId: right });

    const { body } = await amend.redirect({ staffId: world.staffId });

    expect(body.staffId).toBe(world.staffId);
    expect([await inboxOf(world.staffId), await inboxOf(right)]).toEqual([[world.message.id], []]);
    expect(await tasks()).toHaveLength(2);
  });
});

describe('the right one', () => {
  test('may be the general inbox', async () => {
    const { body } = await amend.redirect({ staffId: null });

    expect(body.staffId).toBeNull();
    expect(seen(body).slice(2)).toEqual([
      [null, 'queued', false],
      [null, 'queued', false],
    ]);
    expect(await inboxOf(world.staffId)).toEqual([]);
  });

  test('is found from the general inbox', async () => {
    const message = (await world.take(world.clientId, {})).body;
    const params = { clientId: world.clientId, messageId: message.id };

    const { body } = await amend.redirect({ staffId: right }, { params });

    expect(body.staffId).toBe(right);
    expect(seen(body)).toEqual([
      [null, 'cancelled', true],
      [null, 'cancelled', true],
      ['right', 'queued', false],
    ]);
  });

  test('who has a copy already gets no other: the copy is the message now', async () => {
    const message = (await world.take(world.clientId, { staffId: world.staffId, copyTo: [right] })).body;
    const params = { clientId: world.clientId, messageId: message.id };

    const { body } = await amend.redirect({ staffId: right }, { params });

    expect(body).toMatchObject({ staffId: right, copyTo: [] });
    expect(body.deliveries).toHaveLength(message.deliveries.length);
  });

  test('takes the place of a copy that went wrong', async () => {
    const other = (await world.aStaffMember(world.clientId)).body.id;
    await amend.forward({ staffId: other });

    const { body } = await amend.redirect({ staffId: right, from: other });

    expect(body).toMatchObject({ staffId: world.staffId, copyTo: [right] });
    expect(await inboxOf(other)).toEqual([]);
  });

  test.each([
    ['the same as the wrong one', () => ({ staffId: world.staffId }), '/staffId'],
    ['to take the place of somebody who never had it', () => ({ staffId: world.staffId, from: right }), '/from'],
    ['to take the place of a general inbox that never had it', () => ({ staffId: right, from: null }), '/from'],
  ])('cannot be %s', async (_, body, pointer) => {
    const answer = await amend.redirect(body());

    expect([answer.status, answer.body.errors?.[0]?.pointer]).toEqual([400, pointer]);
    expect(await tasks()).toEqual([]);
  });
});

describe('the task', () => {
  test('is one for each time, names ids alone, and is done by a supervisor, not by an operator', async () => {
    const { body } = await amend.redirect({ staffId: right });
    const list = await world.call<{ items: { id: string }[] }>('GET /v1/attention', { claims: world.operator });
    const task = list.body.items[0] as { id: string };
    const done = (claims: typeof world.operator) =>
      world.call('PATCH /v1/attention/{taskId}', { claims, params: { taskId: task.id }, body: { state: 'done' } });

    const answers = [await done(world.operator), await done(world.supervisor)];

    expect(list.body.items).toEqual([
      expect.objectContaining({
        reason: 'misdirected',
        messageId: world.message.id,
        deliveryId: body.deliveries[0]?.id,
        state: 'open',
      }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([403, 200]);
  });

  test.each(['before', 'after'])(
    'is one, also where the process dies %s the write and it is asked again',
    async (when) => {
      const keyed = { idempotencyKey: 'misdirected' };
      let died = false;
      world.client.middlewareStack.add(
        (next, context) => async (args) => {
          if (died || !context.commandName?.startsWith('TransactWrite')) return next(args);
          died = true;
          if (when === 'after') await next(args);
          throw new Error('It died');
        },
        { step: 'initialize', name: 'dies' },
      );

      const first = await amend.redirect({ staffId: right }, keyed);
      const answers = await Promise.all([1, 2].map(() => amend.redirect({ staffId: right }, keyed)));

      expect([first.status, ...answers.map(({ status }) => status)]).toEqual([500, 201, 201]);
      expect(await tasks()).toHaveLength(1);
      expect((await world.deliveries()).length).toBe(3);
    },
  );

  test('is one where two ask at once without a key: the second finds the right one there', async () => {
    const answers = await Promise.all([amend.redirect({ staffId: right }), amend.redirect({ staffId: right })]);

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400]);
    expect(await tasks()).toHaveLength(1);
  });

  test('goes with its message: erasing leaves nothing that opens', async () => {
    await amend.redirect({ staffId: right });
    await world.erase(world.message);

    const kinds = (await rawItems(world, 'records')).map(({ kind }) => kind);

    expect(kinds.filter((kind) => kind === 'message' || kind === 'delivery')).toEqual([]);
    expect((await amend.redirect({ staffId: world.staffId })).status).toBe(410);
  });
});

test('a handled message is open again for the right one', async () => {
  await world.call('PATCH /v1/clients/{clientId}/messages/{messageId}', {
    claims: world.operator,
    params: { clientId: world.clientId, messageId: world.message.id },
    body: { handled: true },
  });

  const { body } = await amend.redirect({ staffId: right });

  expect([body.state, body.handled]).toEqual(['open', null]);
  expect(ordersOf(body)).toHaveLength(3);
});

test('costs two batch reads, one transaction, and the read of the answer', async () => {
  const { tally } = await world.meter.measure(() => amend.redirect({ staffId: right }, { idempotencyKey: 'one' }));

  expect(tally.requests).toEqual({ BatchGetItem: 3, TransactWriteItems: 1 });
  expect(tally.writeUnits).toBe(23);
});
