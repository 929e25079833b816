// Users: invited, given another role, withdrawn; what was decided holds at the next request, whatever the token says.
import { beforeAll, describe, expect, test } from 'vitest';
import { type HttpWorld, type Json, made, newAddress, openWorld } from '#test/support/http-world.ts';

let world: HttpWorld;

beforeAll(async () => {
  world = await openWorld();
});

const invite = async (body: object = {}) => {
  const email = newAddress('ulla');
  const user = await made(
    world.call('POST', world.path('/users'), { body: { email, name: 'Ulla Öst', role: 'clientAdmin', ...body } }),
  );
  return { email, user, token: await world.runner.userToken(email) };
};
const etag = ({ version }: Json) => `"${version}"`;
const mayAddStaff = async (token: string) =>
  (await world.call('POST', world.path('/staff'), { token, body: { name: 'Tuva' } })).status;

describe('a user of a client', () => {
  test('is invited by an admin of the client, and is let in', async () => {
    const { token: admin } = await invite();
    const email = newAddress('Invited');

    const invited = await world.call('POST', world.path('/users'), {
      token: admin,
      body: { email, name: 'Ivar', role: 'clientAdmin' },
    });
    const token = await world.runner.userToken(email.toLowerCase());

    expect(invited).toMatchObject({
      status: 201,
      body: { email: email.toLowerCase(), name: 'Ivar', role: 'clientAdmin', staffId: null, state: 'active' },
    });
    expect((await world.call('GET', world.path(), { token })).status).toBe(200);
  });

  test('is listed, and is a member once', async () => {
    const { email, user } = await invite();

    const again = await world.call('POST', world.path('/users'), { body: { email, name: 'U', role: 'clientAdmin' } });
    const list = await made(world.call('GET', world.path('/users?limit=100')), 200);

    expect(again).toMatchObject({ status: 409, body: { code: 'already-member' } });
    expect(list.items.filter((one: Json) => one.id === user.id)).toEqual([user]);
  });

  test('has another role from the next request on, with the same token', async () => {
    const { user, token } = await invite();
    const staffId = await world.addStaff({ name: 'Ulla Öst' });
    const before = await mayAddStaff(token);

    const changed = await world.call('PATCH', world.path(`/users/${user.id}`), {
      body: { role: 'staffMember', staffId },
      ifMatch: etag(user),
    });

    expect(before).toBe(201);
    expect(changed).toMatchObject({ status: 200, body: { role: 'staffMember', staffId, version: user.version + 1 } });
    expect(await mayAddStaff(token)).toBe(403);
    expect((await world.call('GET', world.path(`/staff/${staffId}`), { token })).body.delivery).toBeDefined();
  });

  test('says of colleagues when they are away, for as long as the role says so, and writes nothing else of theirs', async () => {
    const staffId = await world.addStaff({ name: 'Ulla Öst' });
    const colleague = await world.addStaff({ name: 'Åke Öhman' });
    const { user, token } = await invite({ role: 'staffMember', staffId, setsAbsences: true });
    const path = world.path(`/staff/${colleague}`);
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const setAbsence = () => world.call('PUT', `${path}/absence`, { token, body: { reason: 'meeting', until } });

    const set = await setAbsence();
    const edited = await world.call('PATCH', path, {
      token,
      body: { absences: [] },
      ifMatch: set.headers.get('etag') ?? '',
    });
    const back = await world.call('DELETE', `${path}/absence`, { token });
    const role = { role: 'staffMember', staffId };
    await made(world.call('PATCH', world.path(`/users/${user.id}`), { body: role, ifMatch: etag(user) }), 200);
    const after = await setAbsence();

    expect(user.setsAbsences).toBe(true);
    expect(set).toMatchObject({ status: 200, body: { absence: { reason: 'meeting' }, absences: [{ until }] } });
    expect([edited.status, back.status, after.status]).toEqual([403, 204, 403]);
  });

  test('is refused at the next request after the withdrawal, and with a new token too', async () => {
    const { email, user, token } = await invite();

    const withdrawn = await world.call('DELETE', world.path(`/users/${user.id}`));
    const next = await world.call('GET', world.path(), { token });
    const list = await world.call('GET', '/clients', { token });

    expect(withdrawn.status).toBe(204);
    expect(next).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(list).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    await expect(world.runner.userToken(email)).rejects.toThrow('nobody here');
    expect((await world.call('DELETE', world.path(`/users/${user.id}`))).status).toBe(404);
  });

  test('may be invited again after a withdrawal, as somebody new', async () => {
    const { email, user } = await invite();
    await world.call('DELETE', world.path(`/users/${user.id}`));

    const again = await made(
      world.call('POST', world.path('/users'), { body: { email, name: 'Ulla', role: 'clientAdmin' } }),
    );

    expect(again.id).not.toBe(user.id);
    expect(await mayAddStaff(await world.runner.userToken(email))).toBe(201);
  });

  test('of two clients reaches both, and after one withdrawal only the other', async () => {
    const other = await openWorld();
    const { email, user } = await invite();
    const second = await made(
      other.call('POST', other.path('/users'), { body: { email, name: 'Ulla', role: 'clientAdmin' } }),
    );
    const token = await world.runner.userToken(email);
    const statuses = async () =>
      Promise.all([world.path(), other.path()].map(async (path) => (await world.call('GET', path, { token })).status));
    const before = await statuses();

    await world.call('DELETE', world.path(`/users/${user.id}`));

    expect(second.id).toBe(user.id);
    expect(before).toEqual([200, 200]);
    expect(await statuses()).toEqual([403, 200]);
  });

  test('who is a staff member sees own messages only, and changes own contacts only', async () => {
    const staffId = await world.addStaff({ name: 'Disa' });
    const colleague = await world.addStaff({ name: 'Tuva' });
    const { token } = await invite({ role: 'staffMember', staffId });
    const path = (id: string) => world.path(`/staff/${id}`);
    const body = { phones: [{ number: '08-465 004 91' }] };

    const [own, others, name, list] = await Promise.all([
      world.call('PATCH', path(staffId), { token, body, ifMatch: '"1"' }),
      world.call('PATCH', path(colleague), { token, body, ifMatch: '"1"' }),
      world.call('PATCH', path(staffId), { token, body: { name: 'Dr Disa' }, ifMatch: '"1"' }),
      world.call('GET', world.path(`/messages?staffId=${colleague}`), { token }),
    ]);

    expect([own.status, others.status, name.status, list.status]).toEqual([200, 403, 403, 403]);
    expect(name.body.errors).toMatchObject([{ pointer: '/name' }]);
  });

  test.for([{ role: 'staffMember' }, { role: 'operator' }, { role: 'clientAdmin', staffId: 'disa' }])(
    'is not invited as %j',
    async (body) => {
      const answer = await world.call('POST', world.path('/users'), {
        body: { email: newAddress('x'), name: 'X', ...body },
      });

      expect(answer.status).toBe(400);
    },
  );

  test('is no staff member whom nobody knows', async () => {
    const body = { email: newAddress('x'), name: 'X', role: 'staffMember', staffId: `stf_${'0'.repeat(26)}` };

    const answer = await world.call('POST', world.path('/users'), { body });

    expect(answer).toMatchObject({ status: 422, body: { code: 'unknown-staff', errors: [{ pointer: '/staffId' }] } });
  });
});

