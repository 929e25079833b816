// The right to sign for a client: given by a supervisor, or by an admin who has it, and to client admins alone.
import { beforeEach, expect, test } from 'vitest';
import { karin, type SupervisedWorld, supervisedWorld } from '#test/support/access-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { portalPerson } from '#test/support/people.ts';

const engine = useEngine();
let world: SupervisedWorld;

beforeEach(async () => {
  world = await supervisedWorld(engine);
});

const admin = (more: object = {}) => portalPerson(world, world.clientId, 'clientAdmin', undefined, { ...more });
const withRight = { ...karin, maySign: true };
const refused = { status: 403, body: { code: 'forbidden', errors: [{ pointer: '/maySign' }] } };

test('a supervisor gives it with the invitation', async () => {
  const { body } = await world.invite({ body: withRight });

  expect(body).toMatchObject({ role: 'clientAdmin', maySign: true });
});

test('an admin who has it gives it on, and one who has not is refused', async () => {
  const given = await world.invite({ body: withRight, claims: await admin({ maySign: true }) });
  const not = await world.invite({ body: { ...withRight, email: 'bo@nordvik.example' }, claims: await admin() });

  expect(given.body).toMatchObject({ maySign: true });
  expect(not).toMatchObject(refused);
});

test('an admin without it keeps it for whoever has it, and gives it to nobody', async () => {
  const claims = await admin();
  const has = (await world.invite({ body: withRight })).body;
  const hasNot = (await world.invite({ body: { ...karin, email: 'bo@nordvik.example' } })).body;
  const give = (userId: string) =>
    world.call('PATCH /v1/clients/{clientId}/users/{userId}', {
      claims,
      params: { clientId: world.clientId, userId },
      ifMatch: '"1"',
      body: { role: 'clientAdmin', maySign: true },
    });

  expect(await give(has.id)).toMatchObject({ status: 200, body: { maySign: true } });
  expect(await give(hasNot.id)).toMatchObject(refused);
});

test('a change of role that says nothing of it takes it away', async () => {
  const { id } = (await world.invite({ body: withRight })).body;

  const { body } = await world.call('PATCH /v1/clients/{clientId}/users/{userId}', {
    claims: world.supervisor,
    params: { clientId: world.clientId, userId: id },
    ifMatch: '"1"',
    body: { role: 'clientAdmin' },
  });

  expect(body).toMatchObject({ maySign: false });
});
