// Erasing a staff member: keys first, whatever happens between, and nothing personal in Records before or after.
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { followReplacements } from '#staff/replacements.ts';
import type { StaffMember } from '#staff/schema.ts';
import { aClient } from '#test/support/builders/clients.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { cancelled, failNext } from '#test/support/faults.ts';
import { rawItems, rawText } from '#test/support/raw-items.ts';

const COLLECTION = '/v1/clients/{clientId}/staff';
const MEMBER = `${COLLECTION}/{staffId}`;

const engine = useEngine();
let world: DirectoryWorld;
let clientId: string;

beforeEach(async () => {
  world = await directoryWorld(engine);
  clientId = (await world.aClient()).body.id;
});

const erase = (staffId: string, replacement?: string) =>
  world.call(`DELETE ${MEMBER}`, {
    claims: world.supervisor,
    params: { clientId, staffId },
    ...(replacement && { query: { replacement } }),
  });
const read = (staffId: string) =>
  world.call(`GET ${MEMBER}`, { claims: world.operator, params: { clientId, staffId } });
const remember = (body: object = aStaffMember()) =>
  world.call<StaffMember & { code?: string; erasedAt?: string }>(`POST ${COLLECTION}`, {
    claims: world.supervisor,
    params: { clientId },
    body,
    idempotencyKey: 'same',
  });
const stringsOf = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(stringsOf)
      : [];

describe('erasing', () => {
  test('takes the keys, then the record; reading answers 410 with the time, an unknown one 404', async () => {
    const { body } = await world.aStaffMember(clientId, { answerNote: null, phones: [], keywords: [] });

    const erased = await world.meter.measure(() => erase(body.id));
    const gone = await read(body.id);
    const unknown = await erase(newId('staff', 0));

    expect(erased.result.status).toBe(204);
    expect(erased.tally).toEqual({
      requests: { BatchGetItem: 1, TransactWriteItems: 2 },
      readUnits: 5,
      writeUnits: 16,
    });
    expect(gone.body).toMatchObject({
      status: 410,
      code: 'erased',
      erasedAt: '2026-11-23T08:00:00.000Z',
      because: 'request',
    });
    expect(unknown.status).toBe(404);
    const keys = await rawItems(world, 'registerKeys');
    expect(keys.some(({ sk }) => sk === body.id)).toBe(false);
  });

  test('after a crash between the two the person is gone already, and a second call goes on', async () => {
    const { body } = await world.aStaffMember(clientId);
    let transactions = 0;
    world.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName?.startsWith('TransactWrite') && ++transactions === 2)
          throw new Error('The process died');
        return next(args);
      },
      { step: 'initialize', name: 'crash' },
    );

    const crashed = await erase(body.id);
    const between = await read(body.id);
    const list = await world.call<{ items: unknown[] }>(`GET ${COLLECTION}`, {
      claims: world.operator,
      params: { clientId },
    });
    world.clock.advance(60_000);
    const second = await erase(body.id);
    world.clock.advance(60_000);
    const third = await erase(body.id);

    expect(crashed.status).toBe(500);
    expect(between.status).toBe(410);
    expect(list.body.items).toEqual([]);
    expect([second.status, third.status]).toEqual([204, 204]);
    expect((await read(body.id)).body.erasedAt).toBe('2026-11-23T08:00:00.000Z');
  });

  test('ten at once all succeed', async () => {
    const { body } = await world.aStaffMember(clientId);

    const answers = await Promise.all(Array.from({ length: 10 }, () => erase(body.id)));

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(204));
  });

  test('of two at once with different wishes the first says who stands in, and when it was', async () => {
    const [anna, bo, cia] = [
      (await world.aStaffMember(clientId)).body.id,
      (await world.aStaffMember(clientId)).body.id,
      (await world.aStaffMember(clientId)).body.id,
    ];
    let isFirst = true;
    world.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (context.commandName?.startsWith('TransactWrite') && isFirst) {
          isFirst = false;
          expect((await erase(anna, bo)).status).toBe(204);
          world.clock.advance(60_000);
        }
        return next(args);
      },
      { step: 'initialize', name: 'overtakes' },
    );

    const late = await erase(anna, cia);

    expect(late.status).toBe(204);
    expect((await followReplacements(world.app, clientId, [anna])).get(anna)).toBe(bo);
    expect((await read(anna)).body.erasedAt).toBe('2026-11-23T08:00:00.000Z');
  });

  test('every other route answers 410 as well', async () => {
    const { body } = await world.aStaffMember(clientId);
    await erase(body.id);
    const params = { clientId, staffId: body.id };
    const claims = world.supervisor;

    const answers = [
      await world.call(`PATCH ${MEMBER}`, { claims, params, ifMatch: '"1"', body: { title: null } }),
      await world.call(`PUT ${MEMBER}/absence`, {
        claims,
        params,
        body: { reason: 'lunch', until: '2026-11-23T12:00:00Z' },
      }),
      await world.call(`DELETE ${MEMBER}/absence`, { claims, params }),
    ];

    expect(answers.map(({ status }) => status)).toEqual([410, 410, 410]);
  });
});

