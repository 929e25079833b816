// Messages that are gone, on the engine: erased by somebody, or by their time.
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { toMessageRecord } from '#messages/store.ts';
import { newId } from '#shared/ids.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { useEngine } from '#test/support/engine.ts';
import type { Claims } from '#test/support/http-call.ts';
import { COLLECTION, MESSAGE, type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { rawItems } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: MessagesWorld;
let clientId: string;
let staffId: string;
let message: Taken;

beforeEach(async () => {
  world = await messagesWorld(engine);
  clientId = (await world.aClient()).body.id;
  staffId = (await world.aStaffMember(clientId)).body.id;
  message = (await world.take(clientId, { staffId })).body;
});

const change = (body: object, claims: Claims = world.operator) =>
  world.call<Taken>(`PATCH ${MESSAGE}`, { claims, params: { clientId, messageId: message.id }, body });
const stored = async () => {
  const item = (await rawItems(world, 'records')).find(({ kind }) => kind === 'message');
  const [keys] = await rawItems(world, 'messageKeys');
  return { record: toMessageRecord(item ?? {}), noteKey: keys?.noteKey as Uint8Array, keys };
};

describe('erasing', () => {
  test('takes key, record and deliveries at once, and leaves a tombstone', async () => {
    world.clock.advance(60_000);
    const erased = await world.meter.measure(() => world.erase(message));
    const gone = await world.read(message);

    expect(erased.result.status).toBe(204);
    expect(erased.tally.requests).toEqual({ BatchGetItem: 1, TransactWriteItems: 1 });
    expect(gone.body).toMatchObject({
      status: 410,
      code: 'erased',
      erasedAt: '2026-11-23T08:01:00.000Z',
      because: 'request',
    });
    const kinds = (await rawItems(world, 'records')).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'message' || kind === 'delivery')).toEqual([]);
    expect(kinds).toContain('tombstone');
    const { keys } = await stored();
    expect(['key', 'stableKey', 'noteKey', 'bodyMac', 'expiryDay'].filter((name) => name in (keys ?? {}))).toEqual([]);
  });

  test('that dies leaves all of it or nothing, and a second call finishes', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const points = new CrashPoints();
    points.watch(world.client);
    points.arm(1);
    const before = await world.erase(message);
    const whole = await world.read(message);
    points.arm(2);
    const after = await world.erase(message);
    points.arm();
    world.clock.advance(60_000);
    const second = await world.erase(message);

    expect([before.status, whole.status, after.status, second.status]).toEqual([500, 200, 500, 410]);
    expect((await rawItems(world, 'records')).some(({ kind }) => kind === 'delivery')).toBe(false);
    expect((await world.read(message)).body.erasedAt).toBe('2026-11-23T08:00:00.000Z');
  });

  test('of a message whose row TTL has taken leaves a tombstone all the same', async () => {
    const { record } = await stored();
    await world.raw.send(new DeleteCommand({ TableName: world.tables.messageKeys, Key: { id: record.keyId } }));

    const { status } = await world.erase(message);

    expect(status).toBe(204);
    expect((await rawItems(world, 'records')).map(({ kind }) => kind)).toContain('tombstone');
    expect(await rawItems(world, 'messageKeys')).toEqual([]);
  });

  test('leaves the key of another message that has taken the place of its row, with the same Idempotency-Key', async () => {
    const { record, keys } = await stored();
    const another = { ...keys, messageId: newId('message', 0) };
    await world.raw.send(new PutCommand({ TableName: world.tables.messageKeys, Item: another }));

    const { status } = await world.erase(message);

    expect(status).toBe(204);
    expect(await rawItems(world, 'messageKeys')).toEqual([another]);
    expect((await world.read(record)).status).toBe(410);
  });

  test('ten at once leave nothing', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.erase(message)));

    expect(answers.every(({ status }) => status === 204 || status === 410)).toBe(true);
    expect((await rawItems(world, 'records')).some(({ kind }) => kind === 'message')).toBe(false);
  });

  test('of what never was is 404, and its tombstone is over after a year', async () => {
    await world.erase(message);
    const unknown = await world.erase({ clientId, id: newId('message', 0) });
    world.clock.advance(367 * 24 * 3_600_000);

    expect(unknown.status).toBe(404);
    expect((await world.read(message)).status).toBe(404);
  });
});

test('after its time nobody reads, changes or lists it', async () => {
  world.clock.moveTo(Date.parse(message.expiresAt) - 1);
  const before = await world.read(message);
  world.clock.advance(1);

  const after = [await world.read(message), await change({ read: true }), await change({ note: 'Sent' })];
  const lists = await Promise.all(
    [{ why: 'fault' }, { staffId, why: 'fault' }].map((query) =>
      world.call<{ items: unknown[] }>(`GET ${COLLECTION}`, { claims: world.operator, params: { clientId }, query }),
    ),
  );

  expect(before.status).toBe(200);
  expect(after.map(({ status, body }) => [status, body.erasedAt, body.because])).toEqual(
    Array(3).fill([410, message.expiresAt, 'time']),
  );
  expect(lists.map(({ body }) => body.items)).toEqual([[], []]);
});
