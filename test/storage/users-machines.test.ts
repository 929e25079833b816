// Machine clients: their places, their secrets, and the tokens of whoever had a place before.
import { beforeEach, describe, expect, it } from 'vitest';
import { machinePlaces } from '#test/support/access-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { codeOf } from '#test/support/http-call.ts';
import { type MachineWorld, machineWorld, type NewMachine } from '#test/support/machine-world.ts';
import { machine, portalPerson, servicePerson } from '#test/support/people.ts';

const engine = useEngine();
let world: MachineWorld;

beforeEach(async () => {
  world = await machineWorld(engine);
});

describe('a machine client', () => {
  it('takes a place and is told the only secret that opens it', async () => {
    const { status, body } = await world.create();

    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Växeln hos Nordvik', scopes: ['messages.write'], clientIds: [world.clientId] });
    expect(body).toMatchObject({ state: 'active', createdAt: '2026-11-23T08:00:00.000Z' });
    expect(machinePlaces).toContain(body.oauthClientId);
    expect(body.clientSecret).toBe(world.identity.secretOf(body.oauthClientId));
    expect(await world.confirmed(body)).toMatchObject({
      role: 'machine',
      id: body.machineId,
      clientIds: [world.clientId],
    });
  });

  it('leaves neither its name nor its secret in a table', async () => {
    const { clientSecret } = (await world.create({ idempotencyKey: 'once' })).body;

    for (const table of ['records', 'registerKeys'] as const) {
      expect(await world.text(table)).not.toContain('Växeln');
      expect(await world.text(table)).not.toContain(clientSecret);
    }
  });

  it('is for supervisors alone', async () => {
    const others = [
      await servicePerson(world, 'operator'),
      await portalPerson(world, world.clientId, 'clientAdmin'),
      await machine(world, [world.clientId]),
    ];

    for (const claims of others) {
      expect((await world.create({ claims })).status).toBe(403);
      expect((await world.call('GET /v1/machine-clients', { claims })).status).toBe(403);
    }
  });

  it.each([
    [{ scopes: ['access.manage'] }, '/scopes/0'],
    [{ scopes: [] }, '/scopes'],
    [{ scopes: ['messages.read', 'messages.read'] }, '/scopes'],
    [{ clientIds: [] }, '/clientIds'],
    [{ clientIds: ['nordvik'] }, '/clientIds/0'],
    [{ secret: 'mine' }, '/secret'],
  ])('is refused with %j', async (changes, pointer) => {
    const refused = await world.create({ body: { ...world.body, ...changes } });

    expect(refused.body).toMatchObject({ code: 'invalid-request', errors: [{ pointer }] });
  });

  it('is refused for an unknown client, with a pointer', async () => {
    const unknown = 'cli_01ARZ3NDEKTSV4RRFFQ69G5FAV';

    const refused = await world.create({ body: { ...world.body, clientIds: [world.clientId, unknown] } });

    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'unknown-client', errors: [{ pointer: '/clientIds/1' }] });
  });

  it('finds no place when all are taken, and one when one is free again', async () => {
    const made = await Promise.all(machinePlaces.map(() => world.create()));
    expect(new Set(made.map(({ body }) => body.oauthClientId)).size).toBe(machinePlaces.length);

    const refused = await world.create();
    await world.remove(made[0]?.body.machineId as string);

    expect([refused.status, codeOf(refused)]).toEqual([409, 'no-machine-place']);
    expect((await world.create()).status).toBe(201);
  });

  it('costs a query, a read and two writes', async () => {
    await world.create({ idempotencyKey: 'warm' });

    const made = await world.meter.measure(() => world.create({ idempotencyKey: 'cold' }));
    const gone = await world.meter.measure(() => world.remove(made.result.body.machineId));

    expect(made.tally.requests).toEqual({ BatchGetItem: 2, Query: 1, TransactWriteItems: 1, UpdateItem: 1 });
    expect(gone.tally.requests).toEqual({ BatchGetItem: 1, Query: 1, TransactWriteItems: 2 });
    expect(gone.tally.writeUnits).toBe(12);
  });
});

describe('a deleted machine client', () => {
  it('is refused at once, and its secret opens nothing', async () => {
    const { body } = await world.create();

    expect((await world.remove(body.machineId)).status).toBe(204);

    expect(await world.confirmed(body)).toBeUndefined();
    expect(world.identity.secretOf(body.oauthClientId)).not.toBe(body.clientSecret);
    expect((await world.remove(body.machineId)).status).toBe(404);
    expect(await world.rows('registerKeys')).toHaveLength(0);
    const left = (await world.rows('records')).filter(({ kind }) => kind === 'tombstone' || kind === 'machine');
    expect(left).toMatchObject([{ pk: 'ERASED#service', sk: body.machineId, duePk: 'EVIDENCE' }]);
  });

  it('does not lend its tokens to the next one in its place', async () => {
    const made = await Promise.all(machinePlaces.map(() => world.create()));
    const former = made[0]?.body as NewMachine;
    await world.remove(former.machineId);

    const next = (await world.create()).body;

    expect(next.oauthClientId).toBe(former.oauthClientId);
    expect(await world.confirmed(next)).toBeDefined();
    expect(await world.confirmed(former)).toBeUndefined();
  });
});

it('lists machine clients newest first, page by page', async () => {
  const made: string[] = [];
  for (const _ of machinePlaces) {
    world.clock.advance(1_000);
    made.unshift((await world.create()).body.machineId);
  }

  const first = await world.list({ limit: '2' });
  const second = await world.list({ limit: '2', cursor: String(first.nextCursor) });

  expect([...first.items, ...second.items].map(({ machineId }) => machineId)).toEqual(made);
  expect(second.nextCursor).toBeNull();
  expect(first.items[0]).not.toHaveProperty('clientSecret');
});