describe('Idempotency-Key', () => {
  test('fifty posts at once make one staff member', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => remember()));

    expect(answers.map(({ status }) => status)).toEqual(Array(50).fill(201));
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect((await rawItems(world, 'records')).filter(({ kind }) => kind === 'staff')).toHaveLength(1);
  });

  test('a replay gives the record as it stands, another body 422, and after erasure 410', async () => {
    const made = await remember();
    const params = { clientId, staffId: made.body.id };
    await world.call(`PATCH ${MEMBER}`, { claims: world.supervisor, params, ifMatch: '"1"', body: { title: 'Chef' } });

    const replay = await remember();
    const other = await remember(aStaffMember({ name: 'Bo Ek' }));
    await erase(made.body.id);
    const after = await remember();

    expect([replay.status, replay.etag, replay.body.id, replay.body.title]).toEqual([201, '"2"', made.body.id, 'Chef']);
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-mismatch']);
    expect([after.status, after.body.erasedAt]).toEqual([410, '2026-11-23T08:00:00.000Z']);
  });

  test('other transactions in the way are waited for, also where a condition fails beside them', async () => {
    failNext(
      world.client,
      'TransactWriteItemsCommand',
      cancelled('TransactionConflict', 'None', 'None'),
      cancelled('ConditionalCheckFailed', 'None', 'TransactionConflict'),
    );

    const made = await remember();

    expect(made.status).toBe(201);
  });
});

test('nothing that was sent in stands in Records, but sealed', async () => {
  const client = aClient({ numbers: [{ number: '08-465 004 11', answerPhrase: 'Nordvik, god dag' }] });
  const staff = aStaffMember({
    absences: [
      { reason: 'meeting', until: '2026-11-23T12:00:00Z', note: 'På taket', operatorNote: 'Koppla bara hennes bror' },
    ],
    answerNotes: [{ name: 'Påsken', when: { days: ['eve'] }, text: 'Hälsa att hon ringer efter helgen.' }],
  });
  await world.call('POST /v1/clients', { claims: world.supervisor, body: client, idempotencyKey: 'Nyckel av Nordvik' });
  const { body } = await remember(staff);
  await erase(body.id);

  const text = rawText(await rawItems(world, 'records'));

  // Words that everybody uses say nothing; of very short ones chance makes some.
  const plain = new Set(['active', 'person', 'email', 'meeting', '2026-11-23T12:00:00Z']);
  const sent = [...stringsOf(client), ...stringsOf(staff), '+46846500411', '+46701740607', 'Nyckel av Nordvik'];
  const found = sent.filter((secret) => secret.length > 4 && !plain.has(secret) && text.includes(secret));
  expect(found).toEqual([]);
  expect(text).toContain('sealed');
});
