// Who may look at a desk, and whom it shows to ask instead.
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { DESK, type DeskWorld, deskWorld } from '#test/support/desk-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { machine, portalPerson, servicePerson } from '#test/support/people.ts';

const engine = useEngine();
let world: DeskWorld;
let clientId: string;

beforeEach(async () => {
  world = await deskWorld(engine);
  clientId = world.clientId;
});

describe('alternatives', () => {
  const person = async (name: string, more: object = {}) =>
    (await world.aStaffMember(clientId, { name, connect: 'yes', ...more })).body.id;
  const named = async () => (await world.look()).body.alternatives.map(({ name }) => name);

  test('are shown in their order, with whether they are in', async () => {
    const [anna, bo] = [await person('Anna Ek', { title: 'VD' }), await person('Bo Ås')];
    await world.directory('PUT /v1/clients/{clientId}/staff/{staffId}/absence', {
      claims: world.operator,
      params: { clientId, staffId: bo },
      body: { reason: 'meeting', until: '2026-11-23T09:00:00Z', calls: 'closed' },
    });
    await world.say({}, [bo, anna]);

    const { body } = await world.look();

    expect(body.alternatives).toEqual([
      {
        staffId: bo,
        name: 'Bo Ås',
        title: 'Projektledare',
        availability: { state: 'away', until: '2026-11-23T09:00:00.000Z', reason: 'meeting' },
        connect: 'no',
      },
      {
        staffId: anna,
        name: 'Anna Ek',
        title: 'VD',
        availability: { state: 'in', until: null, reason: null },
        connect: 'yes',
      },
    ]);
  });

  test('are never a protected person, nor one who is not active', async () => {
    await world.say({}, [await person('Anna Ek', { protected: true }), await person('Bo Ås', { active: false })]);

    expect(await named()).toEqual([]);
  });

  test('lead from somebody who was erased to whoever stands in, once', async () => {
    const [anna, bo, disa] = [await person('Anna Ek'), await person('Bo Ås'), await person('Disa Öst')];
    await world.say({}, [anna, disa, bo]);

    await world.directory('DELETE /v1/clients/{clientId}/staff/{staffId}', {
      claims: world.supervisor,
      params: { clientId, staffId: anna },
      query: { replacement: bo },
    });
    await world.directory('DELETE /v1/clients/{clientId}/staff/{staffId}', {
      claims: world.supervisor,
      params: { clientId, staffId: disa },
    });

    expect(await named()).toEqual(['Bo Ås']);
  });
});

describe('who may look', () => {
  test('people of the desk, the client’s admin, and machines that may read both', async () => {
    const callers = {
      supervisor: world.supervisor,
      clientAdmin: await portalPerson(world, clientId, 'clientAdmin'),
      machine: await machine(world, [clientId]),
      noMessages: await machine(world, [clientId], ['directory.read']),
      staffMember: await portalPerson(world, clientId, 'staffMember'),
      privacyOfficer: await servicePerson(world, 'privacyOfficer'),
    };

    const statuses: Record<string, number> = {};
    for (const [who, claims] of Object.entries(callers)) statuses[who] = (await world.look({ claims })).status;

    expect(statuses).toEqual({
      supervisor: 200,
      clientAdmin: 200,
      machine: 200,
      noMessages: 403,
      staffMember: 403,
      privacyOfficer: 403,
    });
  });

  test('nobody of another client, who is told nothing of what was read before', async () => {
    await world.say({ instructions: 'Hemligt' });
    const { body: other } = await world.aClient({ name: 'Annan' });
    const claims = await portalPerson(world, other.id, 'clientAdmin');

    const foreign = await world.directory(DESK, { claims, params: { clientId } });
    const missing = await world.directory(DESK, { claims, params: { clientId: newId('client', 1) } });

    expect(foreign).toMatchObject({ status: 404, body: { code: 'not-found' } });
    expect(foreign.body).toEqual(missing.body);
  });
});
