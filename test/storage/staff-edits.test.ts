// Changing staff members, and who is away, through the real handler on the engine: what it does, and what it costs.
import { beforeEach, describe, expect, test } from 'vitest';
import type { StaffMember } from '#staff/schema.ts';
import { openStaff, staffReads } from '#staff/store.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { MONDAY_MORNING_MS, useEngine } from '#test/support/engine.ts';
import { portalPerson } from '#test/support/people.ts';

const MEMBER = '/v1/clients/{clientId}/staff/{staffId}';
const ABSENCE = `${MEMBER}/absence`;

const engine = useEngine();
let world: DirectoryWorld;
let clientId: string;

beforeEach(async () => {
  world = await directoryWorld(engine);
  clientId = (await world.aClient()).body.id;
});

const inAnHour = () => new Date(world.clock.nowMs() + 3_600_000).toISOString();

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
