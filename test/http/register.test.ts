// The register over HTTP: clients found by what callers dial or say, and staff members from the first day to the last.
import { beforeAll, describe, expect, test } from 'vitest';
import { aClient } from '#test/support/builders/clients.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';
import { type HttpWorld, type Json, made, newAddress, openWorld } from '#test/support/http-world.ts';

let world: HttpWorld;

beforeAll(async () => {
  world = await openWorld({
    ...aClient(),
    name: 'Öbergs Plåt',
    numbers: [{ number: '08-465 004 85', answerPhrase: 'Öbergs' }],
  });
});

const search = async (body: object, token?: string) =>
  (await made(world.call('POST', '/clients/search', { body, token }), 200)).items;

describe('a client', () => {
  test.for(['08-465 004 85', '+46 8 465 004 85', '084650 0485', '0046846500485'])(
    'is found by the number that was called: %s',
    async (number) => {
      expect((await search({ number }, await world.operator())).map(({ id }: Json) => id)).toEqual([world.clientId]);
    },
  );

  test.for(['öbergs plåt', 'OBERGS', 'plåt härnö', '402000-0107'])(
    'is found by text, without case and accents: %s',
    async (text) => {
      expect((await search({ text })).map(({ id }: Json) => id)).toContain(world.clientId);
    },
  );

  test.for([{ number: '08-465 004 99' }, { number: '112' }, { text: 'finns inte alls' }])(
    'is not found by %j',
    async (body) => {
      expect(await search(body)).toEqual([]);
    },
  );

  test('has its numbers alone: another one is refused them, with a pointer, also at once', async () => {
    const numbers = [{ number: '08-465 004 86' }, { number: '08-465 004 85' }];

    const refused = await world.call('POST', '/clients', { body: { name: 'Annan', numbers } });
    const race = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        world.call('POST', '/clients', { body: { name: `Tävlan ${n}`, numbers: [{ number: '08-465 004 86' }] } }),
      ),
    );

    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'number-taken', errors: [{ pointer: '/numbers/1/number' }] },
    });
    expect(race.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  });

  test('gives back a number that it no longer has', async () => {
    const moving = await openWorld({ numbers: [{ number: '08-465 004 87' }] });
    await made(moving.call('PATCH', moving.path(), { body: { numbers: [] }, ifMatch: '"1"' }), 200);

    const next = await made(
      world.call('POST', '/clients', { body: { name: 'Nästa', numbers: [{ number: '08-465 004 87' }] } }),
    );

    expect((await search({ number: '08-465 004 87' })).map(({ id }: Json) => id)).toEqual([next.id]);
  });

  test('is changed field by field: what is absent stays, null clears, lists are replaced', async () => {
    const other = await openWorld({
      town: 'Kalmar',
      legalName: 'Bageriet AB',
      generalInbox: { emails: ['a@nordvik.example'] },
    });
    const before = await made(other.call('GET', other.path()), 200);

    const after = await made(
      other.call('PATCH', other.path(), { body: { legalName: null, contacts: [{ name: 'Åsa' }] }, ifMatch: '"1"' }),
      200,
    );

    expect(after).toEqual({
      ...before,
      legalName: null,
      contacts: [{ name: 'Åsa', title: null, email: null, phone: null }],
      updatedAt: after.updatedAt,
    });
  });

  test('keeps what was agreed on: its admin changes the rest', async () => {
    const { token } = await world.addUser('clientAdmin');
    const { headers } = await world.call('GET', world.path());
    const ifMatch = headers.get('etag') ?? '';
    const agreed = { status: 'paused', organisationNumber: null, numbers: [] };

    const refused = await world.call('PATCH', world.path(), { token, body: agreed, ifMatch });
    const allowed = await world.call('PATCH', world.path(), { token, body: { town: 'Sundsvall' }, ifMatch });

    expect(refused).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(refused.body.errors.map(({ pointer }: Json) => pointer)).toEqual([
      '/status',
      '/organisationNumber',
      '/numbers',
    ]);
    expect(allowed.status).toBe(200);
  });

  test('shows its contacts and its inbox by role', async () => {
    const staffId = await world.addStaff({ name: 'Disa' });
    const { token: staffMember } = await world.addUser('staffMember', staffId);
    const seenBy = async (token: string) => (await world.call('GET', world.path(), { token })).body;

    expect(await seenBy(world.supervisor)).toMatchObject({
      generalInbox: {},
      contacts: [{}],
      organisationNumber: '402000-0107',
    });
    const operator = await seenBy(await world.operator());
    expect(operator).toHaveProperty('contacts');
    expect(operator).not.toHaveProperty('generalInbox');
    const colleague = await seenBy(staffMember);
    for (const field of ['generalInbox', 'contacts', 'organisationNumber']) expect(colleague).not.toHaveProperty(field);
  });
});

