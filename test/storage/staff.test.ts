// Staff members through the real handler on the engine: what each route does, and what it costs.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import type { StaffMember } from '#staff/schema.ts';
import { openStaff, staffReads } from '#staff/store.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { type Engine, MONDAY_MORNING_MS, startEngine } from '#test/support/engine.ts';
import { portalPerson } from '#test/support/people.ts';

const COLLECTION = '/v1/clients/{clientId}/staff';
const MEMBER = `${COLLECTION}/{staffId}`;
const ABSENCE = `${MEMBER}/absence`;

let engine: Engine;
let world: DirectoryWorld;
let clientId: string;

beforeAll(async () => {
  engine = await startEngine();
});
beforeEach(async () => {
  world = await directoryWorld(engine);
  clientId = (await world.aClient()).body.id;
});
afterAll(() => engine.stop());

const inAnHour = () => new Date(world.clock.nowMs() + 3_600_000).toISOString();

describe('adding, reading, listing', () => {
  test('a staff member comes back with every field as it was given, numbers in E.164, flags false unless set', async () => {
    const { call, supervisor } = world;

    const made = await world.aStaffMember(clientId);

    expect([made.status, made.etag]).toEqual([201, '"1"']);
    expect(made.body).toEqual({
      ...aStaffMember(),
      id: expect.stringMatching(/^stf_/),
      clientId,
      phones: [
        { label: 'Mobil', number: '+46701740607', mayTell: false, mayConnect: true },
        { label: 'Växel', number: '+46846500402', mayTell: true, mayConnect: false },
        { label: 'Privat', number: '+46701740608', mayTell: false, mayConnect: false },
      ],
      emails: [
        { label: 'Arbete', address: 'anna-karin@nordvik.example', mayTell: true },
        { label: 'Privat', address: 'ak.sjolund@nordvik.example', mayTell: false },
      ],
      delivery: {
        normal: [{ channels: ['email', 'sms'], waitMinutes: 0 }],
        urgent: [{ channels: ['sms'], waitMinutes: 0 }],
        quietHours: null,
      },
      createdAt: '2026-11-23T08:00:00.000Z',
      updatedAt: '2026-11-23T08:00:00.000Z',
    });
    const read = await call<StaffMember>(`GET ${MEMBER}`, {
      claims: supervisor,
      params: { clientId, staffId: made.body.id },
    });
    expect(read.body).toEqual(made.body);
  });

  test('costs: adding 2 read and 4 write units (6 with an Idempotency-Key), reading 3, each in one request', async () => {
    const { call, supervisor, operator, meter } = world;
    await world.app.serviceKeys.get('hmac');
    const add = (idempotencyKey?: string) =>
      call<StaffMember>(`POST ${COLLECTION}`, {
        claims: supervisor,
        params: { clientId },
        body: aStaffMember(),
        ...(idempotencyKey && { idempotencyKey }),
      });

    const plain = await meter.measure(() => add());
    const remembered = await meter.measure(() => add('one'));
    const read = await meter.measure(() =>
      call(`GET ${MEMBER}`, { claims: operator, params: { clientId, staffId: plain.result.body.id } }),
    );

    const oneOfEach = { BatchGetItem: 1, TransactWriteItems: 1 };
    expect(plain.tally).toEqual({ requests: oneOfEach, readUnits: 2, writeUnits: 4 });
    expect(remembered.tally).toEqual({ requests: oneOfEach, readUnits: 2, writeUnits: 6 });
    expect(read.tally).toEqual({ requests: { BatchGetItem: 1 }, readUnits: 3, writeUnits: 0 });
  });

  test('the list is newest first, in pages; 25 cost the batch read and two queries', async () => {
    const { call, operator, meter, clock } = world;
    const names = Array.from({ length: 27 }, (_, n) => `Person ${n}`);
    for (const name of names) {
      await world.aStaffMember(clientId, { name });
      clock.advance(1000);
    }
    await world.app.serviceKeys.get('cursor');
    const page = (cursor?: string) =>
      call<{ items: StaffMember[]; nextCursor: string | null }>(`GET ${COLLECTION}`, {
        claims: operator,
        params: { clientId },
        ...(cursor && { query: { cursor } }),
      });

    const first = await meter.measure(() => page());
    const rest = await page(first.result.body.nextCursor ?? '');

    const seen = [...first.result.body.items, ...rest.body.items].map(({ name }) => name);
    expect(seen).toEqual(names.toReversed());
    expect(rest.body.nextCursor).toBeNull();
    expect(first.tally.requests).toEqual({ BatchGetItem: 1, Query: 2 });
    expect(first.tally.readUnits).toBeLessThanOrEqual(10);
  });

  test('an unknown client, a foreign one and an unknown staff member answer alike', async () => {
    const { call, operator } = world;
    const foreign = (await world.aClient()).body.id;
    const inForeign = await world.aStaffMember(foreign);
    const admin = await portalPerson(world, clientId, 'clientAdmin');
    const read = (claims: typeof admin, client: string, staffId: string) =>
      call(`GET ${MEMBER}`, { claims, params: { clientId: client, staffId } });

    const answers = [
      await read(admin, foreign, inForeign.body.id),
      await read(admin, clientId, inForeign.body.id),
      await read(operator, clientId, newId('staff', 0)),
      await read(operator, newId('client', 0), inForeign.body.id),
      await call(`POST ${COLLECTION}`, {
        claims: world.supervisor,
        params: { clientId: newId('client', 0) },
        body: aStaffMember(),
      }),
      await call(`GET ${COLLECTION}`, { claims: operator, params: { clientId: newId('client', 0) } }),
    ];

    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(404);
  });

  test('a step may name own contacts only, and such as one of its channels reaches', async () => {
    const step = {
      channels: ['sms' as const],
      contacts: ['08-465 004 02', 'anna-karin@nordvik.example', '070-174 06 99'],
    };

    const refused = await world.aStaffMember(clientId, { delivery: { urgent: [step] } });

    expect(refused.body).toMatchObject({
      code: 'invalid-request',
      errors: [0, 1, 2].map((n) => ({ pointer: `/delivery/urgent/0/contacts/${n}` })),
    });
  });
});

