// Machine clients: their own secret gives them a token by client credentials, for the scopes and clients they have.
import { beforeAll, expect, test } from 'vitest';
import { addMachine, type HttpWorld, made, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

const MACHINES_MORE_THAN_PLACES = 12;

let world: HttpWorld;
let other: HttpWorld;

beforeAll(async () => {
  [world, other] = await Promise.all([openWorld(), openWorld()]);
});

test('a machine client asks for a token with its own secret, and reaches the clients it is bound to', async () => {
  const machine = await addMachine(world, [world.clientId], ['directory.read', 'directory.write']);
  const { token } = machine;

  const [own, foreign, list] = await Promise.all([
    world.call('GET', world.path(), { token }),
    world.call('GET', other.path(), { token }),
    world.call('GET', '/clients', { token }),
  ]);

  await machine.remove();
  expect([own.status, foreign.status]).toEqual([200, 404]);
  expect(list.body.items.map(({ id }: { id: string }) => id)).toEqual([world.clientId]);
  expect(own.body).not.toHaveProperty('contacts');
});

test('a wrong secret gets no token', async () => {
  const machine = await addMachine(world, [world.clientId], ['directory.read']);

  const refused = await machine.askForToken('wrong');

  await machine.remove();
  expect(refused).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
});

test('a token carries no scope that the machine client was not given, even if it asks for it', async () => {
  const machine = await addMachine(world, [world.clientId], ['directory.read']);

  const asked = await machine.askForToken(
    machine.clientSecret,
    'answeronline/directory.read answeronline/messages.read',
  );
  const { access_token: token } = asked.body;
  const messages = await world.call('GET', world.path('/messages'), { token });

  await machine.remove();
  expect(messages).toMatchObject({ status: 403, text: '{"message":"Forbidden"}' });
});

test.for(['answeronline/access.manage', 'answeronline/directory.read openid', 'nonsense'])(
  'a scope that no machine client may have is refused: %s',
  async (scope) => {
    const machine = await addMachine(world, [world.clientId], ['directory.read']);

    const refused = await machine.askForToken(machine.clientSecret, scope);

    await machine.remove();
    expect(refused).toMatchObject({ status: 400, body: { error: 'invalid_scope' } });
  },
);

test('a machine client takes messages in its own name', async () => {
  expectRecipients('vaxel@kvarngardet.example');
  const staffed = await openWorld({ generalInbox: { emails: ['vaxel@kvarngardet.example'] } });
  const machine = await addMachine(staffed, [staffed.clientId], ['messages.write']);

  const taken = await staffed.take({ matter: 'Ring mig' }, { token: machine.token });

  await machine.remove();
  expect(taken).toMatchObject({ status: 201, body: { takenBy: machine.machineId } });
});

test('a machine client that was deleted is refused at the next request, and its secret is worth nothing', async () => {
  const machine = await addMachine(world, [world.clientId], ['directory.read']);
  const before = await world.call('GET', world.path(), { token: machine.token });

  const deleted = await machine.remove();
  const next = await world.call('GET', '/clients', { token: machine.token });
  const again = await machine.askForToken();

  expect([before.status, deleted.status]).toEqual([200, 204]);
  expect(next).toMatchObject({ status: 403, body: { code: 'forbidden' } });
  expect(again).toMatchObject({ status: 401, body: { error: 'invalid_client' } });
  expect((await machine.remove()).status).toBe(404);
});

test('the token of one that was deleted is not good for the next one in its place', async () => {
  const first = await addMachine(world, [world.clientId], ['directory.read']);
  await first.remove();
  const machines = [];
  try {
    for (let n = 0; n < MACHINES_MORE_THAN_PLACES; n++) {
      const next = await addMachine(other, [other.clientId], ['directory.read']);
      machines.push(next);
      if (next.oauthClientId === first.oauthClientId) break;
    }

    const [own, others] = await Promise.all([
      world.call('GET', world.path(), { token: first.token }),
      world.call('GET', other.path(), { token: first.token }),
    ]);

    expect(machines.at(-1)?.oauthClientId).toBe(first.oauthClientId);
    expect([own.status, others.status].every((status) => status === 403 || status === 404)).toBe(true);
  } finally {
    await Promise.all(machines.map(({ remove }) => remove()));
  }
});

test('a secret is told once', async () => {
  const key = crypto.randomUUID();
  const body = { name: 'CRM', scopes: ['directory.read'], clientIds: [world.clientId] };

  const first = await made(world.call('POST', '/machine-clients', { body, key }));
  const second = await made(world.call('POST', '/machine-clients', { body, key }));
  const mismatch = await world.call('POST', '/machine-clients', { body: { ...body, name: 'ERP' }, key });

  await world.call('DELETE', `/machine-clients/${first.machineId}`);
  const { clientSecret, ...rest } = first;
  expect(clientSecret).toMatch(/\S{20,}/);
  expect(second).toEqual(rest);
  expect(mismatch).toMatchObject({ status: 422, body: { code: 'idempotency-mismatch' } });
});

test('when every place is taken, it says so; and a place that is given back can be had', async () => {
  const body = { name: 'CRM', scopes: ['directory.read'], clientIds: [world.clientId] };
  const taken: string[] = [];
  let refused = await world.call('POST', '/machine-clients', { body });
  while (refused.status === 201 && taken.length < MACHINES_MORE_THAN_PLACES) {
    taken.push(refused.body.machineId);
    refused = await world.call('POST', '/machine-clients', { body });
  }
  const given = await Promise.all(taken.map((machineId) => world.call('DELETE', `/machine-clients/${machineId}`)));

  expect(refused).toMatchObject({ status: 409, body: { code: 'no-machine-place' } });
  expect(taken).not.toEqual([]);
  expect(given.map(({ status }) => status)).toEqual(taken.map(() => 204));
  await (await addMachine(world, [world.clientId], ['directory.read'])).remove();
});

test.for([
  [{ scopes: ['access.manage'] }, 400, '/scopes/0'],
  [{ scopes: [] }, 400, '/scopes'],
  [{ clientIds: [] }, 400, '/clientIds'],
  [{ clientIds: [`cli_${'0'.repeat(26)}`] }, 422, '/clientIds/0'],
] as const)('a machine client cannot be made with %j', async ([change, status, pointer]) => {
  const body = { name: 'CRM', scopes: ['directory.read'], clientIds: [world.clientId], ...change };

  const answer = await world.call('POST', '/machine-clients', { body });

  expect(answer).toMatchObject({ status, body: { errors: [{ pointer }] } });
});
