// Asking for the erasure of a client: what is refused, what is gone at once, and what a repetition does.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Client } from '#clients/schema.ts';
import { checkCertificate } from '#erasures/check-certificate.ts';
import type { SignedCertificate } from '#erasures/schema.ts';
import { newId } from '#shared/ids.ts';
import { delivering, ordersOf } from '#test/support/delivering.ts';
import { useEngine } from '#test/support/engine.ts';
import { aFullClient, ERASURE, type ErasingWorld, erasingWorld, type FullClient } from '#test/support/erasing-world.ts';
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

const running = () => ({ clientId: client.id, what: 'client', state: 'running', confirmedAt: AT, doneAt: null });

describe('is refused', () => {
  test('for a client that has not ended, which stays as it is', async () => {
    const before = await world.traces('records', client.id);

    const refused = await world.eraseClient(client.id);

    expect([refused.status, codeOf(refused)]).toEqual([409, 'client-not-ended']);
    expect(await world.traces('records', client.id)).toHaveLength(before.length);
    expect((await world.progress(client.id)).status).toBe(404);
  });

  test('for a client that does not exist, and with anything more in the body', async () => {
    const absent = newId('client', 0);
    const more = await world.ask(client.id, { what: 'client', colour: 'red' });

    expect((await world.ask(absent, { what: 'client' })).status).toBe(404);
    expect((await world.progress(absent)).status).toBe(404);
    expect(more.body).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '/colour' }] });
  });

  test('to everybody but privacy officers and its own admins; a foreign client admin sees no client at all', async () => {
    await world.end(client.id);
    const call = { params: { clientId: client.id }, body: { what: 'client' } };
    const others = [
      [world.supervisor, 403],
      [world.operator, 403],
      [await portalPerson(world, client.id, 'staffMember'), 403],
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

  test('is counted, and waits for somebody else', async () => {
    const asked = await world.ask(client.id, { what: 'client' });
    await world.work();
    const counted = await world.look(asked.body);
    const alone = await world.confirm(asked.body, { claims: world.officer });

    expect([asked.status, asked.body.state, asked.body.progress]).toEqual([201, 'counting', null]);
    expect(Object.fromEntries((counted.body.counted?.counts ?? []).map(({ kind, count }) => [kind, count]))).toEqual({
      client: 1,
      messages: 3,
      deliveries: expect.any(Number),
      staff: 2,
      users: 2,
      machineClients: 2,
      answering: 1,
      suppressions: 1,
      callCounts: 1,
      contacts: 3,
    });
    expect(counted.body.months).toEqual([{ month: '2026-11', messages: 3, calls: 2 }]);
    expect(counted.body.kept).toContainEqual({ kind: 'usersElsewhere', count: 1, until: null });
    expect(codeOf(alone)).toBe('second-person-required');
    expect((await world.traces('records', client.id)).some(({ pk }) => pk === 'CLIENTS')).toBe(true);
  });

  test('an admin of the client may be the second person, and the first', async () => {
    const admin = await portalPerson(world, client.id, 'clientAdmin');

    const asked = await world.ask(client.id, { what: 'client' }, { claims: admin });
    await world.work();
    const own = await world.confirm(asked.body, { claims: admin });
    const withdrawn = await world.privacy(`DELETE ${ERASURE}`, {
      claims: admin,
      params: { clientId: client.id, erasureId: asked.body.id },
    });
    const late = await world.confirm(asked.body);
    const again = await world.ask(client.id, { what: 'client' });
    await world.work();

    expect([codeOf(own), withdrawn.status, codeOf(late)]).toEqual(['second-person-required', 204, 'wrong-state']);
    expect((await world.confirm(again.body, { claims: admin })).body.state).toBe('running');
  });

  test('is counted before it can be confirmed', async () => {
    const asked = await world.ask(client.id, { what: 'client' });

    expect(codeOf(await world.confirm(asked.body))).toBe('wrong-state');
  });

  test('once it is confirmed it answers with ids and times, and again the same', async () => {
    const confirmed = await world.eraseClient(client.id);
    world.clock.advance(60_000);
    const again = await world.confirm(confirmed.body);

    expect(confirmed).toMatchObject({ status: 200, body: running() });
    expect(again).toMatchObject({ status: 200, body: running() });
    expect((await world.progress(client.id)).body).toMatchObject(running());
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

  test('ten confirmations at once begin it once', async () => {
    const asked = await world.ask(client.id, { what: 'client' });
    await world.work();

    const answers = await Promise.all(Array.from({ length: 10 }, () => world.confirm(asked.body)));

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(new Set(answers.map(({ body }) => body.confirmedAt))).toEqual(new Set([AT]));
  });

  test('a supervisor who opens the client again in that moment was first, or is too late', async () => {
    const call = { claims: world.supervisor, params: params(), body: { status: 'active' }, ifMatch: '"2"' };

    const one = await world.ask(client.id, { what: 'client' });
    await world.work();

    const [opened, asked] = await Promise.all([
      world.directory('PATCH /v1/clients/{clientId}', call),
      world.confirm(one.body),
    ]);

    expect([
      [200, 409],
      [410, 200],
    ]).toContainEqual([opened.status, asked.status]);
  });

  test('a confirmation that died before or after its only write is repeated', async () => {
    const asked = await world.ask(client.id, { what: 'client' });
    await world.work();
    for (const at of [1, 2]) {
      world.crashes.arm(at);
      expect((await world.confirm(asked.body)).status).toBe(500);
      world.crashes.arm();
      expect((await world.look(asked.body)).body.state).toBe(at === 1 ? 'asked' : 'running');
    }

    expect(await world.confirm(asked.body)).toMatchObject({ status: 200, body: running() });
  });

  test('with an Idempotency-Key it is one, and another body is refused', async () => {
    const idempotencyKey = 'one-erasure-0001';
    const first = await world.ask(client.id, { what: 'client' }, { idempotencyKey });
    const again = await world.ask(client.id, { what: 'client' }, { idempotencyKey });
    const other = await world.ask(client.id, { what: 'client', why: 'fault' }, { idempotencyKey });

    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    expect([other.status, codeOf(other)]).toEqual([422, 'idempotency-mismatch']);
  });

  test('is told for ten years, with its certificate', async () => {
    await world.eraseClient(client.id);
    world.clock.advance(600_000);
    await world.job();

    const { body } = await world.progress(client.id);
    const row = (await world.traces('records', client.id)).find(({ kind }) => kind === 'erasure');
    const certificate = await world.privacy<SignedCertificate>(
      'GET /v1/clients/{clientId}/certificates/{certificateId}',
      {
        claims: world.officer,
        params: { clientId: client.id, certificateId: body.certificateId ?? '' },
      },
    );

    expect(body).toMatchObject({ state: 'done', confirmedAt: AT, doneAt: '2026-11-23T08:10:00.000Z' });
    expect(row?.ttl).toBe(Date.parse('2036-11-23T08:10:00Z') / 1000);
    expect(checkCertificate(JSON.stringify(certificate.body))).toMatchObject({
      fault: undefined,
      certificate: { months: [{ month: '2026-11', messages: 3, calls: 2 }], to: '2026-11-23T08:10:00.000Z' },
    });
    expect(
      await world.directory('GET /v1/clients/{clientId}', { claims: world.operator, params: params() }),
    ).toMatchObject({ status: 410 });
  });

  test('costs what is written above the use cases', async () => {
    const asked = await world.meter.measure(() => world.ask(client.id, { what: 'client' }));
    await world.work();
    const confirmed = await world.meter.measure(() => world.confirm(asked.result.body));
    const again = await world.meter.measure(() => world.confirm(asked.result.body));
    const told = await world.meter.measure(() => world.look(asked.result.body));

    expect(asked.tally.requests).toEqual({ BatchGetItem: 1, TransactWriteItems: 1 });
    expect(asked.tally.readUnits).toBe(2);
    expect(confirmed.tally.requests).toEqual({ BatchGetItem: 1, TransactWriteItems: 1 });
    expect(confirmed.tally.readUnits).toBe(4);
    expect([asked.tally.writeUnits, confirmed.tally.writeUnits]).toEqual([9, 28]);
    expect(again.tally).toEqual({ requests: { BatchGetItem: 1 }, readUnits: 4, writeUnits: 0 });
    expect(told.tally).toEqual({ requests: { BatchGetItem: 1 }, readUnits: 2, writeUnits: 0 });
  });

  test('needs the scope of writing, and that of reading for its answer', async () => {
    const claims = await servicePerson(world, 'privacyOfficer');
    const only = (...scopes: string[]) => ({ ...claims, scope: scopes.map((one) => `answeronline/${one}`).join(' ') });
    const ask = (claims: Claims) => world.ask(client.id, { what: 'client' }, { claims });

    const refused = [await ask(only('privacy.read')), await ask(only('privacy.write'))];
    const taken = await ask(only('privacy.read', 'privacy.write'));

    expect([...refused, taken].map(({ status }) => status)).toEqual([403, 403, 201]);
  });
});