describe('changing', () => {
  test('keeps what is absent, renews the key, costs one read and one transaction of 4 units', async () => {
    const { call, supervisor, meter } = world;
    const made = await world.aStaffMember(clientId);
    const params = { clientId, staffId: made.body.id };
    const keyOf = async () => {
      const opened = openStaff(await world.app.db.read(staffReads(clientId, made.body.id)), clientId, made.body.id);
      return { key: Buffer.from(opened?.keys.key ?? []).toString('hex'), stable: `${opened?.keys.stableKey}` };
    };
    const before = await keyOf();

    const changed = await meter.measure(() =>
      call<StaffMember>(`PATCH ${MEMBER}`, {
        claims: supervisor,
        params,
        ifMatch: made.etag,
        body: { title: null, keywords: ['tak'] },
      }),
    );
    const after = await keyOf();

    expect(changed.result.body).toEqual({ ...made.body, title: null, keywords: ['tak'] });
    expect(changed.result.etag).toBe('"2"');
    expect(changed.tally).toEqual({
      requests: { BatchGetItem: 1, TransactWriteItems: 1 },
      readUnits: 3,
      writeUnits: 4,
    });
    expect(after.key).not.toBe(before.key);
    expect(after.stable).toBe(before.stable);
  });

  test('two edits of one version at once: one is made, the other is told', async () => {
    const { call, supervisor } = world;
    const made = await world.aStaffMember(clientId);
    const edit = (title: string) =>
      call(`PATCH ${MEMBER}`, {
        claims: supervisor,
        params: { clientId, staffId: made.body.id },
        ifMatch: '"1"',
        body: { title },
      });

    const answers = await Promise.all(['Chef', 'Säljare'].map(edit));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });

  test('a contact that is taken away is taken out of the wishes', async () => {
    const { call, supervisor } = world;
    const contacts = ['anna-karin@nordvik.example', '070-174 06 07'];
    const made = await world.aStaffMember(clientId, {
      delivery: { normal: [{ channels: ['email', 'sms'], contacts, waitMinutes: 5 }] },
    });

    const changed = await call<StaffMember>(`PATCH ${MEMBER}`, {
      claims: supervisor,
      params: { clientId, staffId: made.body.id },
      ifMatch: '"1"',
      body: { phones: [] },
    });

    expect(changed.body.delivery?.normal).toEqual([
      { channels: ['email', 'sms'], contacts: ['anna-karin@nordvik.example'], waitMinutes: 5 },
    ]);
  });

  test('a staff member changes own contacts and absence, nothing else and nobody else', async () => {
    const { call } = world;
    const own = await world.aStaffMember(clientId);
    const colleague = await world.aStaffMember(clientId);
    const person = await portalPerson(world, clientId, 'staffMember', own.body.id);
    const edit = (staffId: string, body: object) =>
      call<StaffMember & { errors?: { pointer: string }[] }>(`PATCH ${MEMBER}`, {
        claims: person,
        params: { clientId, staffId },
        ifMatch: '"1"',
        body,
      });

    const other = await edit(colleague.body.id, { phones: [] });
    const more = await edit(own.body.id, { phones: [], protected: true });
    const allowed = await edit(own.body.id, { phones: [{ number: '070-174 06 09' }] });

    expect(other.status).toBe(403);
    expect([more.status, more.body.errors?.map(({ pointer }) => pointer)]).toEqual([403, ['/protected']]);
    expect(allowed.status).toBe(200);
    expect(allowed.body.phones).toEqual([{ label: null, number: '+46701740609', mayTell: false, mayConnect: false }]);
  });
});

