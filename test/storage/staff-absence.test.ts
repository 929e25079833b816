// Who is away, and until when, through the real handler on the engine: what it does, and what it costs.
import { beforeEach, describe, expect, test } from 'vitest';
import type { StaffMember } from '#staff/schema.ts';
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
    expect(set.result.body.absence).toMatchObject({
      reason: 'lunch',
      from: new Date(world.clock.nowMs()).toISOString(),
      until: '2026-11-23T12:00:00.000Z',
      note: null,
    });
    expect(set.tally).toEqual({ requests: { BatchGetItem: 1, TransactWriteItems: 1 }, readUnits: 4, writeUnits: 10 });
  });

  test('is over when its time has come, and leaves the record with the next write', async () => {
    const { call, operator, supervisor, clock } = world;
    const made = await world.aStaffMember(clientId, { absences: [{ reason: 'meeting', until: inAnHour() }] });
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
    const made = await world.aStaffMember(clientId, { absences: [{ reason: 'meeting', until: inAnHour() }] });
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

  test('a staff member says it of colleagues where the membership says so, of that client alone', async () => {
    const { call } = world;
    const own = await world.aStaffMember(clientId);
    const colleague = await world.aStaffMember(clientId);
    const elsewhere = (await world.aClient()).body.id;
    const foreign = await world.aStaffMember(elsewhere);
    const person = await portalPerson(world, clientId, 'staffMember', own.body.id, { setsAbsences: true });
    const of = (client: string, staffId: string) => ({ claims: person, params: { clientId: client, staffId } });
    const body = { reason: 'lunch', until: inAnHour(), operatorNote: 'Mobilen är på' };

    const set = await call<StaffMember>(`PUT ${ABSENCE}`, { ...of(clientId, colleague.body.id), body });
    const planned = await call(`PATCH ${MEMBER}`, {
      ...of(clientId, colleague.body.id),
      ifMatch: set.etag,
      body: { absences: [] },
    });
    const ended = await call(`DELETE ${ABSENCE}`, of(clientId, colleague.body.id));
    const stranger = await call(`PUT ${ABSENCE}`, { ...of(elsewhere, foreign.body.id), body });

    expect([set.status, set.body.absence?.operatorNote, set.body.phones.length]).toEqual([200, 'Mobilen är på', 1]);
    expect([planned.status, ended.status, stranger.status]).toEqual([403, 204, 404]);
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
