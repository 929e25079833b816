// Clients over HTTP: found by what callers dial or say, changed, and shown by role.
import { beforeAll, describe, expect, test } from 'vitest';
import { aClient } from '#test/support/builders/clients.ts';
import { type HttpWorld, type Json, made, openWorld } from '#test/support/http-world.ts';

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
    await made(moving.call('PATCH', moving.path(), { body: { numbers: [] }, ifMatch: '"2"' }), 200);

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
      other.call('PATCH', other.path(), { body: { legalName: null, contacts: [{ name: 'Åsa' }] }, ifMatch: '"2"' }),
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
