// A second start of the runner finds what the first one left: data, outbox, clock and tokens. --fresh forgets them.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type HttpWorld, type Json, made, openWorld } from '#test/support/http-world.ts';
import { startRunner, type TestRunner } from '#test/support/runner.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'answeronline-kept-'));
let running: TestRunner | undefined;

async function restart(how: { signal?: 'SIGTERM' | 'SIGKILL'; args?: string[] } = {}): Promise<TestRunner> {
  await running?.stop(how.signal);
  running = await startRunner({ dataDir, args: how.args ?? [] });
  return running;
}

afterAll(async () => {
  await running?.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

const namesOf = async (world: Pick<HttpWorld, 'call'>): Promise<string[]> =>
  (await made(world.call('GET', '/clients'), 200)).items.map(({ name }: Json) => name).sort();

test('what was made is there after a stop and after a crash, and nothing of it after --fresh', async () => {
  const first = await openWorld({ name: 'Ön & Åsen' }, await restart());
  const staffId = await first.addStaff({ name: 'Disa', emails: [{ address: 'disa@kvarngardet.example' }] });
  const taken = await made(first.take({ staffId, matter: 'Ring mig' }, { key: 'once' }));
  const message = await first.untilDone(taken.id);
  await first.runner.moveClock('2027-01-15T12:00:00Z');
  const messages = `/clients/${first.clientId}/messages`;

  for (const signal of [undefined, 'SIGKILL'] as const) {
    const runner = await restart({ ...(signal && { signal }) });
    const token = await runner.userToken('supervisor@answeronline.example');
    const world = { call: (method: string, path: string) => runner.request<Json>(method, `/v1${path}`, { token }) };

    expect(await namesOf(world)).toEqual(['Nordvik Bygg', 'Södra Tand', 'Ön & Åsen']);
    expect((await world.call('GET', `${messages}/${taken.id}?why=fault`)).body).toEqual(message);
    expect(await runner.outbox()).toMatchObject([{ to: 'disa@kvarngardet.example' }]);
    expect((await runner.now()).slice(0, 10)).toBe('2027-01-15');
    expect(
      (await runner.request('GET', `/v1${messages}`, { token: await runner.clientToken('local-switchboard') })).status,
    ).toBe(404);
  }

  const fresh = await restart({ args: ['--fresh'] });
  const token = await fresh.userToken('supervisor@answeronline.example');
  const answer = await fresh.request<Json>('GET', `/v1${messages}/${taken.id}`, { token });
  const clients = await fresh.request<Json>('GET', '/v1/clients', { token });

  expect(answer.status).toBe(404);
  expect(clients.body.items.map(({ name }: Json) => name).sort()).toEqual(['Nordvik Bygg', 'Södra Tand']);
  expect(await fresh.outbox()).toEqual([]);
  expect(Math.abs(Date.parse(await fresh.now()) - Date.now())).toBeLessThan(5_000);
}, 90_000);