describe('a staff member', () => {
  const add = (changes: object = {}) =>
    world.call('POST', world.path('/staff'), { body: { ...aStaffMember(), ...changes } });

  test('is kept with every field, numbers in E.164', async () => {
    const { status, body, headers } = await add();
    const read = await world.call('GET', world.path(`/staff/${body.id}`));

    expect(status).toBe(201);
    expect(read.body).toEqual(body);
    expect(read.headers.get('etag')).toBe(headers.get('etag'));
    expect(body).toMatchObject({
      ...aStaffMember(),
      phones: [
        { label: 'Mobil', number: '+46701740607', mayTell: false, mayConnect: true },
        { label: 'Växel', number: '+46846500402', mayTell: true, mayConnect: false },
        { label: 'Privat', number: '+46701740608', mayTell: false, mayConnect: false },
      ],
      emails: [{}, { mayTell: false }],
      delivery: { normal: [{ channels: ['email', 'sms'], waitMinutes: 0 }] },
    });
  });

  test('is shown to an operator with what may be told or connected to, and to a colleague with what may be told', async () => {
    const { body } = await add();
    const { body: hidden } = await add({ protected: true });
    const { token: colleague } = await world.addUser('staffMember', await world.addStaff({ name: 'Tuva' }));
    const operator = await world.operator();
    const shown = async (id: string, token: string) => {
      const { body: seen } = await world.call('GET', world.path(`/staff/${id}`), { token });
      expect(seen).not.toHaveProperty('delivery');
      return [...seen.phones.map(({ number }: Json) => number), ...seen.emails.map(({ address }: Json) => address)];
    };

    expect(await shown(body.id, operator)).toEqual(['+46701740607', '+46846500402', 'anna-karin@nordvik.example']);
    expect(await shown(body.id, colleague)).toEqual(['+46846500402', 'anna-karin@nordvik.example']);
    expect(await shown(hidden.id, operator)).toEqual([]);
    expect(await shown(hidden.id, colleague)).toEqual([]);
  });

  test('is away until a time, and back at once when somebody says so', async () => {
    const { body } = await add();
    const token = await world.operator();
    const path = world.path(`/staff/${body.id}`);
    const absence = { reason: 'meeting', until: new Date(Date.now() + 3_600_000).toISOString(), note: 'Åter 13.00' };

    const away = await world.call('PUT', `${path}/absence`, { token, body: absence });
    const back = await world.call('DELETE', `${path}/absence`, { token });

    expect(away).toMatchObject({ status: 200, body: { absence } });
    expect(back.status).toBe(204);
    expect((await world.call('GET', path)).body.absence).toBeNull();
  });

  test('who is erased is gone: 410 with the time wherever named, in no list, and never a recipient', async () => {
    const { body } = await add();
    const path = world.path(`/staff/${body.id}`);

    const erased = await world.call('DELETE', path);
    const again = await world.call('DELETE', path);
    const [read, changed, absent] = await Promise.all([
      world.call('GET', path),
      world.call('PATCH', path, { body: { name: 'Ny' }, ifMatch: '"1"' }),
      world.call('DELETE', `${path}/absence`),
    ]);
    const list = await world.call('GET', world.path('/staff?limit=100'));

    expect([erased.status, again.status]).toEqual([204, 204]);
    for (const answer of [read, changed, absent])
      expect(answer).toMatchObject({ status: 410, body: { code: 'erased', erasedAt: expect.any(String) as string } });
    expect(list.text).not.toContain(body.id);
    expect((await world.take({ staffId: body.id, matter: 'x' })).body.code).toBe('unknown-staff');
  });

  test('who leaves a contact is no longer written to at it', async () => {
    const chosen = newAddress('disa');
    const emails = [{ address: chosen }, { address: newAddress('disa') }];
    const delivery = { normal: [{ channels: ['email'], contacts: [chosen] }] };
    const { body } = await add({ emails, delivery });

    const changed = await world.call('PATCH', world.path(`/staff/${body.id}`), {
      body: { emails: emails.slice(1) },
      ifMatch: '"1"',
    });

    expect(changed.body.delivery.normal).toEqual([{ channels: ['email'], waitMinutes: 0 }]);
  });
});
