// The same post again: by Idempotency-Key, at once, after a change, after an erasure, and with transactions in the way.
import { beforeEach, describe, expect, test } from 'vitest';
import { useEngine } from '#test/support/engine.ts';
import { cancelled, failNext } from '#test/support/faults.ts';
import { MESSAGE, type MessagesWorld, messagesWorld } from '#test/support/messages-world.ts';
import { portalPerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: MessagesWorld;
let clientId: string;
let staffId: string;

beforeEach(async () => {
  world = await messagesWorld(engine);
  clientId = (await world.aClient()).body.id;
  staffId = (await world.aStaffMember(clientId)).body.id;
});

const again = (body: object = {}, idempotencyKey = 'same') =>
  world.take(clientId, { staffId, ...body }, { idempotencyKey });
const kindsOf = async () => (await rawItems(world, 'records')).map(({ kind }) => kind);

test('fifty posts at once make one message, and all answer 201 with its id', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => again()));

  expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
  const kinds = await kindsOf();
  expect(kinds.filter((kind) => kind === 'message')).toHaveLength(1);
  expect(kinds.filter((kind) => kind === 'delivery')).toHaveLength(2);
  expect(await rawItems(world, 'messageKeys')).toHaveLength(1);
});

test('another key, another caller or another client make another message', async () => {
  const other = (await world.aClient()).body.id;
  const first = await again();

  const posts = [
    await again({}, 'other'),
    await world.take(clientId, { staffId }, { claims: world.supervisor, idempotencyKey: 'same' }),
    await world.take(other, {}, { idempotencyKey: 'same' }),
  ];

  expect(new Set([first, ...posts].map(({ body }) => body.id)).size).toBe(4);
});

describe('a replay', () => {
  test('answers with the message as it stands now', async () => {
    const first = await again();
    await world.call(`PATCH ${MESSAGE}`, {
      claims: world.operator,
      params: { clientId, messageId: first.body.id },
      body: { handled: true, note: 'Ringt' },
    });

    const replay = await again();

    expect([replay.status, replay.body.id, replay.body.state, replay.body.note]).toEqual([
      201,
      first.body.id,
      'handled',
      'Ringt',
    ]);
  });

  test('with another body is refused, with defaults spelled out it is the same', async () => {
    await again();

    const other = await again({ urgency: 'urgent' });
    const same = await again({ urgency: 'normal', copyTo: [], sensitive: false });

    expect(other.body).toMatchObject({ status: 422, code: 'idempotency-mismatch' });
    expect(same.status).toBe(201);
  });

  test('finds its message also when the post would be refused by now', async () => {
    const first = await again();
    await world.directory('PATCH /v1/clients/{clientId}', {
      claims: world.supervisor,
      params: { clientId },
      ifMatch: '"1"',
      body: { status: 'paused' },
    });
    const paused = await again();
    await world.directory('PATCH /v1/clients/{clientId}', {
      claims: world.supervisor,
      params: { clientId },
      ifMatch: '"2"',
      body: { status: 'active' },
    });
    await world.directory('DELETE /v1/clients/{clientId}/staff/{staffId}', {
      claims: world.supervisor,
      params: { clientId, staffId },
    });

    const without = await again();

    expect([paused.status, paused.body.id]).toEqual([201, first.body.id]);
    expect([without.status, without.body.id]).toEqual([201, first.body.id]);
    // A new one is for whoever stands in.
    expect((await again({}, 'new')).body).toMatchObject({ staffId: null });
  });

  test('after an erasure says when that was and brings nothing back', async () => {
    const { body } = await again();
    await world.erase(body);
    world.clock.advance(23 * 3_600_000);

    const replay = await again();
    const other = await again({ matter: 'Något annat' });

    expect(replay.body).toMatchObject({
      status: 410,
      code: 'erased',
      erasedAt: '2026-11-23T08:00:00.000Z',
      because: 'request',
    });
    expect(other.status).toBe(410);
    expect(await kindsOf()).not.toContain('message');
  });

  test('after its time says when that was', async () => {
    const { body } = await again();
    world.clock.moveTo(Date.parse(body.expiresAt));

    const replay = await again();

    expect(replay.body).toMatchObject({ status: 410, code: 'erased', erasedAt: body.expiresAt, because: 'time' });
  });

  test("is not found by another client's user with the same words", async () => {
    const foreign = (await world.aClient()).body.id;
    const admin = await portalPerson(world, foreign, 'clientAdmin');
    await again();

    const { status } = await world.take(clientId, { staffId }, { claims: admin, idempotencyKey: 'same' });

    expect(status).toBe(404);
  });
});

describe('transactions in the way', () => {
  test('are waited for, also where a condition fails beside them', async () => {
    failNext(
      world.client,
      'TransactWriteItemsCommand',
      cancelled('None', 'TransactionConflict', 'None', 'None'),
      cancelled('ConditionalCheckFailed', 'TransactionConflict', 'None', 'None'),
    );

    const { status } = await again();

    expect(status).toBe(201);
    expect((await kindsOf()).filter((kind) => kind === 'message')).toHaveLength(1);
  });

  test('that stay in the way are an error without a word about the message', async () => {
    failNext(world.client, 'TransactWriteItemsCommand', ...Array(6).fill(cancelled('None', 'TransactionConflict')));

    const { status, body } = await again();

    expect([status, body.code]).toEqual([503, 'try-again']);
    expect((await again()).status).toBe(201);
  });
});
