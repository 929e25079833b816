// Machine clients: their places, their secrets, and the tokens of whoever had a place before.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { confirmCaller, membershipReads, tokenHolder } from '#shared/caller.ts';
import { type AccessWorld, accessWorld, machinePlaces } from '#test/support/access-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { type Call, type Claims, machineClaims } from '#test/support/http-call.ts';
import { machine, portalPerson, servicePerson } from '#test/support/people.ts';
import type { MachineClient } from '#users/schema.ts';

type NewMachine = MachineClient & { clientSecret?: string };

const engine = useEngine();
let world: AccessWorld;
let supervisor: Claims;
let clientId: string;

beforeEach(async () => {
  world = await accessWorld(engine);
  supervisor = await servicePerson(world, 'supervisor');
  clientId = await world.aClientRow();
});

const code = ({ body }: { body: unknown }) => (body as { code: string }).code;
const body = () => ({ name: 'Växeln hos Nordvik', scopes: ['messages.write'], clientIds: [clientId] });
const create = (call: Call = {}) =>
  world.call<NewMachine>('POST /v1/machine-clients', { claims: supervisor, body: body(), ...call });
const remove = (machineId: string) =>
  world.call('DELETE /v1/machine-clients/{machineId}', { claims: supervisor, params: { machineId } });
const list = async (query: Record<string, string> = {}) =>
  (
    await world.call<{ items: MachineClient[]; nextCursor: string | null }>('GET /v1/machine-clients', {
      claims: supervisor,
      query,
    })
  ).body;
/** Whom the chain takes the holder of such a token for. */
const confirmed = async ({ oauthClientId, machineId }: MachineClient) => {
  const holder = tokenHolder(machineClaims({ machineId, appClientId: oauthClientId }, [clientId], ['messages.write']));
  if (!holder) return undefined;
  const reads = membershipReads(holder, clientId);
  const found = await world.app.db.read(reads);
  return confirmCaller(
    holder,
    reads.map((read) => found.get(read)),
  );
};

describe('a machine client', () => {
  it('takes a place and is told the only secret that opens it', async () => {
    const { status, body } = await create();

    expect(status).toBe(201);
    expect(body).toMatchObject({ name: 'Växeln hos Nordvik', scopes: ['messages.write'], clientIds: [clientId] });
    expect(body).toMatchObject({ state: 'active', createdAt: '2026-11-23T08:00:00.000Z' });
    expect(machinePlaces).toContain(body.oauthClientId);
    expect(body.clientSecret).toBe(world.identity.secretOf(body.oauthClientId));
    expect(await confirmed(body)).toMatchObject({ role: 'machine', id: body.machineId, clientIds: [clientId] });
  });

  it('leaves neither its name nor its secret in a table', async () => {
    const { clientSecret } = (await create({ idempotencyKey: 'once' })).body;

    for (const table of ['records', 'registerKeys'] as const) {
      expect(await world.text(table)).not.toContain('Växeln');
      expect(await world.text(table)).not.toContain(clientSecret);
    }
  });

  it('is for supervisors alone', async () => {
    const others = [
      await servicePerson(world, 'operator'),
      await portalPerson(world, clientId, 'clientAdmin'),
      await machine(world, [clientId]),
    ];

    for (const claims of others) {
      expect((await create({ claims })).status).toBe(403);
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
    const refused = await create({ body: { ...body(), ...changes } });

    expect(refused.body).toMatchObject({ code: 'invalid-request', errors: [{ pointer }] });
  });

  it('is refused for an unknown client, with a pointer', async () => {
    const unknown = 'cli_01ARZ3NDEKTSV4RRFFQ69G5FAV';

    const refused = await create({ body: { ...body(), clientIds: [clientId, unknown] } });

    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({ code: 'unknown-client', errors: [{ pointer: '/clientIds/1' }] });
  });

  it('finds no place when all are taken, and one when one is free again', async () => {
    const made = await Promise.all(machinePlaces.map(() => create()));
    expect(new Set(made.map(({ body }) => body.oauthClientId)).size).toBe(machinePlaces.length);

    const refused = await create();
    await remove(made[0]?.body.machineId as string);

    expect([refused.status, code(refused)]).toEqual([409, 'no-machine-place']);
    expect((await create()).status).toBe(201);
  });

  it('costs a query, a read and two writes', async () => {
    await create({ idempotencyKey: 'warm' });

    const made = await world.meter.measure(() => create({ idempotencyKey: 'cold' }));
    const gone = await world.meter.measure(() => remove(made.result.body.machineId));

    expect(made.tally.requests).toEqual({ BatchGetItem: 2, Query: 1, TransactWriteItems: 1, UpdateItem: 1 });
    expect(gone.tally.requests).toEqual({ BatchGetItem: 1, Query: 1, TransactWriteItems: 1, UpdateItem: 1 });
  });
});

describe('the same request again', () => {
  it('answers without the secret', async () => {
    const first = await create({ idempotencyKey: 'once' });

    const replay = await create({ idempotencyKey: 'once' });

    const { clientSecret, ...shown } = first.body;
    expect(replay.status).toBe(201);
    expect(replay.body).toEqual(shown);
    expect(world.identity.secretOf(first.body.oauthClientId)).toBe(clientSecret);
  });

  it('is refused with another body, and gone once the machine client is', async () => {
    const { machineId } = (await create({ idempotencyKey: 'once' })).body;

    expect((await create({ idempotencyKey: 'once', body: { ...body(), name: 'Annan' } })).status).toBe(422);
    await remove(machineId);
    expect((await create({ idempotencyKey: 'once' })).status).toBe(410);
  });

  it('makes one of 50 at once, whose secret is told once and is good', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => create({ idempotencyKey: 'once' })));

    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect(new Set(answers.map(({ body }) => body.machineId)).size).toBe(1);
    const told = answers.flatMap(({ body }) => body.clientSecret ?? []);
    expect(told).toEqual([world.identity.secretOf(answers[0]?.body.oauthClientId as string)]);
    expect((await list()).items).toHaveLength(1);
  });
});

