// Setting up and changing clients, through the real handler on the engine: what it does, and what it costs.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#clients/schema.ts';
import { aClient } from '#test/support/builders/clients.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { machine, portalPerson } from '#test/support/people.ts';

interface Page {
  items: Client[];
  nextCursor: string | null;
}

const engine = useEngine();
let world: DirectoryWorld;

beforeEach(async () => {
  world = await directoryWorld(engine);
});

const CREATE = 'POST /v1/clients';
const READ = 'GET /v1/clients/{clientId}';
const CHANGE = 'PATCH /v1/clients/{clientId}';
const LIST = 'GET /v1/clients';

describe('setting up a client', () => {
  test('gives back every field, numbers in E.164 and the organisation number in one form', async () => {
    const { call, supervisor } = world;

    const made = await call<Client>(CREATE, {
      claims: supervisor,
      body: aClient({ organisationNumber: '4020000107' }),
    });

    expect(made.status).toBe(201);
    expect(made.etag).toBe('"1"');
    expect(made.body).toEqual({
      id: expect.stringMatching(/^cli_/),
      name: 'Nordvik Bygg',
      legalName: 'Nordvik Bygg AB',
      organisationNumber: '402000-0107',
      town: 'Härnösand',
      numbers: [
        {
          number: '+46846500401',
          answerPhrase: 'Välkommen till Nordvik Bygg',
          language: 'sv',
          line: expect.stringMatching(/^lin_[\w-]{22}$/),
        },
      ],
      contacts: [{ name: 'Åsa Öberg', title: 'VD', email: 'asa.oberg@nordvik.example', phone: '+46701740605' }],
      generalInbox: { emails: ['info@nordvik.example'], phones: ['+46701740606'], language: 'sv' },
      retention: { months: 6 },
      contentMode: 'full',
      status: 'active',
      agreedAt: null,
      endsAt: null,
      endsBy: null,
      endedAt: null,
      erasedAfter: null,
      createdAt: '2026-11-23T08:00:00.000Z',
      updatedAt: '2026-11-23T08:00:00.000Z',
    });
    const read = await call<Client>(READ, { claims: supervisor, params: { clientId: made.body.id } });
    expect(read.body).toEqual(made.body);
  });

  test('costs one read of 1 unit and one transaction: 7 units, 2 for each number, 2 with an Idempotency-Key', async () => {
    const { call, supervisor, meter } = world;
    await world.app.serviceKeys.get('hmac');

    const plain = await meter.measure(() => call(CREATE, { claims: supervisor, body: aClient({ numbers: [] }) }));
    const full = await meter.measure(() =>
      call(CREATE, { claims: supervisor, body: aClient(), idempotencyKey: 'one' }),
    );

    expect(plain.tally).toEqual({ requests: { BatchGetItem: 1, TransactWriteItems: 1 }, readUnits: 1, writeUnits: 7 });
    expect(full.tally).toEqual({ requests: { BatchGetItem: 1, TransactWriteItems: 1 }, readUnits: 1, writeUnits: 11 });
  });

  test('takes the longest retention of the stage unless one is given, and never a longer one', async () => {
    const short = await directoryWorld(engine, 3);

    const unsaid = await short.aClient({ retention: null });
    const longer = await short.aClient({ retention: { months: 4 } });
    const days = await short.aClient({ retention: { days: 90 } });

    expect(unsaid.body.retention).toEqual({ months: 3 });
    expect(longer.status).toBe(400);
    expect(longer.body).toMatchObject({ code: 'invalid-request', errors: [{ pointer: '/retention' }] });
    expect(days.status).toBe(400);
  });

  test('is for supervisors', async () => {
    const { call, operator } = world;
    const machineClaims = await machine(world, []);

    const byOperator = await call(CREATE, { claims: operator, body: aClient() });
    const byMachine = await call(CREATE, { claims: machineClaims, body: aClient() });

    expect([byOperator.status, byOperator.body.code]).toEqual([403, 'forbidden']);
    expect(byMachine.status).toBe(403);
  });

  test('fifty posts at once with one key make one client', async () => {
    const { call, supervisor } = world;
    const post = () => call<Client>(CREATE, { claims: supervisor, body: aClient(), idempotencyKey: 'same' });

    const answers = await Promise.all(Array.from({ length: 50 }, post));

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    const list = await call<Page>(LIST, { claims: supervisor });
    expect(list.body.items).toHaveLength(1);
  });

  test('the same key with another body is refused; a day later the key is free again', async () => {
    const { call, supervisor, clock } = world;
    const post = (name: string) =>
      call(CREATE, { claims: supervisor, body: aClient({ name, numbers: [] }), idempotencyKey: 'same' });
    await post('Nordvik Bygg');

    const other = await post('Sydvik Bygg');
    clock.advance(24 * 60 * 60 * 1000 + 1000);
    const dayAfter = await post('Sydvik Bygg');

    expect([other.status, other.body.code]).toEqual([422, 'idempotency-mismatch']);
    expect(dayAfter.status).toBe(201);
  });
});

describe('changing a client', () => {
  test('keeps what is absent, clears what is null, and moves the ETag', async () => {
    const { call, supervisor } = world;
    const { body: before } = await world.aClient();
    const params = { clientId: before.id };

    const changed = await call<Client>(CHANGE, {
      claims: supervisor,
      params,
      ifMatch: '"1"',
      body: { town: null, generalInbox: null, contentMode: 'notice', status: 'paused' },
    });

    expect(changed.etag).toBe('"2"');
    expect(changed.body).toEqual({
      ...before,
      town: null,
      generalInbox: null,
      contentMode: 'notice',
      status: 'paused',
    });
    const read = await call<Client>(READ, { claims: supervisor, params });
    expect([read.etag, read.body]).toEqual(['"2"', changed.body]);
  });

  test('demands the version that was read: 428 without, 412 with another', async () => {
    const { call, supervisor } = world;
    const { body } = await world.aClient();
    const patch = (ifMatch?: string) =>
      call(CHANGE, {
        claims: supervisor,
        params: { clientId: body.id },
        body: { town: 'Kramfors' },
        ...(ifMatch && { ifMatch }),
      });

    const without = await patch();
    const both = await Promise.all([patch('"1"'), patch('"1"')]);
    const stale = await patch('"1"');

    expect(without.status).toBe(428);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect([stale.status, stale.body.code]).toEqual([412, 'version-conflict']);
  });

  test('a client admin changes the own company, but not what is agreed with the service', async () => {
    const { call } = world;
    const { body } = await world.aClient({ numbers: [{ number: '08-465 004 07' }], retention: { months: 3 } });
    const admin = await portalPerson(world, body.id, 'clientAdmin');
    const patch = (change: object) =>
      call(CHANGE, { claims: admin, params: { clientId: body.id }, ifMatch: '"1"', body: change });

    const refused = await patch({
      status: 'ended',
      organisationNumber: null,
      numbers: [],
      retention: { months: 4 },
      town: 'Kramfors',
    });
    const allowed = await patch({
      town: 'Kramfors',
      numbers: [{ number: '08-465 004 07', answerPhrase: 'Hej' }],
      retention: { days: 30 },
    });

    expect(refused.status).toBe(403);
    expect(refused.body.errors?.map(({ pointer }) => pointer)).toEqual([
      '/status',
      '/organisationNumber',
      '/numbers',
      '/retention',
    ]);
    expect(allowed.status).toBe(200);
  });
});
