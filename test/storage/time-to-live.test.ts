// The net below the sweeper, on the engine: where no sweep has ever run, TTL alone takes keys and then records, and nothing shows meanwhile.
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, expect, test } from 'vitest';
import { registerKeysTable, ttlAttribute } from '#shared/tables.ts';
import { type DeliveryWorld, deliveryWorld, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { COLLECTION, MESSAGE, type Taken } from '#test/support/messages-world.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { sweeping } from '#test/support/sweeping.ts';

const DAY_MS = 24 * 3_600_000;

const engine = useEngine();
let world: DeliveryWorld;
let message: Taken;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await deliveryWorld(engine);
  ({ message } = world);
});

/** What DynamoDB does where the local engine does not: items go whose time to live is over. RegisterKeys has none. */
async function timeToLivePasses(): Promise<void> {
  const now = world.clock.nowMs() / 1_000;
  for (const table of ['records', 'messageKeys'] as const)
    for (const item of await rawItems(world, table)) {
      const ttl = item[ttlAttribute];
      if (typeof ttl !== 'number' || ttl > now) continue;
      const Key = table === 'records' ? { pk: item.pk, sk: item.sk } : { id: item.id };
      await world.raw.send(new DeleteCommand({ TableName: world.tables[table], Key }));
    }
}

async function daysAfterItsTime(days: number): Promise<void> {
  world.clock.moveTo(Date.parse(message.expiresAt) + days * DAY_MS);
  await timeToLivePasses();
}

const left = async () => [
  (await rawItems(world, 'messageKeys')).length,
  (await rawItems(world, 'records')).filter(({ kind }) => kind === 'message' || kind === 'delivery').length,
];

async function answers() {
  const params = { clientId: world.clientId, messageId: message.id };
  const claims = world.supervisor;
  const edit = await world.call<Taken>(`PATCH ${MESSAGE}`, { claims, params, body: { handled: true } });
  const lists = await Promise.all(
    [{}, { staffId: world.staffId }].map((query) =>
      world.call<{ items: unknown[] }>(`GET ${COLLECTION}`, { claims, params: { clientId: world.clientId }, query }),
    ),
  );
  await world.house.send(world.email);
  await world.settleAll(3);
  return {
    read: [(await world.read(message)).status, edit.status],
    listed: lists.map(({ body }) => body.items.length),
    handed: world.house.handed.length,
  };
}

test('up to three days after its time everything lies there, and nothing shows', async () => {
  await daysAfterItsTime(2.99);

  expect(await left()).toEqual([1, 3]);
  expect(await answers()).toEqual({ read: [410, 410], listed: [0, 0], handed: 0 });
});

test('then the key is gone, and what is left of the message is noise that nothing shows', async () => {
  await daysAfterItsTime(3);

  expect(await left()).toEqual([0, 3]);
  expect(await answers()).toEqual({ read: [410, 410], listed: [0, 0], handed: 0 });
});

test('after seven days nothing is left of it', async () => {
  await daysAfterItsTime(3);
  await daysAfterItsTime(7);

  expect(await left()).toEqual([0, 0]);
  expect(await answers()).toEqual({ read: [404, 404], listed: [0, 0], handed: 0 });
});

test('a sweep that begins when TTL has taken the key finds nothing to do, and fails in nothing', async () => {
  await daysAfterItsTime(5);

  expect(await sweeping(world).sweep()).toEqual({ erased: 0, disagreeing: 0, finished: true });
});

test('nothing goes before its time, and no key of the register ever', async () => {
  world.clock.moveTo(Date.parse(message.expiresAt) - 1);
  await timeToLivePasses();

  expect((await world.read(message)).status).toBe(200);
  expect(Object.keys(registerKeysTable)).not.toContain(ttlAttribute);
  expect((await rawItems(world, 'registerKeys')).filter((row) => ttlAttribute in row)).toEqual([]);
});
