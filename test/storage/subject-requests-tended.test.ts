// The clocks of subject requests on the engine: reminders, tasks, and the end of the request itself, key first.
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import { recordKeys } from '#shared/tables.ts';
import { aRequestBody } from '#test/support/builders/requests.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { codeOf } from '#test/support/http-call.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { type RequestsWorld, requestsWorld } from '#test/support/requests-world.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const engine = useEngine();
let world: RequestsWorld;
let id: string;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await requestsWorld(engine);
  id = await world.logged();
});

const abouts = async () =>
  (await world.letters())
    .map(({ to, about }) => `${about} to ${to}`)
    .filter((line) => !line.startsWith('requestReceived'))
    .sort();

type Page = { items: { reason: string; refId: string; clientName: string | null; state: string }[] };
const tasks = async (claims = world.supervisor) =>
  (await world.attention<Page>('GET /v1/attention', { claims })).body.items.map(({ reason, refId }) => [reason, refId]);

describe('reminders', () => {
  test('nobody is reminded of what is in time', async () => {
    expect(await world.tend()).toBe(0);
    expect(await abouts()).toEqual([]);
  });

  test('each is told once, however often somebody looks', async () => {
    world.clock.advance(DAY_MS);

    expect([await world.tend(), await world.tend()]).toEqual([1, 0]);
    expect(await abouts()).toEqual(['requestToForward to officers']);
  });

  test('costs one query, one read of the request, one of its key, and one write', async () => {
    world.clock.advance(DAY_MS);

    const { tally } = await world.meter.measure(() => world.tend());

    expect(tally).toMatchObject({ requests: { Query: 1, BatchGetItem: 2, TransactWriteItems: 1 }, writeUnits: 7 });
  });

  test('a request that is not forwarded in time is a task for a supervisor, and late is another', async () => {
    world.clock.advance(2 * DAY_MS);
    await world.tend();
    const early = await tasks();
    world.clock.advance(40 * DAY_MS);
    await world.tend();

    expect(early).toEqual([['requestNotForwarded', id]]);
    expect((await tasks()).sort()).toEqual([
      ['requestLate', id],
      ['requestNotForwarded', id],
    ]);
    expect(await tasks(world.operator)).toEqual([]);
    expect(await abouts()).toEqual([
      'requestLate to admins',
      'requestLate to officers',
      'requestNotForwarded to officers',
    ]);
  });

  test('our own are reminded of to officers only', async () => {
    await world.logged(aRequestBody(), 'service');
    world.clock.advance(40 * DAY_MS);
    await world.tend();

    const told = (await world.letters()).filter(
      ({ clientId, about }) => clientId === 'service' && about !== 'requestReceived',
    );
    // There is no client that could be told of it, or not.
    expect(told.map(({ to, about }) => `${about} to ${to}`)).toEqual(['requestLate to officers']);
  });

  test('whoever works on a request while it is reminded of takes nothing back', async () => {
    world.clock.advance(DAY_MS);
    const [, stepped] = await Promise.all([world.tend(), world.step(id, { step: 'forward' })]);
    await world.tend();

    expect(stepped.status).toBe(200);
    expect((await abouts()).filter((line) => line.startsWith('requestToForward')).length).toBeLessThanOrEqual(1);
  });

  test('a tender that dies anywhere, and runs again, has told each once', async () => {
    world.clock.advance(40 * DAY_MS);
    const crashes = new CrashPoints();
    crashes.watch(world.client);

    for (let at = 1; ; at++) {
      crashes.arm(at);
      await world.tend().catch(() => {});
      if (crashes.passed < at) break;
    }
    crashes.arm();
    await world.tend();

    expect(await abouts()).toEqual([
      'requestLate to admins',
      'requestLate to officers',
      'requestNotForwarded to officers',
    ]);
  });
});

describe('the end of a request', () => {
  const rowsOf = async () => {
    const tables = [await rawItems(world, 'records'), await rawItems(world, 'registerKeys')];
    return tables.map((items) => items.filter(({ pk, sk }) => sk === id || pk === `FINDINGS#${id}`).length);
  };

  const aFinding = () =>
    world.raw.send(
      new PutCommand({
        TableName: world.tables.records,
        Item: { ...recordKeys.finding(id, 'message', 'msg_00000000000000000000000001'), kind: 'finding' },
      }),
    );

  beforeEach(async () => {
    await aFinding();
    await world.step(id, { step: 'close', outcome: 'withdrawn' });
  });

  test('comes a chosen time after closing, and nothing of it is left', async () => {
    await world.change(id, { keepDays: 30 });
    world.clock.advance(30 * DAY_MS);
    const before = [(await world.read(id)).status, await world.tend()];
    world.clock.advance(DAY_MS);

    expect(before).toEqual([200, 0]);
    expect(await world.tend()).toBe(1);
    expect(await rowsOf()).toEqual([0, 0]);
    expect(codeOf(await world.read(id))).toBe('not-found');
    expect((await world.listAll('closed')).body.items).toEqual([]);
  });

  test('is not shown any more when its time is over, whoever has been at it', async () => {
    world.clock.advance(91 * DAY_MS);

    expect(codeOf(await world.read(id))).toBe('erased');
    expect((await world.listAll('closed')).body.items).toEqual([]);
    expect(await rowsOf()).toEqual([2, 1]);
  });

  test('the key goes first, wherever the tender dies, and another run finishes it', async () => {
    world.clock.advance(91 * DAY_MS);
    const crashes = new CrashPoints();
    crashes.watch(world.client);
    const seen: number[][] = [];

    for (let at = 1; ; at++) {
      crashes.arm(at);
      await world.tend().catch(() => {});
      const [rows = 0, keys = 0] = await rowsOf();
      seen.push([rows, keys]);
      if (crashes.passed < at) break;
    }

    expect(seen.at(-1)).toEqual([0, 0]);
    expect(seen.filter(([rows, keys]) => rows === 0 && keys !== 0)).toEqual([]);
  });

  test('a row that a restore has brought back opens no more, and goes', async () => {
    const row = (await rawItems(world, 'records')).find(({ sk }) => sk === id);
    world.clock.advance(91 * DAY_MS);
    await world.tend();
    await world.raw.send(new PutCommand({ TableName: world.tables.records, Item: row }));

    expect(codeOf(await world.read(id))).toBe('erased');
    expect(await world.tend()).toBe(1);
    expect(await rowsOf()).toEqual([0, 0]);
  });
});

test('what was asked of a client that is erased goes with it when it is due, and what was closed stays its time', async () => {
  const closed = await world.logged();
  await world.step(closed, { step: 'close', outcome: 'withdrawn' });
  await world.app.db.commit([{ table: 'records', delete: recordKeys.client(world.clientId) }]);
  world.clock.advance(40 * DAY_MS);

  expect(await world.tend()).toBe(1);
  expect((await rawItems(world, 'registerKeys')).filter(({ sk }) => sk === id)).toEqual([]);
  expect((await rawItems(world, 'registerKeys')).filter(({ sk }) => sk === closed)).toHaveLength(1);
  expect(await abouts()).toEqual(['requestClosed to admins']);
});

test('an open request whose key is gone reminds nobody, and goes', async () => {
  const row = (await rawItems(world, 'records')).find(({ sk }) => sk === id);
  await world.app.db.commit([{ table: 'registerKeys', delete: recordKeys.request(world.clientId, id) }]);
  world.clock.advance(40 * DAY_MS);

  expect(row).toBeDefined();
  expect(await world.tend()).toBe(1);
  expect(await abouts()).toEqual([]);
  expect(await tasks()).toEqual([]);
});
