// Withdrawing users of clients and people of the service.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { keepTombstones } from '#shared/keep-erasures.ts';
import { type AccessWorld, accessWorld } from '#test/support/access-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { type Claims, codeOf, portalClaims, serviceClaims } from '#test/support/http-call.ts';
import { memoryEvidence } from '#test/support/memory-evidence.ts';
import { portalPerson, servicePerson } from '#test/support/people.ts';
import { letFirstSupervisorIn } from '#users/first-supervisor.ts';
import type { User } from '#users/schema.ts';

const engine = useEngine();
let world: AccessWorld;
let first: string;
let supervisor: Claims;
let clientId: string;

beforeEach(async () => {
  world = await accessWorld(engine);
  first = await letFirstSupervisorIn(world.app, { email: 'first@answeronline.example', name: 'Första' });
  supervisor = serviceClaims(first);
  clientId = await world.aClientRow();
});

const karin = { email: 'karin@nordvik.example', name: 'Karin Ek', role: 'clientAdmin' };

const invite = async (to = clientId, body = karin) => {
  const route = 'POST /v1/clients/{clientId}/users';
  const { body: user, status } = await world.call<User>(route, { claims: supervisor, params: { clientId: to }, body });
  expect(status).toBe(201);
  return user.id;
};
const withdraw = (userId: string, from = clientId, claims = supervisor) =>
  world.call('DELETE /v1/clients/{clientId}/users/{userId}', { claims, params: { clientId: from, userId } });
const list = (claims: Claims) =>
  world.call<{ items: User[] }>('GET /v1/clients/{clientId}/users', {
    claims,
    params: { clientId },
  });
/** Whose, and of what. */
const tombstones = async () =>
  (await world.rows('records'))
    .filter(({ kind }) => kind === 'tombstone')
    .map(({ pk, sk }) => `${String(pk).slice('ERASED#'.length)} ${sk}`)
    .sort();

