// The same request for a machine client again: as a replay, at once, and where it died.
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { useEngine } from '#test/support/engine.ts';
import { type MachineWorld, machineWorld } from '#test/support/machine-world.ts';

const engine = useEngine();
let world: MachineWorld;

beforeEach(async () => {
  world = await machineWorld(engine);
});

describe('the same request again', () => {
  it('answers without the secret', async () => {
    const first = await world.create({ idempotencyKey: 'once' });

    const replay = await world.create({ idempotencyKey: 'once' });

    const { clientSecret, ...shown } = first.body;
    expect(replay.status).toBe(201);
    expect(replay.body).toEqual(shown);
    expect(world.identity.secretOf(first.body.oauthClientId)).toBe(clientSecret);
  });

  it('is refused with another body, and gone once the machine client is', async () => {
    const { machineId } = (await world.create({ idempotencyKey: 'once' })).body;

    expect((await world.create({ idempotencyKey: 'once', body: { ...world.body, name: 'Annan' } })).status).toBe(422);
    await world.remove(machineId);
    expect((await world.create({ idempotencyKey: 'once' })).status).toBe(410);
  });

  it('makes one of 50 at once, whose secret is told once and is good', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => world.create({ idempotencyKey: 'once' })));

    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect(new Set(answers.map(({ body }) => body.machineId)).size).toBe(1);
    const told = answers.flatMap(({ body }) => body.clientSecret ?? []);
    expect(told).toEqual([world.identity.secretOf(answers[0]?.body.oauthClientId as string)]);
    expect((await world.list()).items).toHaveLength(1);
  });
});

describe('a request that dies', () => {
  beforeEach(() => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });

  it('while it makes one is finished by its replay, a minute later, with a secret that was never told', async () => {
    await world.remove((await world.create({ idempotencyKey: 'warm' })).body.machineId);
    for (let at = 1; at <= 6; at++) {
      const idempotencyKey = `point-${at}`;
      world.crashes.arm(at);
      expect((await world.create({ idempotencyKey })).status).toBe(500);
      world.crashes.arm();
      const atOnce = (await world.create({ idempotencyKey })).body;
      world.clock.advance(60_000);

      const later = (await world.create({ idempotencyKey })).body;

      // Point 1 left nothing behind; at 6 all was done, and the secret was lost with the answer.
      const [told, state] = at === 1 ? [atOnce, atOnce.state] : [later, atOnce.state];
      expect([at, state]).toEqual([at, at === 1 || at === 6 ? 'active' : 'preparing']);
      expect([at, told.clientSecret]).toEqual([at, at === 6 ? undefined : world.identity.secretOf(told.oauthClientId)]);
      expect((await world.list()).items).toMatchObject([{ machineId: later.machineId, state: 'active' }]);
      expect((await world.remove(later.machineId)).status).toBe(204);
    }
  });

  it('while it deletes one is finished by the same request, a minute later', async () => {
    for (let at = 1; at <= 6; at++) {
      const { body } = await world.create();
      world.crashes.arm(at);
      expect((await world.remove(body.machineId)).status).toBe(500);
      world.crashes.arm();
      expect([at, (await world.confirmed(body)) !== undefined]).toEqual([at, at === 1]);
      const atOnce = await world.remove(body.machineId);
      world.clock.advance(60_000);

      const later = await world.remove(body.machineId);

      expect([at, atOnce.status, later.status]).toEqual([
        at,
        ...(at === 1 ? [204, 404] : at === 6 ? [404, 404] : [503, 204]),
      ]);
      expect(world.identity.secretOf(body.oauthClientId)).not.toBe(body.clientSecret);
      expect((await world.list()).items).toEqual([]);
    }
  });
});
