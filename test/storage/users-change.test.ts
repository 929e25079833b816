// Changing roles, and the lists of users and of people of the service.
import { beforeEach, describe, expect, it } from 'vitest';
import { type AccessWorld, accessWorld } from '#test/support/access-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { type Call, type Claims, codeOf, portalClaims, serviceClaims } from '#test/support/http-call.ts';
import { portalPerson, servicePerson } from '#test/support/people.ts';
import { letFirstSupervisorIn } from '#users/first-supervisor.ts';
import type { Operator, User } from '#users/schema.ts';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

const engine = useEngine();
let world: AccessWorld;
let first: string;
let supervisor: Claims;
let clientId: string;

beforeEach(async () => {
  world = await accessWorld(engine);
  first = await letFirstSupervisorIn(world.app, { email: 'first@answeronline.example', name: 'Första' });
  supervisor = serviceClaims(first);
  clientId = await world.aClientRow();
});

const invite = async (email = 'karin@nordvik.example') => {
  const call = { claims: supervisor, params: { clientId }, body: { email, name: 'Karin Ek', role: 'clientAdmin' } };
  return (await world.call<User>('POST /v1/clients/{clientId}/users', call)).body;
};
const change = (userId: string, call: Call = {}) =>
  world.call<User>('PATCH /v1/clients/{clientId}/users/{userId}', {
    claims: supervisor,
    params: { clientId, userId },
    body: { role: 'clientAdmin' },
    ifMatch: '"1"',
    ...call,
  });
const list = (query: Record<string, string> = {}, claims = supervisor, of = clientId) =>
  world.call<Page<User>>('GET /v1/clients/{clientId}/users', { claims, params: { clientId: of }, query });

describe('a change of role', () => {
  it('holds from the next request on', async () => {
    const { id } = await invite();
    const staffId = await world.aStaffRow(clientId);

    const changed = await change(id, { body: { role: 'staffMember', staffId } });

    expect(changed.status).toBe(200);
    expect(changed.etag).toBe('"2"');
    expect(changed.body).toMatchObject({ id, name: 'Karin Ek', role: 'staffMember', staffId, version: 2 });
    expect((await list({}, portalClaims(id, [clientId]))).status).toBe(403);
  });

  it('gives the right to set absences of colleagues, and takes it where the new role does not say it', async () => {
    const { id } = await invite();
    const staffId = await world.aStaffRow(clientId);

    const given = await change(id, { body: { role: 'staffMember', staffId, setsAbsences: true } });
    const taken = await change(id, { body: { role: 'staffMember', staffId }, ifMatch: '"2"' });
    const admin = await change(id, { body: { role: 'clientAdmin', setsAbsences: true }, ifMatch: '"3"' });

    expect([given.body.setsAbsences, taken.body.setsAbsences]).toEqual([true, false]);
    expect(admin.status).toBe(400);
    const rows = (await world.rows('records')).filter(({ kind, sk }) => kind === 'membership' && sk === id);
    expect(rows.map((row) => 'setsAbsences' in row)).toEqual([false]);
  });

  it('renews the key of the membership: the name in an older copy of the row is noise', async () => {
    const { id } = await invite();
    const keyOf = async () => (await world.rows('registerKeys')).find(({ pk }) => pk === `MEMBERS#${clientId}`)?.key;
    const before = await keyOf();

    await change(id);

    expect(before).toBeInstanceOf(Uint8Array);
    expect(await keyOf()).not.toEqual(before);
    expect((await list()).body.items).toMatchObject([{ id, name: 'Karin Ek' }]);
  });

  it('takes the staff member away that it does not name', async () => {
    const { id } = await invite();
    const staffId = await world.aStaffRow(clientId);
    await change(id, { body: { role: 'clientAdmin', staffId } });

    expect((await change(id, { ifMatch: '"2"' })).body.staffId).toBeNull();
  });

  it('is refused without the version that was read, or with another', async () => {
    const { id } = await invite();
    await change(id);

    const without = await world.call('PATCH /v1/clients/{clientId}/users/{userId}', {
      claims: supervisor,
      params: { clientId, userId: id },
      body: { role: 'clientAdmin' },
    });
    expect(without.status).toBe(428);
    expect((await change(id)).status).toBe(412);
  });

  it('wins once, of ten at once', async () => {
    const { id } = await invite();

    const answers = await Promise.all(Array.from({ length: 10 }, () => change(id)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(412)]);
  });

  it('is refused for unknown staff and unknown users', async () => {
    const { id } = await invite();
    const foreign = await world.aStaffRow(await world.aClientRow());

    const staff = await change(id, { body: { role: 'staffMember', staffId: foreign } });

    expect([staff.status, codeOf(staff)]).toEqual([422, 'unknown-staff']);
    expect((await change('usr_01ARZ3NDEKTSV4RRFFQ69G5FAV')).status).toBe(404);
    expect((await change('usr_nobody')).status).toBe(404);
  });

  it('is for the own client admin and supervisors', async () => {
    const { id } = await invite();
    const own = await portalPerson(world, clientId, 'clientAdmin');
    const foreign = await portalPerson(world, await world.aClientRow(), 'clientAdmin');

    expect((await change(id, { claims: foreign })).status).toBe(404);
    expect((await change(id, { claims: await servicePerson(world, 'operator') })).status).toBe(403);
    expect((await change(id, { claims: own })).status).toBe(200);
  });

  it('costs one read and one write request', async () => {
    const { id } = await invite();

    const { tally } = await world.meter.measure(() => change(id));

    expect(tally.requests).toEqual({ BatchGetItem: 1, TransactWriteItems: 1 });
    expect(tally.writeUnits).toBe(7);
  });

  it('makes a supervisor of an operator, and the first one an operator then', async () => {
    const body = { email: 'o@answeronline.example', name: 'Ola', role: 'operator' };
    const { id } = (await world.call<Operator>('POST /v1/operators', { claims: supervisor, body })).body;
    const patch = (userId: string, role: string) =>
      world.call<Operator>('PATCH /v1/operators/{userId}', {
        claims: supervisor,
        params: { userId },
        body: { role },
        ifMatch: '"1"',
      });

    expect((await patch(id, 'supervisor')).body).toMatchObject({ id, role: 'supervisor', version: 2 });
    expect((await patch(first, 'operator')).status).toBe(200);
    expect((await patch(id, 'operator')).status).toBe(403);
  });
});