describe('a withdrawn user', () => {
  it('is refused at the next request, by a token that is still good', async () => {
    const userId = await invite();
    const claims = portalClaims(userId, [clientId]);
    expect((await list(claims)).status).toBe(200);

    expect((await withdraw(userId)).status).toBe(204);

    expect((await list(claims)).status).toBe(403);
  });

  it('leaves no account, no key and no record behind, and two tombstones: of the membership, and of the user', async () => {
    const records = async () => (await world.rows('records')).filter(({ kind }) => kind !== 'audit');
    const before = [(await records()).length, (await world.rows('registerKeys')).length];
    const userId = await invite();

    await withdraw(userId);

    expect([...world.identity.accounts.keys()]).toEqual([first]);
    expect(await records()).toHaveLength((before[0] ?? 0) + 2);
    expect(await tombstones()).toEqual([`${clientId} ${userId}`, `service ${userId}`]);
    expect(await world.rows('registerKeys')).toHaveLength(before[1] ?? 0);
  });

  it('is missing afterwards, and can be invited anew', async () => {
    const userId = await invite();
    await withdraw(userId);

    const again = await withdraw(userId);

    expect([again.status, codeOf(again)]).toEqual([404, 'not-found']);
    expect(await invite()).not.toBe(userId);
  });

  it('keeps the account while there is another client', async () => {
    const elsewhere = await world.aClientRow();
    const userId = await invite();
    await invite(elsewhere);
    const claims = portalClaims(userId, [clientId, elsewhere]);

    await withdraw(userId);

    expect((await list(claims)).status).toBe(403);
    const there = { claims, params: { clientId: elsewhere } };
    expect((await world.call('GET /v1/clients/{clientId}/users', there)).status).toBe(200);
    expect((await withdraw(userId, elsewhere)).status).toBe(204);
    expect(world.identity.accounts.has(userId)).toBe(false);
  });

  it('leaves no key of what the client called them, and a tombstone that the evidence is to hear of', async () => {
    const elsewhere = await world.aClientRow();
    const userId = await invite();
    await invite(elsewhere, { ...karin, name: 'Kajsa Ek' });

    await withdraw(userId);

    const keysAt = (await world.rows('registerKeys')).map(({ pk }) => pk);
    expect(keysAt.filter((pk) => String(pk).startsWith('MEMBERS#cli_'))).toEqual([`MEMBERS#${elsewhere}`]);
    expect(await tombstones()).toEqual([`${clientId} ${userId}`]);
    const evidence = memoryEvidence();
    await keepTombstones({ ...world.app, evidence });
    const [kept] = await evidence.list('days/');
    expect(JSON.parse((await evidence.get(String(kept))) ?? '')).toMatchObject({
      erasures: [{ clientId, recordId: userId, erasedAtMs: world.clock.nowMs() }],
    });
  });

  it('can be invited again while there is another client: the row is younger than the tombstone', async () => {
    await invite(await world.aClientRow());
    const userId = await invite();
    const erasedAtMs = world.clock.nowMs();
    await withdraw(userId);
    world.clock.advance(1);

    const again = await invite();

    expect(again).toBe(userId);
    const claims = portalClaims(userId, [clientId]);
    expect((await list(claims)).body.items).toMatchObject([{ id: userId, name: 'Karin Ek', state: 'active' }]);
    const row = (await world.rows('records')).find(({ pk }) => pk === `MEMBERS#${clientId}`);
    expect(row?.invitedAt).toBeGreaterThan(erasedAtMs);
  });

  it('of the service leaves one tombstone, and costs 18 write units', async () => {
    const body = { email: 'ola@answeronline.example', name: 'Ola Öst', role: 'operator' };
    const { id } = (await world.call<User>('POST /v1/operators', { claims: supervisor, body })).body;
    const gone = () => world.call('DELETE /v1/operators/{userId}', { claims: supervisor, params: { userId: id } });

    const { tally, result } = await world.meter.measure(gone);

    expect([result.status, tally.writeUnits]).toEqual([204, 18]);
    expect(await tombstones()).toEqual([`service ${id}`]);
  });

  it('may be withdrawn by the own client admin only', async () => {
    const userId = await invite();
    const own = await portalPerson(world, clientId, 'clientAdmin');
    const foreign = await portalPerson(world, await world.aClientRow(), 'clientAdmin');
    const operator = await servicePerson(world, 'operator');

    expect((await withdraw(userId, clientId, foreign)).status).toBe(404);
    expect((await withdraw(userId, clientId, operator)).status).toBe(403);
    expect((await withdraw(userId, clientId, own)).status).toBe(204);
  });

  it('costs two write requests, one where the account stays', async () => {
    const elsewhere = await world.aClientRow();
    const userId = await invite();
    await invite(elsewhere);

    const stays = await world.meter.measure(() => withdraw(userId));
    const goes = await world.meter.measure(() => withdraw(userId, elsewhere));

    expect(stays.tally.requests).toEqual({ BatchGetItem: 1, TransactWriteItems: 1 });
    expect(stays.tally.writeUnits).toBe(12);
    expect(goes.tally.requests).toEqual({ BatchGetItem: 1, TransactWriteItems: 2 });
    expect(goes.tally.writeUnits).toBe(21);
  });

  it('goes once, of ten withdrawals at once', async () => {
    const userId = await invite();

    const answers = await Promise.all(Array.from({ length: 10 }, () => withdraw(userId)));

    expect(answers.every(({ status }) => status === 204 || status === 404)).toBe(true);
    expect(await tombstones()).toEqual([`${clientId} ${userId}`, `service ${userId}`]);
  });
});

describe('a withdrawal that dies', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  it('is finished by the same request, at each point of it', async () => {
    const counted = await invite();
    world.crashes.arm();
    await withdraw(counted);
    const points = world.crashes.passed;
    expect(points).toBe(6);

    for (let at = 1; at <= points; at++) {
      const userId = await invite();
      const claims = portalClaims(userId, [clientId]);
      world.crashes.arm(at);
      expect((await withdraw(userId)).status).toBe(500);
      world.crashes.arm();
      expect([at, (await list(claims)).status]).toEqual([at, at === 1 ? 200 : 403]);

      expect([at, (await withdraw(userId)).status]).toEqual([at, at === points ? 404 : 204]);

      expect(world.identity.accounts.has(userId)).toBe(false);
      expect(await world.text('registerKeys')).not.toContain(userId);
    }
  });

  it('is seen in the list, and is finished by an invitation of the same address to another client', async () => {
    for (const at of [3, 4, 5]) {
      const userId = await invite();
      world.crashes.arm(at);
      await withdraw(userId);
      world.crashes.arm();
      expect((await list(supervisor)).body.items).toMatchObject([{ id: userId, state: 'withdrawn' }]);

      const elsewhere = await world.aClientRow();
      const newId = await invite(elsewhere);

      expect(newId).not.toBe(userId);
      await withdraw(userId);
      expect((await list(supervisor)).body.items).toEqual([]);
      expect([...world.identity.accounts.keys()]).toEqual([first, newId]);
      await withdraw(newId, elsewhere);
    }
  });
});
