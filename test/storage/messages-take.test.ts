// Taking a message through the real handler on the engine: what is made, how long it is kept, and what it costs.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Client } from '#clients/schema.ts';
import { newId } from '#shared/ids.ts';
import { MATTER } from '#test/support/builders/messages.ts';
import { MONDAY_MORNING_MS, useEngine } from '#test/support/engine.ts';
import { sizeOf } from '#test/support/item-size.ts';
import { type MessagesWorld, messagesWorld } from '#test/support/messages-world.ts';
import { rawItems, rawText } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: MessagesWorld;
let clientId: string;
let staffId: string;

beforeEach(async () => {
  world = await messagesWorld(engine);
  clientId = (await world.aClient()).body.id;
  staffId = (await world.aStaffMember(clientId)).body.id;
});

describe('a message for one e-mail and one SMS', () => {
  test('of 200 characters costs one read request of 5 units and one transaction of 12, each item under 1 KB', async () => {
    const taken = await world.meter.measure(() => world.take(clientId, { staffId }, { idempotencyKey: 'one' }));

    expect(MATTER).toHaveLength(200);
    expect(taken.result.status).toBe(201);
    expect(taken.tally).toEqual({
      requests: { BatchGetItem: 1, TransactWriteItems: 1 },
      readUnits: 5,
      writeUnits: 12,
    });
    const items = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'message' || kind === 'delivery');
    const all = [...items, ...(await rawItems(world, 'messageKeys'))];
    expect(all).toHaveLength(4);
    expect(Math.max(...all.map(sizeOf))).toBeLessThanOrEqual(1_024);
  });

  test('comes back with every field and its planned deliveries, and reads the same', async () => {
    const supervisor = { claims: world.supervisor };

    const taken = await world.take(clientId, { staffId, urgency: 'normal', callBack: true }, supervisor);
    const read = await world.read(taken.body);

    expect(taken.body).toEqual({
      id: expect.stringMatching(/^msg_/),
      clientId,
      staffId,
      copyTo: [],
      caller: {
        name: 'Eva Ek',
        company: 'Ek Bygg',
        phone: '+46701740620',
        phoneAsGiven: null,
        extension: null,
        secondPhone: null,
        secondPhoneAsGiven: null,
        email: 'eva@ek.example',
      },
      matter: MATTER,
      urgency: 'normal',
      callBack: true,
      sensitive: false,
      answered: [],
      test: false,
      takenBy: world.supervisor.username,
      takenAt: '2026-11-23T08:00:00.000Z',
      enteredAt: null,
      expiresAt: '2027-05-23T07:00:00.000Z',
      state: 'open',
      readAt: null,
      handled: null,
      note: null,
      corrections: [],
      deliveries: [
        ['email', 'anna-karin@nordvik.example'],
        ['sms', '+46701740607'],
      ].map(([channel, address]) => ({
        id: expect.stringMatching(/^dlv_/),
        staffId,
        viaStaffId: null,
        step: 1,
        channel,
        state: 'queued',
        correction: false,
        withdrawn: false,
        notBefore: null,
        address,
        attempts: [],
      })),
    });
    expect(read.body).toEqual(taken.body);
  });

  test('shows no address to an operator', async () => {
    const { body } = await world.take(clientId, { staffId });

    expect(body.deliveries.map(({ address }) => address)).toEqual([null, null]);
  });
});

test('nothing about the caller is needed, and a copy goes to each who is named, once', async () => {
  const colleague = (await world.aStaffMember(clientId, { phones: [] })).body.id;
  const body = { caller: {}, matter: null, callBack: true, staffId, copyTo: [colleague, staffId, colleague] };

  const { body: made, status } = await world.take(clientId, body);

  expect(status).toBe(201);
  expect(Object.values(made.caller)).toEqual(Array(8).fill(null));
  expect(made.copyTo).toEqual([colleague]);
  expect(made.deliveries.map((one) => [one.staffId, one.channel])).toEqual([
    [staffId, 'email'],
    [staffId, 'sms'],
    [colleague, 'email'],
  ]);
});

test('a message for nobody in particular goes to the general inbox', async () => {
  const { body } = await world.take(clientId, {}, { claims: world.supervisor });

  expect(body.deliveries.map((one) => [one.staffId, one.address])).toEqual([
    [null, 'info@nordvik.example'],
    [null, '+46701740606'],
  ]);
});

describe('how long it is kept', () => {
  test("is the client's own time", async () => {
    const client = await world.aClient({ retention: { days: 30 } });

    const { body } = await world.take(client.body.id);

    expect(body.expiresAt).toBe('2026-12-23T08:00:00.000Z');
  });

  test("is never longer than the stage's, which may have been shortened since the client was set up", async () => {
    const shorter = await messagesWorld(engine, 3);
    const longer: Client = (await shorter.aClient({ retention: { months: 6 } })).body;

    const { body } = await shorter.take(longer.id);

    const [row] = await rawItems(shorter, 'messageKeys');
    expect(body.expiresAt).toBe('2027-02-23T08:00:00.000Z');
    expect([row?.retention, row?.takenAtMs]).toEqual(['3m', MONDAY_MORNING_MS]);
  });
});

test('nothing of a message stands in Records or MessageKeys, nor in the log, but sealed', async () => {
  const logged = [vi.spyOn(console, 'info'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error')];
  const inbox = (await world.aStaffMember(clientId, { name: 'Ulf Inaktiv', active: false })).body.id;
  await world.take(clientId, { staffId, copyTo: [inbox] }, { idempotencyKey: 'Nyckel-av-Eva' });
  await world.take(clientId, { staffId: newId('staff', 0) });

  const text = rawText([...(await rawItems(world, 'records')), ...(await rawItems(world, 'messageKeys'))]);
  const lines = logged.flatMap(({ mock }) => mock.calls.flat().map(String)).join('\n');

  const secrets = ['Eva Ek', 'Ek Bygg', '70174062', 'eva@ek', 'takpannorna', 'Nyckel', 'Sjölund', 'Ulf', 'nordvik'];
  expect(secrets.filter((secret) => text.includes(secret) || lines.includes(secret))).toEqual([]);
  expect(text).toContain('msg_');
});
