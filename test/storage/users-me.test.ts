// Who I am: what the portal is told before it shows anything.
import { beforeEach, expect, it } from 'vitest';
import { serveDirectory } from '#api/directory.ts';
import { type SupervisedWorld, supervisedWorld } from '#test/support/access-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { type Caller, type Claims, callerOf, codeOf, portalClaims, serviceClaims } from '#test/support/http-call.ts';
import { machine } from '#test/support/people.ts';
import type { Me, Operator, User } from '#users/schema.ts';

const engine = useEngine();
let world: SupervisedWorld;
let directory: Caller;

beforeEach(async () => {
  world = await supervisedWorld(engine);
  directory = callerOf(serveDirectory(() => world.app));
});

const aClient = async (name: string) =>
  (await directory<{ id: string }>('POST /v1/clients', { claims: world.supervisor, body: { name } })).body.id;
const invite = async (clientId: string, more: object = {}, name = 'Karin Ek') => {
  const body = { email: 'karin@nordvik.example', name, role: 'clientAdmin', ...more };
  return (await world.invite({ params: { clientId }, body })).body;
};
const me = (claims: Claims) => world.call<Me>('GET /v1/me', { claims });
const withdraw = ({ id }: User, clientId: string) =>
  world.call('DELETE /v1/clients/{clientId}/users/{userId}', {
    claims: world.supervisor,
    params: { clientId, userId: id },
  });

it('tells a person of the service the door of the desk and the role, and names no client', async () => {
  const person = { email: 'olle@answeronline.example', name: 'Olle Ö', role: 'operator' };
  const { id: userId } = (await world.call<Operator>('POST /v1/operators', { claims: world.supervisor, body: person }))
    .body;

  const { status, body } = await me(serviceClaims(userId));

  expect(status).toBe(200);
  expect(body).toEqual({
    userId,
    name: 'Olle Ö',
    email: 'olle@answeronline.example',
    door: 'desk',
    role: 'operator',
    memberships: [],
    retentionMonths: 6,
  });
});

it('tells a user of two clients both, with the role, the name and the status of each', async () => {
  const [nordvik, sodra] = [await aClient('Nordvik Bygg'), await aClient('Södra Tand')];
  const staffId = await world.aStaffRow(sodra);
  const { id } = await invite(nordvik);
  await invite(sodra, { role: 'staffMember', staffId, setsAbsences: true }, 'Karin');
  await directory('PATCH /v1/clients/{clientId}', {
    claims: world.supervisor,
    params: { clientId: sodra },
    body: { status: 'paused' },
    ifMatch: '"1"',
  });

  const { body } = await me(portalClaims(id, [nordvik, sodra]));

  expect(body).toMatchObject({ userId: id, name: 'Karin Ek', email: 'karin@nordvik.example', door: 'portal' });
  expect(body.role).toBeNull();
  expect(body.memberships).toEqual([
    {
      clientId: nordvik,
      clientName: 'Nordvik Bygg',
      status: 'active',
      role: 'clientAdmin',
      staffId: null,
      setsAbsences: false,
      maySign: false,
      agreed: false,
    },
    {
      clientId: sodra,
      clientName: 'Södra Tand',
      status: 'paused',
      role: 'staffMember',
      staffId,
      setsAbsences: true,
      maySign: false,
      agreed: false,
    },
  ]);
});

it('forgets a client from the withdrawal on, with the same token, and then everything', async () => {
  const [nordvik, sodra] = [await aClient('Nordvik Bygg'), await aClient('Södra Tand')];
  const user = await invite(nordvik);
  await invite(sodra);
  const claims = portalClaims(user.id, [nordvik, sodra]);

  await withdraw(user, nordvik);
  const one = await me(claims);
  await withdraw(user, sodra);
  const none = await me(claims);

  expect(one.body.memberships.map(({ clientName }) => clientName)).toEqual(['Södra Tand']);
  expect([none.status, codeOf(none)]).toEqual([403, 'forbidden']);
});

it('names no client that the token is not bound to', async () => {
  const [nordvik, sodra] = [await aClient('Nordvik Bygg'), await aClient('Södra Tand')];
  const { id } = await invite(nordvik);
  await invite(sodra);

  const { body } = await me(portalClaims(id, [nordvik]));

  expect(body.memberships.map(({ clientId }) => clientId)).toEqual([nordvik]);
});

it('is nothing for machine clients', async () => {
  const refused = await me(await machine(world, [world.clientId]));

  expect([refused.status, codeOf(refused)]).toEqual([403, 'forbidden']);
});

it('costs two batch reads: 3 units for the person, 4 for each client', async () => {
  const [nordvik, sodra] = [await aClient('Nordvik Bygg'), await aClient('Södra Tand')];
  const { id } = await invite(nordvik);
  await invite(sodra);

  const { tally } = await world.meter.measure(() => me(portalClaims(id, [nordvik, sodra])));

  expect(tally).toEqual({ requests: { BatchGetItem: 2 }, readUnits: 10, writeUnits: 0 });
});
