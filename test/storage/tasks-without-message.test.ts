// Tasks without a message on the engine: raised once for each thing, seen and closed by supervisors, without a note.
import { beforeEach, expect, test } from 'vitest';
import { raiseTask } from '#attention/raise-task.ts';
import type { Task } from '#attention/schema.ts';
import { SERVICE } from '#shared/tables.ts';
import { useEngine } from '#test/support/engine.ts';
import { type Claims, codeOf } from '#test/support/http-call.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { anId, type RequestsWorld, requestsWorld } from '#test/support/requests-world.ts';

const refId = anId('request');

const engine = useEngine();
let world: RequestsWorld;

beforeEach(async () => {
  world = await requestsWorld(engine);
});

const raise = (clientId = world.clientId) =>
  world.app.db.commit(raiseTask(world.app, { clientId, about: 'requestLate', refId }));
const list = async (query: Record<string, string> = {}, claims: Claims = world.supervisor) =>
  (await world.attention<{ items: Task[] }>('GET /v1/attention', { claims, query })).body.items;
const change = (taskId: string, body: object, claims: Claims = world.supervisor) =>
  world.attention<Task>('PATCH /v1/attention/{taskId}', { claims, params: { taskId }, body });

test('it says what, whose and since when, and holds nothing else', async () => {
  await raise();

  expect(await list()).toEqual([
    {
      id: expect.stringMatching(/^tsk_/),
      reason: 'requestLate',
      clientId: world.clientId,
      clientName: 'Kvarngärdets El',
      refId,
      createdAt: new Date(world.clock.nowMs()).toISOString(),
      expiresAt: expect.any(String),
      state: 'open',
      claimed: null,
      done: null,
    },
  ]);
});

test('about ourselves it has no client’s name', async () => {
  await raise(SERVICE);

  expect(await list()).toMatchObject([{ clientId: SERVICE, clientName: null }]);
});

test('raised again it is the same one, since when it first was, and still whose it was', async () => {
  await raise();
  const [task] = await list();
  await change(task?.id ?? '', { claimed: true });
  world.clock.advance(1000);
  await raise();

  const tasks = await list();
  expect(tasks).toHaveLength(1);
  expect(tasks[0]).toMatchObject({ createdAt: task?.createdAt, claimed: { by: world.supervisor.username } });
});

test('a supervisor closes it, without a note, and it is open again when it is raised again', async () => {
  await raise();
  const [task] = await list();
  const id = task?.id ?? '';

  const noted = await change(id, { state: 'done', note: 'Ringde kunden' });
  const done = await change(id, { state: 'done' });
  const closed = [await list(), await list({ state: 'done' })].map((items) => items.length);
  await raise();

  expect([noted.status, codeOf(noted)]).toEqual([400, 'invalid-request']);
  expect(done.body).toMatchObject({ state: 'done', done: { by: world.supervisor.username, note: null } });
  expect(closed).toEqual([0, 1]);
  expect(await list()).toMatchObject([{ id, state: 'open', done: null }]);
});

test('an operator neither sees nor changes it', async () => {
  await raise();
  const [task] = await list();

  expect(await list({}, world.operator)).toEqual([]);
  expect((await change(task?.id ?? '', { state: 'done' }, world.operator)).status).toBe(403);
});

test('it is found by its reason and its client, and is left out when the client is gone', async () => {
  await raise();
  const other = (await world.aClient({ name: 'Annan' })).body.id;

  expect(await list({ reason: 'requestLate', clientId: world.clientId })).toHaveLength(1);
  expect(await list({ reason: 'requestNotForwarded' })).toEqual([]);
  expect(await list({ clientId: other })).toEqual([]);
  await world.app.db.commit([{ table: 'registerKeys', delete: { pk: 'CLIENTS', sk: world.clientId } }]);
  expect(await list()).toEqual([]);
});

test('it ends by itself after a year', async () => {
  await raise();
  world.clock.advance(366 * 86_400_000);

  expect(await list()).toEqual([]);
  const row = (await rawItems(world, 'records')).find(({ kind }) => kind === 'task');
  expect(row?.ttl).toBeGreaterThan(row?.expiresAt as number);
});
