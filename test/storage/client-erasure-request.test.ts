// Asking for the erasure of a client: what is refused, what is gone at once, and what a repetition does.
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Client } from '#clients/schema.ts';
import { newId } from '#shared/ids.ts';
import { recordKeys } from '#shared/tables.ts';
import { delivering, ordersOf } from '#test/support/delivering.ts';
import { useEngine } from '#test/support/engine.ts';
import { aFullClient, type ErasingWorld, erasingWorld, type FullClient } from '#test/support/erasing-world.ts';
import { type Claims, codeOf, portalClaims } from '#test/support/http-call.ts';
import { portalPerson, servicePerson } from '#test/support/people.ts';

const AT = '2026-11-23T08:00:00.000Z';
const NUMBER = { number: '08-465 004 01', answerPhrase: 'God dag' };

const engine = useEngine();
let world: ErasingWorld;
let other: string;
let client: FullClient;

beforeEach(async () => {
  for (const level of ['info', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await erasingWorld(engine);
  other = (await world.aClient()).body.id;
  client = await aFullClient(world, other);
});

const running = () => ({ clientId: client.id, state: 'running', requestedAt: AT, doneAt: null });

describe('is refused', () => {
  test('for a client that has not ended, which stays as it is', async () => {
    const before = await world.traces('records', client.id);

    const refused = await world.eraseClient(client.id);

    expect([refused.status, codeOf(refused)]).toEqual([409, 'client-not-ended']);
    expect(await world.traces('records', client.id)).toHaveLength(before.length);
    expect((await world.progress(client.id)).status).toBe(404);
  });

  test('for a client that does not exist, and with anything in the body', async () => {
    const claims = world.officer;
    const params = { clientId: client.id };

    expect((await world.eraseClient(newId('client', 0))).status).toBe(404);
    expect((await world.progress(newId('client', 0))).status).toBe(404);
    const body = { clientId: client.id };
    const call = { claims, params, body };
    expect((await world.privacy('POST /v1/clients/{clientId}/erasures', call)).body).toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '/clientId' }],
    });
  });

  test('to everybody but privacy officers; a foreign client admin sees no client at all', async () => {
    await world.end(client.id);
    const call = { params: { clientId: client.id }, body: {} };
    const others = [
      [world.supervisor, 403],
      [world.operator, 403],
      [await portalPerson(world, client.id, 'clientAdmin'), 403],
      [await portalPerson(world, other, 'clientAdmin'), 404],
    ] as const;

    for (const [claims, status] of others) {
      expect((await world.privacy('POST /v1/clients/{clientId}/erasures', { ...call, claims })).status).toBe(status);
      expect((await world.privacy('GET /v1/clients/{clientId}/erasures', { params: call.params, claims })).status).toBe(
        status,
      );
    }
  });
});

