// A shorter retention for messages that are there already, on the engine: only where it is asked for, and only ever earlier.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Client } from '#clients/schema.ts';
import { recordKeys } from '#shared/tables.ts';
import { useEngine } from '#test/support/engine.ts';
import type { Claims } from '#test/support/http-call.ts';
import { type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { portalPerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { type Sweeping, sweeping } from '#test/support/sweeping.ts';

const DAY_MS = 24 * 3_600_000;

const engine = useEngine();
let world: MessagesWorld;
let sweeper: Sweeping;
let clientId: string;
let staffId: string;
let version: string;
let message: Taken;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await messagesWorld(engine);
  sweeper = sweeping(world);
  const client = await world.aClient({ retention: { months: 3 } });
  clientId = client.body.id;
  version = client.etag;
  staffId = (await world.aStaffMember(clientId)).body.id;
  message = (await world.take(clientId, { staffId })).body;
});

async function change(body: object, claims: Claims = world.supervisor) {
  const answer = await world.directory<Client>('PATCH /v1/clients/{clientId}', {
    claims,
    params: { clientId },
    ifMatch: version,
    body,
  });
  if (answer.status === 200) version = answer.etag;
  return answer;
}
const shorten = (retention: object | null) => change({ retention, retentionAppliesTo: 'all' });
const expiresAt = async () => (await world.read(message)).body.expiresAt;
const wishes = async () => (await rawItems(world, 'records')).filter(({ kind }) => kind === 'shortening').length;
const daysAfter = (days: number) => Date.parse(message.takenAt) + days * DAY_MS;

describe('a shorter retention', () => {
  test('leaves old messages alone unless it is asked for', async () => {
    await change({ retention: { days: 30 } });
    await sweeper.sweep();

    expect([await wishes(), await expiresAt()]).toEqual([0, message.expiresAt]);
    expect((await world.take(clientId, { staffId })).body.expiresAt).toBe('2026-12-23T08:00:00.000Z');
  });

  test('brings old messages forward: row, record and deliveries, and TTL with them', async () => {
    await shorten({ days: 30 });
    await sweeper.sweep();

    expect([await wishes(), await expiresAt()]).toEqual([0, '2026-12-23T08:00:00.000Z']);
    const ends = daysAfter(30) / 1_000;
    const [row] = await rawItems(world, 'messageKeys');
    expect(row).toMatchObject({
      expiresAt: ends,
      retention: '30d',
      expiryDay: '2026-12-23',
      ttl: ends + 3 * 86_400,
    });
    const records = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'message' || kind === 'delivery');
    expect(records.map((one) => [one.expiresAt, one.ttl])).toEqual(Array(3).fill([ends, ends + 7 * 86_400]));
  });

  test('ends them at their new time', async () => {
    await shorten({ days: 30 });
    await sweeper.sweep();
    world.clock.moveTo(daysAfter(30));

    expect(await sweeper.sweep()).toEqual({ erased: 1, disagreeing: 0, finished: true });
    expect(await sweeper.left()).toEqual([]);
    expect((await world.read(message)).body.erasedAt).toBe('2026-12-23T08:00:00.000Z');
  });

  test('erases at once what is over by it, and says when that was', async () => {
    world.clock.moveTo(daysAfter(40));
    await shorten({ days: 30 });

    const report = await sweeper.sweep();

    expect(report).toMatchObject({ erased: 1, disagreeing: 0 });
    expect([await wishes(), ...(await sweeper.left())]).toEqual([0]);
    expect((await world.read(message)).body).toMatchObject({
      status: 410,
      erasedAt: new Date(daysAfter(40)).toISOString(),
      because: 'time',
    });
  });
});

test('the files that old messages stand in end at once, and those that are made until it is carried out', async () => {
  const put = { ...recordKeys.filesKey(clientId), key: new Uint8Array(32), keyId: 'fil_1' };
  const fileKeys = async () => (await rawItems(world, 'registerKeys')).filter(({ sk }) => sk === 'KEY').length;
  await world.app.db.commit([{ table: 'registerKeys', put }]);
  const plain = await world.meter.measure(() => change({ retention: { days: 60 } }));
  const before = await fileKeys();

  const asked = await world.meter.measure(() => shorten({ days: 60 }));
  const after = await fileKeys();
  await world.app.db.commit([{ table: 'registerKeys', put }]);
  await sweeper.sweep();

  expect([before, after, await fileKeys()]).toEqual([1, 0, 0]);
  // The wish, and the key of the files.
  expect(asked.tally.writeUnits - plain.tally.writeUnits).toBe(4);
  expect(asked.tally.requests).toEqual(plain.tally.requests);
});