describe('a deleted machine client', () => {
  it('is refused at once, and its secret opens nothing', async () => {
    const { body } = await create();

    expect((await remove(body.machineId)).status).toBe(204);

    expect(await confirmed(body)).toBeUndefined();
    expect(world.identity.secretOf(body.oauthClientId)).not.toBe(body.clientSecret);
    expect((await remove(body.machineId)).status).toBe(404);
    expect(await world.rows('registerKeys')).toHaveLength(0);
  });

  it('does not lend its tokens to the next one in its place', async () => {
    const made = await Promise.all(machinePlaces.map(() => create()));
    const former = made[0]?.body as NewMachine;
    await remove(former.machineId);

    const next = (await create()).body;

    expect(next.oauthClientId).toBe(former.oauthClientId);
    expect(await confirmed(next)).toBeDefined();
    expect(await confirmed(former)).toBeUndefined();
  });
});

describe('a request that dies', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  it('while it makes one is finished by its replay, a minute later, with a secret that was never told', async () => {
    await remove((await create({ idempotencyKey: 'warm' })).body.machineId);
    for (let at = 1; at <= 6; at++) {
      const idempotencyKey = `point-${at}`;
      world.crashes.arm(at);
      expect((await create({ idempotencyKey })).status).toBe(500);
      world.crashes.arm();
      const atOnce = (await create({ idempotencyKey })).body;
      world.clock.advance(60_000);

      const later = (await create({ idempotencyKey })).body;

      // Point 1 left nothing behind; at 6 all was done, and the secret was lost with the answer.
      const [told, state] = at === 1 ? [atOnce, atOnce.state] : [later, atOnce.state];
      expect([at, state]).toEqual([at, at === 1 || at === 6 ? 'active' : 'preparing']);
      expect([at, told.clientSecret]).toEqual([at, at === 6 ? undefined : world.identity.secretOf(told.oauthClientId)]);
      expect((await list()).items).toMatchObject([{ machineId: later.machineId, state: 'active' }]);
      expect((await remove(later.machineId)).status).toBe(204);
    }
  });

  it('while it deletes one is finished by the same request, a minute later', async () => {
    for (let at = 1; at <= 6; at++) {
      const { body } = await create();
      world.crashes.arm(at);
      expect((await remove(body.machineId)).status).toBe(500);
      world.crashes.arm();
      expect([at, (await confirmed(body)) !== undefined]).toEqual([at, at === 1]);
      const atOnce = await remove(body.machineId);
      world.clock.advance(60_000);

      const later = await remove(body.machineId);

      expect([at, atOnce.status, later.status]).toEqual([
        at,
        ...(at === 1 ? [204, 404] : at === 6 ? [404, 404] : [503, 204]),
      ]);
      expect(world.identity.secretOf(body.oauthClientId)).not.toBe(body.clientSecret);
      expect((await list()).items).toEqual([]);
    }
  });
});

it('lists machine clients newest first, page by page', async () => {
  const made: string[] = [];
  for (const _ of machinePlaces) {
    world.clock.advance(1_000);
    made.unshift((await create()).body.machineId);
  }

  const first = await list({ limit: '2' });
  const second = await list({ limit: '2', cursor: String(first.nextCursor) });

  expect([...first.items, ...second.items].map(({ machineId }) => machineId)).toEqual(made);
  expect(second.nextCursor).toBeNull();
  expect(first.items[0]).not.toHaveProperty('clientSecret');
});