describe('once it has been asked for', () => {
  const erased = { status: 410, code: 'erased', erasedAt: AT };
  const params = () => ({ clientId: client.id });

  beforeEach(async () => {
    await world.end(client.id);
  });

  test('answers 202 with ids and times, and again the same', async () => {
    const asked = await world.eraseClient(client.id);
    world.clock.advance(60_000);
    const again = await world.eraseClient(client.id);

    expect([asked.status, asked.body]).toEqual([202, running()]);
    expect([again.status, again.body]).toEqual([202, running()]);
    expect((await world.progress(client.id)).body).toEqual(running());
  });

  test('every route with the client in its path answers 410, before the job has run', async () => {
    await world.eraseClient(client.id);
    world.clock.advance(60_000);
    const claims = world.supervisor;
    const [staffId = '', messageId = ''] = [client.staffIds[0], client.messageIds[0]];
    const member = { ...params(), staffId };
    const message = { ...params(), messageId };
    const user = { ...params(), userId: client.onlyHere };
    const [c, s, m] = ['/v1/clients/{clientId}', '/v1/clients/{clientId}/staff', '/v1/clients/{clientId}/messages'];

    const answers = [
      await world.directory(`GET ${c}`, { claims, params: params() }),
      await world.directory(`PATCH ${c}`, { claims, params: params(), body: { town: 'Ort' }, ifMatch: '"2"' }),
      await world.directory(`GET ${s}`, { claims, params: params() }),
      await world.directory(`GET ${s}/{staffId}`, { claims, params: member }),
      await world.directory(`DELETE ${s}/{staffId}/absence`, { claims, params: member }),
      await world.directory(`DELETE ${s}/{staffId}`, { claims, params: member }),
      await world.aStaffMember(client.id),
      await world.take(client.id, { staffId }),
      await world.call(`GET ${m}`, { claims, params: params() }),
      await world.call(`GET ${m}/{messageId}`, { claims, params: message }),
      await world.call(`PATCH ${m}/{messageId}`, { claims, params: message, body: { read: true } }),
      await world.call(`DELETE ${m}/{messageId}`, { claims, params: message }),
      await world.access(`GET ${c}/users`, { claims, params: params() }),
      await world.access(`DELETE ${c}/users/{userId}`, { claims, params: user }),
      await world.access(`GET ${c}/users`, { claims: portalClaims(client.onlyHere, [client.id]), params: params() }),
    ];

    for (const { body } of answers) expect(body).toMatchObject(erased);
    expect((await world.traces('messageKeys', client.id)).every(({ key }) => key)).toBe(true);
  });

  test('it is in no list and no search, its key is gone, and its number another can have', async () => {
    await world.eraseClient(client.id);
    const claims = world.supervisor;
    const search = (body: object) => world.directory<{ items: Client[] }>('POST /v1/clients/search', { claims, body });

    const listed = await world.directory<{ items: Client[] }>('GET /v1/clients', { claims });
    const byNumber = await search({ number: NUMBER.number });
    const byText = await search({ text: 'Nordvik' });
    const next = await world.aClient({ numbers: [NUMBER] });

    expect(listed.body.items.map(({ id }) => id)).toEqual([other]);
    expect(byNumber.body.items).toEqual([]);
    expect(byText.body.items.map(({ id }) => id)).toEqual([other]);
    expect(next.status).toBe(201);
    expect((await world.traces('registerKeys', client.id)).some(({ pk }) => pk === 'CLIENTS')).toBe(false);
    expect((await world.traces('records', client.id)).some(({ kind }) => kind === 'shortening')).toBe(false);
  });

  test('nothing is sent for it any more, also to people whose keys are still there', async () => {
    const house = delivering(world);
    const { body } = await world.read({ clientId: client.id, id: client.messageIds[0] ?? '' });
    await world.eraseClient(client.id);

    for (const order of ordersOf(body)) await house.send(order);

    expect(house.handed).toEqual([]);
    const deliveries = (await world.traces('records', client.id)).filter(({ kind }) => kind === 'delivery');
    const states = deliveries.filter(({ messageId }) => messageId === body.id).map(({ state }) => state);
    expect(states).toEqual(['cancelled', 'cancelled']);
  });

  test('a foreign caller sees no difference to a client that never was', async () => {
    await world.eraseClient(client.id);
    const claims = await portalPerson(world, other, 'clientAdmin');

    const gone = await world.directory('GET /v1/clients/{clientId}', { claims, params: params() });
    const never = await world.directory('GET /v1/clients/{clientId}', {
      claims,
      params: { clientId: newId('client', 0) },
    });

    expect(gone).toEqual(never);
    expect(gone.status).toBe(404);
  });

  test('ten at once begin it once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.eraseClient(client.id)));

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(202));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body)))).toEqual(new Set([JSON.stringify(running())]));
  });

  test('a supervisor who opens the client again in that moment was first, or is too late', async () => {
    const call = { claims: world.supervisor, params: params(), body: { status: 'active' }, ifMatch: '"2"' };

    const [opened, asked] = await Promise.all([
      world.directory('PATCH /v1/clients/{clientId}', call),
      world.eraseClient(client.id),
    ]);

    expect([
      [200, 409],
      [410, 202],
    ]).toContainEqual([opened.status, asked.status]);
  });

  test('one that died before or after its only write is repeated', async () => {
    for (const at of [1, 2]) {
      world.crashes.arm(at);
      expect((await world.eraseClient(client.id)).status).toBe(500);
      world.crashes.arm();
      expect((await world.progress(client.id)).status).toBe(at === 1 ? 404 : 200);
    }

    expect(await world.eraseClient(client.id)).toMatchObject({ status: 202, body: running() });
  });

  test('one whose row a restored table has lost is taken up again by the same request', async () => {
    await world.eraseClient(client.id);
    const Key = recordKeys.clientErasure(client.id);
    await world.raw.send(new DeleteCommand({ TableName: world.tables.records, Key }));
    world.clock.advance(600_000);

    const again = await world.eraseClient(client.id);

    expect(again).toMatchObject({ status: 202, body: running() });
    expect(await world.job()).toEqual({ done: 1, finished: true });
  });

  test('is told for twelve months', async () => {
    await world.eraseClient(client.id);
    world.clock.advance(600_000);
    await world.job();

    world.clock.moveTo(Date.parse('2027-11-20T08:00:00Z'));
    const late = await world.progress(client.id);
    world.clock.moveTo(Date.parse('2027-11-25T08:00:00Z'));
    const later = await world.progress(client.id);

    expect(late.body).toMatchObject({ state: 'done', requestedAt: AT, doneAt: '2026-11-23T08:10:00.000Z' });
    expect(later.status).toBe(404);
    expect(
      await world.directory('GET /v1/clients/{clientId}', { claims: world.operator, params: params() }),
    ).toMatchObject({ status: 404 });
  });

  test('costs one read of 5 units and one transaction of 20, 2 for its number and 1 for its notice; telling costs 3', async () => {
    const asked = await world.meter.measure(() => world.eraseClient(client.id));
    const again = await world.meter.measure(() => world.eraseClient(client.id));
    const told = await world.meter.measure(() => world.progress(client.id));

    expect(asked.tally).toEqual({
      requests: { BatchGetItem: 1, TransactWriteItems: 1 },
      readUnits: 5,
      writeUnits: 23,
    });
    expect(again.tally).toEqual({ requests: { BatchGetItem: 1 }, readUnits: 5, writeUnits: 0 });
    expect(told.tally).toEqual({ requests: { BatchGetItem: 1 }, readUnits: 3, writeUnits: 0 });
  });

  test('needs the scope of writing, and that of reading for its answer', async () => {
    const claims = await servicePerson(world, 'privacyOfficer');
    const only = (...scopes: string[]) => ({ ...claims, scope: scopes.map((one) => `answeronline/${one}`).join(' ') });
    const route = 'POST /v1/clients/{clientId}/erasures';

    const ask = (asking: Claims) => world.privacy(route, { claims: asking, params: params(), body: {} });

    const refused = [await ask(only('privacy.read')), await ask(only('privacy.write'))];
    const taken = await ask(only('privacy.read', 'privacy.write'));

    expect([...refused, taken].map(({ status }) => status)).toEqual([403, 403, 202]);
  });
});