describe('a person of the service', () => {
  const operator = async (role: string) => {
    const email = newAddress('desk');
    const one = await made(world.call('POST', '/operators', { body: { email, name: 'Olle', role } }));
    return { email, one, token: await world.runner.userToken(email) };
  };

  test('has another role from the next request on, and is refused after the withdrawal', async () => {
    const { one, token } = await operator('operator');
    const mayListOperators = async () => (await world.call('GET', '/operators', { token })).status;
    const asOperator = await mayListOperators();

    await made(world.call('PATCH', `/operators/${one.id}`, { body: { role: 'supervisor' }, ifMatch: etag(one) }), 200);
    const asSupervisor = await mayListOperators();
    await made(world.call('DELETE', `/operators/${one.id}`), 204);

    expect([asOperator, asSupervisor, await mayListOperators()]).toEqual([403, 200, 403]);
    expect(await world.call('GET', world.path(), { token })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
  });

  test('is nobody of a client, and the other way round', async () => {
    const { email } = await operator('operator');
    const { email: ofClient } = await invite();

    const [asUser, asOperator] = await Promise.all([
      world.call('POST', world.path('/users'), { body: { email, name: 'X', role: 'clientAdmin' } }),
      world.call('POST', '/operators', { body: { email: ofClient, name: 'X', role: 'operator' } }),
    ]);

    expect([asUser.body.code, asOperator.body.code]).toEqual(['other-door', 'other-door']);
  });

  test('who is the last supervisor stays one', async () => {
    const { items } = await made(world.call('GET', '/operators?limit=100'), 200);
    const supervisors = items.filter((one: Json) => one.role === 'supervisor');
    expect(supervisors).toHaveLength(1);

    const [withdrawn, changed] = await Promise.all([
      world.call('DELETE', `/operators/${supervisors[0].id}`),
      world.call('PATCH', `/operators/${supervisors[0].id}`, {
        body: { role: 'operator' },
        ifMatch: etag(supervisors[0]),
      }),
    ]);

    expect(withdrawn).toMatchObject({ status: 409, body: { code: 'last-supervisor' } });
    expect(changed).toMatchObject({ status: 409, body: { code: 'last-supervisor' } });
  });
});