test('a longer retention brings nothing back', async () => {
  await shorten({ months: 6 });
  await sweeper.sweep();

  expect([await wishes(), await expiresAt()]).toEqual([0, message.expiresAt]);
});

test('of two wishes the later one stands', async () => {
  await shorten({ days: 30 });
  await shorten({ days: 60 });
  await sweeper.sweep();

  expect(await expiresAt()).toBe('2027-01-22T08:00:00.000Z');
});

test('the client’s admin may ask for it', async () => {
  const admin = await portalPerson(world, clientId, 'clientAdmin');

  expect((await change({ retention: { days: 30 }, retentionAppliesTo: 'all' }, admin)).status).toBe(200);
  expect(await wishes()).toBe(1);
});

describe('many messages', () => {
  const MANY = 60;
  const expiries = async () =>
    new Set((await rawItems(world, 'messageKeys')).map((row) => row.expiresAt as number)).size;

  beforeEach(async () => {
    await Promise.all(Array.from({ length: MANY }, () => world.take(clientId, { staffId })));
    await sweeper.sweep();
    await shorten({ days: 30 });
  });

  test('go page by page, and on from there when the time is up', async () => {
    let asked = 0;
    // Three days, and one page.
    const first = await sweeper.sweep(() => ++asked <= 4);
    const between = await wishes();
    const queried = await world.meter.measure(() => sweeper.erase());

    expect([first.finished, between, await wishes()]).toEqual([false, 1, 0]);
    // Three days, the wishes, and one page of messages.
    expect(queried.tally.requests.Query).toBe(5);
    expect(await expiries()).toBe(1);
  });

  test('hold up nothing whose time is over, however long they take', async () => {
    const other = (await world.aClient({ retention: { days: 1 } })).body.id;
    const person = (await world.aStaffMember(other)).body.id;
    const due = (await world.take(other, { staffId: person })).body;
    world.clock.moveTo(Date.parse(due.expiresAt));
    let asked = 0;

    const report = await sweeper.sweep(() => ++asked <= 4);

    expect([report.erased, report.finished, await wishes()]).toEqual([1, false, 1]);
  });
});

test('a run that dies before any of its writes is finished by the next', async () => {
  const other = (await world.take(clientId, { staffId })).body;
  const deaths = 9;
  for (let dies = 1; dies <= deaths; dies++) {
    await shorten({ days: 90 - dies });
    let seen = 0;
    world.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (/^(UpdateItem|TransactWriteItems)/.test(context.commandName ?? '') && ++seen >= dies)
          throw new Error('It died');
        return next(args);
      },
      { step: 'initialize', name: 'dies', override: true },
    );
    await expect(sweeper.sweep()).rejects.toThrow();
    world.client.middlewareStack.remove('dies');
    await sweeper.sweep();

    const ends = new Date(daysAfter(90 - dies)).toISOString();
    const [one, two] = [await expiresAt(), (await world.read(other)).body.expiresAt];
    expect([dies, one, two, await wishes()]).toEqual([dies, ends, ends, 0]);
  }
});

test('what is over at once is erased and told whole, whatever request the run before died at', async () => {
  world.clock.moveTo(daysAfter(60));
  const deaths = 8;
  for (let dies = 1; dies <= deaths; dies++) {
    const old = (await world.take(clientId, { staffId })).body;
    world.clock.advance(40 * DAY_MS);
    await sweeper.sweep();
    await shorten({ days: 30 });
    let seen = 0;
    world.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (/^(UpdateItem|BatchWriteItem)/.test(context.commandName ?? '') && ++seen >= dies)
          throw new Error('It died');
        return next(args);
      },
      { step: 'initialize', name: 'dies', override: true },
    );
    await sweeper.sweep().catch(() => {});
    world.client.middlewareStack.remove('dies');
    await sweeper.sweep();

    const told = [...sweeper.evidence.objects.values()].filter((text) => text.includes(old.id));
    // A row that has lost its key before its message went is the index's alone, and TTL's.
    const left = (await sweeper.left()).filter((kind) => kind !== 'row');
    expect([dies, await wishes(), told.length > 0, ...left]).toEqual([dies, 0, true]);
    await change({ retention: { months: 3 } });
  }
});

test('costs, for two messages with two deliveries each, what stands above it', async () => {
  await world.take(clientId, { staffId });
  await sweeper.sweep();
  await shorten({ days: 30 });

  const { tally } = await world.meter.measure(() => sweeper.erase());

  expect(tally.requests).toEqual({
    // The wishes, a page of messages, three days.
    Query: 5,
    // The rows, where it came to.
    BatchGetItem: 2,
    // Rows, records and deliveries, and where it has come to.
    UpdateItem: 2 + 2 + 4 + 1,
    TransactWriteItems: 1,
  });
});
