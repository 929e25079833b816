// Keys that are gone without a word, as TTL or a lost table would leave it, on the engine: 410 or a quiet end, never a 500.
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test } from 'vitest';
import type { StaffMember } from '#staff/schema.ts';
import { type DeliveryWorld, deliveryWorld, MINUTE_MS, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { COLLECTION, MESSAGE, type Taken } from '#test/support/messages-world.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { sweeping } from '#test/support/sweeping.ts';

const STAFF = '/v1/clients/{clientId}/staff';

const engine = useEngine();
let world: DeliveryWorld;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await deliveryWorld(engine);
});

async function loseMessageKeys() {
  for (const { id } of await rawItems(world, 'messageKeys'))
    await world.raw.send(new DeleteCommand({ TableName: world.tables.messageKeys, Key: { id } }));
}

async function loseRegisterKey(recordId: string) {
  const row = (await rawItems(world, 'registerKeys')).find(({ sk }) => sk === recordId);
  if (!row) throw new Error('There was no such key');
  const Key = { pk: row.pk, sk: row.sk };
  await world.raw.send(new DeleteCommand({ TableName: world.tables.registerKeys, Key }));
}

const ofMessage = (body?: object) => ({
  claims: world.supervisor,
  params: { clientId: world.clientId, messageId: world.message.id },
  ...(body && { body }),
});

describe('a message whose key is gone', () => {
  beforeEach(loseMessageKeys);

  test('answers 410 wherever it is asked for, and stands in no list', async () => {
    const answers = [
      await world.call<Taken>(`GET ${MESSAGE}`, ofMessage()),
      await world.call<Taken>(`PATCH ${MESSAGE}`, ofMessage({ handled: true })),
      await world.call<Taken>(`PATCH ${MESSAGE}`, ofMessage({ note: 'Ringde' })),
    ];
    const list = await world.call<{ items: unknown[] }>(`GET ${COLLECTION}`, {
      claims: world.supervisor,
      params: { clientId: world.clientId },
    });

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(Array(3).fill([410, 'erased']));
    expect(list.body.items).toEqual([]);
  });

  test('can still be erased', async () => {
    const { status } = await world.erase(world.message);

    expect(status).toBe(204);
    expect((await rawItems(world, 'records')).some(({ kind }) => kind === 'delivery' || kind === 'message')).toBe(
      false,
    );
  });

  test('is not sent: its deliveries end as cancelled, and nothing comes back to them', async () => {
    const results = [await world.house.send(world.email), await world.house.send(world.sms)];
    world.clock.advance(10 * MINUTE_MS);

    const states = (await rawItems(world, 'records'))
      .filter(({ kind }) => kind === 'delivery')
      .map(({ state }) => state);
    expect([results, world.house.handed, states]).toEqual([[{}, {}], [], ['cancelled', 'cancelled']]);
    expect(await world.house.tick()).toBe(0);
  });

  test('is nothing to the sweeper', async () => {
    world.clock.moveTo(Date.parse(world.message.expiresAt));

    expect(await sweeping(world).sweep()).toEqual({ erased: 0, disagreeing: 0, finished: true });
  });
});

describe('a staff member whose key is gone', () => {
  beforeEach(() => loseRegisterKey(world.staffId));

  test('answers 410, stands in no list, and gets no message', async () => {
    const params = { clientId: world.clientId, staffId: world.staffId };
    const read = await world.directory<StaffMember>(`GET ${STAFF}/{staffId}`, { claims: world.supervisor, params });
    const list = await world.directory<{ items: unknown[] }>(`GET ${STAFF}`, {
      claims: world.supervisor,
      params: { clientId: world.clientId },
    });
    const taken = await world.take(world.clientId, { staffId: world.staffId });

    expect([read.status, list.status, list.body.items]).toEqual([410, 200, []]);
    expect([taken.status, taken.body.code]).toEqual([422, 'unknown-staff']);
  });

  test('is sent nothing of what was on its way; the message is still the client’s', async () => {
    await world.house.send(world.email);

    expect([world.house.handed, (await world.states())[0]]).toEqual([[], 'failed']);
    expect((await world.read(world.message)).body.deliveries.map(({ address }) => address)).toEqual([null, null]);
  });
});

test('a client whose key is gone answers 404 or 410 to everything, and fails nowhere', async () => {
  await loseRegisterKey(world.clientId);
  const params = { clientId: world.clientId };

  const answers = [
    await world.directory('GET /v1/clients/{clientId}', { claims: world.supervisor, params }),
    await world.directory('PATCH /v1/clients/{clientId}', {
      claims: world.supervisor,
      params,
      ifMatch: '"1"',
      body: { town: 'Lund' },
    }),
    await world.take(world.clientId, { staffId: world.staffId }),
  ];
  const list = await world.directory('GET /v1/clients', { claims: world.supervisor });

  for (const { status } of answers) expect([404, 410]).toContain(status);
  expect(list.status).toBe(200);
});
