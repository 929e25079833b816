// The sweeper on the engine: what has expired is gone within one run, what has not is left alone.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { useEngine } from '#test/support/engine.ts';
import { COLLECTION, type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { type Sweeping, sweeping } from '#test/support/sweeping.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const engine = useEngine();
let world: MessagesWorld;
let sweeper: Sweeping;
let clientId: string;
let staffId: string;
let message: Taken;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await messagesWorld(engine);
  sweeper = sweeping(world);
  clientId = (await world.aClient()).body.id;
  staffId = (await world.aStaffMember(clientId)).body.id;
  message = (await world.take(clientId, { staffId })).body;
});

const expiry = () => Date.parse(message.expiresAt);

describe('a message', () => {
  test('is left alone a second before its time', async () => {
    world.clock.moveTo(expiry() - 1_000);

    expect(await sweeper.sweep()).toEqual({ erased: 0, disagreeing: 0, finished: true });
    expect(await sweeper.left()).toEqual(['delivery', 'delivery', 'key', 'message']);
  });

  test('is gone when its time has come, but for the tombstone', async () => {
    world.clock.moveTo(expiry());

    const report = await sweeper.sweep();

    expect(report).toEqual({ erased: 1, disagreeing: 0, finished: true });
    expect(await sweeper.left()).toEqual([]);
    const tombstones = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'tombstone');
    expect(tombstones).toMatchObject([{ sk: message.id, erasedAt: expiry(), readers: [staffId] }]);
  });

  test('answers alike before and after the sweep: 410 with when its time was over', async () => {
    world.clock.moveTo(expiry() + 1);
    const hidden = await world.read(message);
    await sweeper.sweep();

    const erased = await world.read(message);
    const list = await world.call<{ items: unknown[] }>(`GET ${COLLECTION}`, {
      claims: world.supervisor,
      params: { clientId },
    });

    expect(erased.body).toMatchObject({ status: 410, code: 'erased', erasedAt: message.expiresAt, because: 'time' });
    expect(JSON.stringify(erased)).toBe(JSON.stringify(hidden));
    expect(list.body.items).toEqual([]);
  });

  test('is not brought back by its Idempotency-Key', async () => {
    const taken = (await world.take(clientId, { staffId }, { idempotencyKey: 'again' })).body;
    world.clock.moveTo(Date.parse(taken.expiresAt));
    await sweeper.sweep();

    const replayed = await world.take(clientId, { staffId }, { idempotencyKey: 'again' });

    expect(replayed.body).toMatchObject({ status: 410, code: 'erased', erasedAt: taken.expiresAt, because: 'time' });
    expect(await sweeper.left()).toEqual([]);
  });

  test('answers 410 for twelve months, then 404', async () => {
    world.clock.moveTo(expiry());
    await sweeper.sweep();

    world.clock.moveTo(expiry() + 365 * DAY_MS);
    const after = await world.read(message);
    world.clock.moveTo(expiry() + 367 * DAY_MS);

    expect([after.status, (await world.read(message)).status]).toEqual([410, 404]);
  });

  test('that was erased before its time is none of the sweeper’s', async () => {
    await world.erase(message);
    world.clock.moveTo(expiry() + HOUR_MS);

    expect(await sweeper.sweep()).toEqual({ erased: 0, disagreeing: 0, finished: true });
  });
});

test('only what is due goes', async () => {
  world.clock.advance(HOUR_MS);
  const later = (await world.take(clientId, { staffId })).body;
  world.clock.moveTo(expiry() + HOUR_MS / 2);

  const report = await sweeper.sweep();

  expect(report.erased).toBe(1);
  expect((await world.read(later)).status).toBe(200);
});

describe('TTL, the net below', () => {
  test('would take keys three days after the time, and records seven', async () => {
    const seconds = expiry() / 1_000;
    const [row] = await rawItems(world, 'messageKeys');
    const records = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'message' || kind === 'delivery');

    expect(row?.ttl).toBe(seconds + 3 * 86_400);
    expect(records.map(({ ttl }) => ttl)).toEqual(Array(3).fill(seconds + 7 * 86_400));
  });
});

describe('the days that are looked at', () => {
  const queries = async () => (await world.meter.measure(() => sweeper.erase())).tally.requests.Query;

  test('are all that may hold anything at first, and those of the last 48 hours after a sweep that came through', async () => {
    world.clock.moveTo(expiry() + 20 * 60_000);

    expect([await queries(), await queries()]).toEqual([402, 4]);
  });

  test('go back to the last sweep after an outage: nothing is left for TTL', async () => {
    world.clock.moveTo(expiry() - DAY_MS);
    await sweeper.sweep();
    world.clock.moveTo(expiry() + 20 * DAY_MS);

    const report = await sweeper.sweep();

    expect(report.erased).toBe(1);
  });

  test('go back as far after a sweep that did not come through', async () => {
    world.clock.moveTo(expiry() - DAY_MS);
    await sweeper.sweep();
    world.clock.moveTo(expiry() + 20 * DAY_MS);
    await sweeper.sweep(() => false);
    world.clock.advance(10 * DAY_MS);

    expect((await sweeper.sweep()).erased).toBe(1);
  });

  test('go back to the last sweep however long ago it was, so that no day is told as swept that was not', async () => {
    world.clock.moveTo(expiry() - DAY_MS);
    await sweeper.sweep();
    world.clock.advance(1_000 * DAY_MS);

    expect((await sweeper.sweep()).erased).toBe(1);
    expect(await sweeper.left()).toEqual([]);
  });

  test('do not go by a sweep of a clock that was ahead, also once the true time has come to it', async () => {
    const now = world.clock.nowMs();
    world.clock.moveTo(expiry() - DAY_MS);
    await sweeper.sweep();
    const ahead = world.clock.nowMs() + 60 * DAY_MS;
    world.clock.moveTo(ahead);
    await world.take(clientId, { staffId });
    await sweeper.sweep();
    world.clock.moveTo(now);
    const second = (await world.take(clientId, { staffId })).body;
    await sweeper.sweep();
    world.clock.moveTo(ahead + DAY_MS);

    expect((await sweeper.sweep()).erased).toBe(1);
    expect(await world.read(second)).toMatchObject({ body: { status: 410 } });
    expect((await rawItems(world, 'messageKeys')).filter(({ key }) => key)).toHaveLength(1);
  });
});

test('costs, for three messages with two deliveries each, what stands above it', async () => {
  await world.take(clientId, { staffId });
  await world.take(clientId, { staffId });
  world.clock.moveTo(expiry() - 15 * 60_000);
  await sweeper.sweep();
  world.clock.moveTo(expiry());

  const { tally, result } = await world.meter.measure(() => sweeper.erase());

  expect(result.erased).toBe(3);
  expect(tally.requests).toEqual({
    // The wishes to shorten, and three days.
    Query: 4,
    // Where it came to, the rows, the messages.
    BatchGetItem: 3,
    // The keys, the rows' places in the index, and where it has come to.
    UpdateItem: 7,
    BatchWriteItem: 2,
  });
});