describe('a list', () => {
  it('shows the newest account first, page by page', async () => {
    const invited: string[] = [];
    for (let n = 0; n < 5; n++) {
      world.clock.advance(1_000);
      invited.unshift((await invite(`user-${n}@nordvik.example`)).id);
    }

    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<User> = (await list({ limit: '2', ...(cursor !== null && { cursor }) })).body;
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    } while (cursor !== null);

    expect(seen).toEqual(invited);
  });

  it('refuses the cursor of another client', async () => {
    await invite('a@nordvik.example');
    await invite('b@nordvik.example');
    const { nextCursor } = (await list({ limit: '1' })).body;

    const refused = await list({ cursor: String(nextCursor) }, supervisor, await world.aClientRow());

    expect([refused.status, codeOf(refused)]).toEqual([400, 'invalid-cursor']);
  });

  it('is empty for a client without users, and missing for one that does not exist', async () => {
    expect((await list()).body).toEqual({ items: [], nextCursor: null });
    expect((await list({}, supervisor, 'cli_01ARZ3NDEKTSV4RRFFQ69G5FAV')).status).toBe(404);
  });

  it('of people of the service is for supervisors', async () => {
    const operators = (claims: Claims) => world.call<Page<Operator>>('GET /v1/operators', { claims });

    expect((await operators(await portalPerson(world, clientId, 'clientAdmin'))).status).toBe(403);
    expect((await operators(supervisor)).body.items).toEqual([
      {
        id: first,
        email: 'first@answeronline.example',
        name: 'Första',
        role: 'supervisor',
        state: 'active',
        invitedAt: '2026-11-23T08:00:00.000Z',
        version: 1,
      },
    ]);
  });

  it('costs a query of the page, one of its keys, and one read request for 50 users', async () => {
    await invite();

    const { tally } = await world.meter.measure(() => list());

    expect(tally.requests).toEqual({ BatchGetItem: 2, Query: 2 });
  });
});
