// Staff members over HTTP: from the first day to the last.
import { beforeAll, describe, expect, test } from 'vitest';
import { aClient } from '#test/support/builders/clients.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';
import { type HttpWorld, type Json, newAddress, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

let world: HttpWorld;

beforeAll(async () => {
  world = await openWorld({ ...aClient(), numbers: [] });
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
      delivery: { normal: [{ channels: ['email', 'sms'], waitMinutes: 10 }] },
    });
  });

  test('is shown to an operator with what may be told or connected to, and to a colleague with what may be told', async () => {
    const { body } = await add();
    const { body: hidden } = await add({ protected: true });
    const { token: colleague } = await world.addUser('staffMember', await world.addStaff({ name: 'Tuva' }));
    const operator = await world.operator();
    const shown = async (id: string, token: string) => {
      const { body: seen } = await world.call('GET', world.path(`/staff/${id}?why=clientAsked`), { token });
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

  test('who is erased is gone: 410 with the time wherever named, and in no list', async () => {
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
  });

  test('who is erased leads to a replacement, or to the general inbox', async () => {
    const stays = newAddress('disa');
    expectRecipients(stays, 'info@nordvik.example', '+46701740606');
    const bo = await world.addStaff({ name: 'Disa Dahl', emails: [{ address: stays }] });
    const steps = [{ channels: ['email'], to: 'generalInbox' }];
    const [replaced, gone] = [(await add()).body.id, (await add()).body.id];
    const planned = await add({ delivery: { normal: [{ channels: ['email'], to: { staffId: replaced } }, ...steps] } });

    const preview = await world.call('GET', world.path(`/staff/${replaced}/erasure`));
    const wrong = await world.call('DELETE', world.path(`/staff/${replaced}?replacement=${replaced}`));
    const erased = [
      await world.call('DELETE', world.path(`/staff/${replaced}?replacement=${bo}`)),
      await world.call('DELETE', world.path(`/staff/${gone}`)),
    ];
    const taken = await Promise.all(
      [replaced, gone, planned.body.id].map((staffId) => world.take({ staffId, matter: 'x' })),
    );

    expect(preview.body).toMatchObject({
      plans: [{ staffId: planned.body.id, name: planned.body.name, urgencies: ['normal'] }],
      generalInbox: true,
    });
    expect(wrong).toMatchObject({ status: 400, body: { errors: [{ pointer: 'query/replacement' }] } });
    expect(erased.map(({ status }) => status)).toEqual([204, 204]);
    expect(taken.map(({ body }) => [body.staffId, body.deliveries[0].viaStaffId ?? null])).toEqual([
      [bo, null],
      [null, null],
      [planned.body.id, bo],
    ]);
  });

  test('who is protected is on record with each reading, for those who look after it', async () => {
    const { body } = await add({ protected: true });
    const token = await world.operator();
    const refused = await world.call('GET', world.path(`/staff/${body.id}`), { token });
    await world.call('GET', world.path(`/staff/${body.id}?why=complaint`), { token });

    const { body: page } = await world.call('GET', world.path('/audit'), { token: await world.privacyOfficer() });

    const readings = page.items.filter(({ recordId, why }: Json) => recordId === body.id && why !== null);
    expect([refused.status, refused.body.code]).toEqual([409, 'reason-required']);
    expect(readings).toMatchObject([
      { role: 'operator', by: expect.stringMatching(/^usr_/) as string, act: 'readStaffMember', why: 'complaint' },
    ]);
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

    expect(changed.body.delivery.normal).toEqual([{ channels: ['email'], waitMinutes: 10 }]);
  });
});
