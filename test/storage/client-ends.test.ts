// The end of a client by its dates: paused until a day, told a week before, erased after thirty days, each once.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Client } from '#clients/schema.ts';
import { tendClientEnds } from '#erasures/tend-client-ends.ts';
import { toJob } from '#jobs/job.ts';
import { letterOf } from '#letters/letter.ts';
import { useEngine } from '#test/support/engine.ts';
import {
  aFullClient,
  type ErasingWorld,
  erasingWorld,
  type FullClient,
  nothingLeft,
} from '#test/support/erasing-world.ts';
import { type Claims, codeOf } from '#test/support/http-call.ts';
import { portalPerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { runAs } from '#test/support/under-grants.ts';

const DAY_MS = 24 * 60 * 60_000;

const engine = useEngine();
let world: ErasingWorld;
let client: FullClient;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await erasingWorld(engine);
  client = await aFullClient(world, (await world.aClient()).body.id);
});

const params = () => ({ clientId: client.id });
const read = async () =>
  (await world.directory<Client>('GET /v1/clients/{clientId}', { claims: world.supervisor, params: params() })).body;
async function patch(body: object, claims: Claims = world.supervisor) {
  const { etag: ifMatch } = await world.directory('GET /v1/clients/{clientId}', { claims, params: params() });
  return world.directory<Client>('PATCH /v1/clients/{clientId}', { claims, params: params(), body, ifMatch });
}
const tend = () => runAs('tend-privacy', () => tendClientEnds(world.app, () => true));
const letters = async () =>
  (await rawItems(world, 'records'))
    .filter(({ kind, work }) => kind === 'job' && work === 'letter')
    .map(toJob)
    .map((job) => letterOf(job.clientId, job.refId))
    .filter(({ about }) => about === 'clientEnding')
    .map(({ to, day }) => `${to} ${day}`)
    .sort();

const endsAt = () => new Date(world.clock.nowMs() + 10 * DAY_MS).toISOString();

describe('a paused client', () => {
  test('ends on its day, with the way in which it has said so, and not before', async () => {
    const named = await patch({ status: 'paused', endsAt: endsAt(), endsBy: 'letter' });
    world.clock.advance(9 * DAY_MS);
    const early = await tend();
    world.clock.advance(DAY_MS);

    const done = await tend();

    expect(named.body).toMatchObject({ status: 'paused', endsBy: 'letter', endedAt: null });
    expect([early, done]).toEqual([0, 1]);
    const now = new Date(world.clock.nowMs()).toISOString();
    expect(await read()).toMatchObject({ status: 'ended', endsAt: null, endsBy: null, endedAt: now });
    expect(await letters()).toEqual(['admins 2027-01-02', 'officers 2027-01-02']);
    expect(await tend()).toBe(0);
  });

  test('has an end only while it is paused, in the future, as a supervisor has been told in writing', async () => {
    const admin = await portalPerson(world, client.id, 'clientAdmin');
    const past = new Date(world.clock.nowMs()).toISOString();

    const refused = [
      await patch({ endsAt: endsAt(), endsBy: 'email' }),
      await patch({ status: 'paused', endsAt: past, endsBy: 'email' }),
      await patch({ status: 'paused', endsAt: endsAt() }),
      await patch({ endsBy: 'email' }),
    ];
    await patch({ status: 'paused' });
    const byAdmin = await patch({ endsAt: endsAt(), endsBy: 'portal' }, admin);

    expect(refused.map(codeOf)).toEqual(Array(4).fill('invalid-request'));
    expect(codeOf(byAdmin)).toBe('forbidden');
  });

  test('that is active again has no end any more', async () => {
    await patch({ status: 'paused', endsAt: endsAt(), endsBy: 'email' });
    await patch({ status: 'active' });
    world.clock.advance(11 * DAY_MS);

    expect(await tend()).toBe(0);
    expect((await read()).status).toBe('active');
  });
});

describe('an ended client', () => {
  beforeEach(async () => {
    await patch({ status: 'ended' });
  });

  test('is told a week before, and erased after thirty days, with a certificate', async () => {
    world.clock.advance(23 * DAY_MS);
    const told = await tend();
    const again = await tend();
    world.clock.advance(7 * DAY_MS);

    const begun = await tend();

    const gone = await world.directory('GET /v1/clients/{clientId}', { claims: world.supervisor, params: params() });
    world.clock.advance(10 * 60_000);
    const report = await world.job();
    const { body } = await world.progress(client.id);
    expect([told, again, begun, gone.status]).toEqual([1, 0, 1, 410]);
    expect(await letters()).toEqual(['admins 2026-12-23', 'officers 2026-12-23']);
    expect(report).toEqual({ done: 1, finished: true });
    expect(body).toMatchObject({ state: 'done', askedBy: 'service', confirmedBy: null, why: 'agreementEnded' });
    const left = (await world.left(client.id)).records.filter((kind) => kind !== 'task');
    expect(left).toEqual(nothingLeft.records);
  });

  test('that nobody could tell in time is told late, and erased a week after', async () => {
    world.clock.advance(45 * DAY_MS);
    await tend();
    world.clock.advance(6 * DAY_MS);
    const early = await tend();
    world.clock.advance(DAY_MS);

    expect([early, await tend()]).toEqual([0, 1]);
  });

  test('that is opened again in that week stays', async () => {
    world.clock.advance(23 * DAY_MS);
    await tend();
    await patch({ status: 'active' });
    world.clock.advance(30 * DAY_MS);

    expect(await tend()).toBe(0);
    expect(await read()).toMatchObject({ status: 'active', endedAt: null, erasedAfter: null });
  });

  test('is begun once by a run that dies and the next', async () => {
    world.clock.advance(23 * DAY_MS);
    await tend();
    world.clock.advance(7 * DAY_MS);
    for (const at of [1, 2]) {
      world.crashes.arm(at);
      await tend().catch(() => undefined);
      world.crashes.arm();
    }

    await tend();

    const erasures = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'erasure');
    expect(erasures.map(({ state }) => state)).toEqual(['running']);
  });
});