describe('absence', () => {
  test('an operator sets it while the caller waits: one read, one transaction (here of more than 1 KB), no If-Match', async () => {
    const { call, operator, meter } = world;
    const made = await world.aStaffMember(clientId);

    const set = await meter.measure(() =>
      call<StaffMember>(`PUT ${ABSENCE}`, {
        claims: operator,
        params: { clientId, staffId: made.body.id },
        body: { reason: 'lunch', until: '2026-11-23T13:00:00+01:00' },
      }),
    );

    expect(set.result.status).toBe(200);
    expect(set.result.body.absence).toEqual({ reason: 'lunch', until: '2026-11-23T12:00:00.000Z', note: null });
    expect(set.tally).toEqual({ requests: { BatchGetItem: 1, TransactWriteItems: 1 }, readUnits: 3, writeUnits: 6 });
  });

  test('is over when its time has come, and leaves the record with the next write', async () => {
    const { call, operator, supervisor, clock } = world;
    const made = await world.aStaffMember(clientId, { absence: { reason: 'meeting', until: inAnHour() } });
    const params = { clientId, staffId: made.body.id };
    expect(made.body.absence?.reason).toBe('meeting');

    clock.advance(3_600_000);
    const read = await call<StaffMember>(`GET ${MEMBER}`, { claims: operator, params });
    await call(`PATCH ${MEMBER}`, { claims: supervisor, params, ifMatch: '"1"', body: { title: 'Chef' } });
    clock.moveTo(MONDAY_MORNING_MS);
    const back = await call<StaffMember>(`GET ${MEMBER}`, { claims: operator, params });

    expect(read.body.absence).toBeNull();
    expect(back.body.absence).toBeNull();
  });

  test('must lie ahead, and says what it is if it is something else', async () => {
    const { call, operator } = world;
    const made = await world.aStaffMember(clientId);
    const put = (body: object) =>
      call(`PUT ${ABSENCE}`, { claims: operator, params: { clientId, staffId: made.body.id }, body });

    const past = await put({ reason: 'lunch', until: '2026-11-23T08:00:00Z' });
    const unsaid = await put({ reason: 'other', until: inAnHour() });
    const ill = await put({ reason: 'sick', until: inAnHour() });

    expect(past.body).toMatchObject({ status: 400, errors: [{ pointer: '/until' }] });
    expect(unsaid.body).toMatchObject({ status: 400, errors: [{ pointer: '/note' }] });
    expect(ill.body).toMatchObject({ status: 400, errors: [{ pointer: '/reason' }] });
  });

  test('is ended by DELETE, which writes nothing where there is none', async () => {
    const { call, operator, meter } = world;
    const made = await world.aStaffMember(clientId, { absence: { reason: 'meeting', until: inAnHour() } });
    const params = { clientId, staffId: made.body.id };

    const ended = await call(`DELETE ${ABSENCE}`, { claims: operator, params });
    const again = await meter.measure(() => call(`DELETE ${ABSENCE}`, { claims: operator, params }));
    const read = await call<StaffMember>(`GET ${MEMBER}`, { claims: operator, params });

    expect([ended.status, again.result.status]).toEqual([204, 204]);
    expect(again.tally.requests).toEqual({ BatchGetItem: 1 });
    expect(read.body.absence).toBeNull();
  });

  test('the last word counts: two at once both come through', async () => {
    const { call, operator } = world;
    const made = await world.aStaffMember(clientId);
    const put = (reason: string) =>
      call<StaffMember>(`PUT ${ABSENCE}`, {
        claims: operator,
        params: { clientId, staffId: made.body.id },
        body: { reason, until: inAnHour() },
      });

    const answers = await Promise.all([put('lunch'), put('meeting')]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(answers.map(({ etag }) => etag).sort()).toEqual(['"2"', '"3"']);
  });

  test('a staff member says it of themselves only; a privacy officer not at all', async () => {
    const { call } = world;
    const own = await world.aStaffMember(clientId);
    const colleague = await world.aStaffMember(clientId);
    const person = await portalPerson(world, clientId, 'staffMember', own.body.id);
    const put = (staffId: string) =>
      call(`PUT ${ABSENCE}`, {
        claims: person,
        params: { clientId, staffId },
        body: { reason: 'lunch', until: inAnHour() },
      });

    expect((await put(own.body.id)).status).toBe(200);
    expect((await put(colleague.body.id)).status).toBe(403);
  });
});
