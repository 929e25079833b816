// Days of the audit are closed over its rows, on the engine: chained and signed; a row that is changed, gone or added is named.
import { DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { servePrivacy } from '#api/privacy.ts';
import type { AuditLogPage, AuditPage } from '#privacy/audit-schema.ts';
import { closeLogs } from '#privacy/close-logs.ts';
import { auditLog } from '#privacy/kept-logs.ts';
import { verifyLog } from '#privacy/verify-log.ts';
import { verifyRows } from '#privacy/verify-rows.ts';
import { type Act, auditWrite } from '#shared/audit.ts';
import type { Item } from '#shared/found.ts';
import { newId } from '#shared/ids.ts';
import { aSweep } from '#test/support/builders/evidence.ts';
import { type ClosingWorld, closingWorld } from '#test/support/closing-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { type Caller, type Claims, callerOf } from '#test/support/http-call.ts';
import { linking } from '#test/support/links.ts';
import { portalPerson, servicePerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: ClosingWorld;
let call: Caller;
let officer: Claims;
const nordvik = newId('client', 1);
const sodra = newId('client', 2);
const by = newId('user', 1);

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await closingWorld(engine, auditLog);
  call = callerOf(servePrivacy(() => ({ ...world.app, ...linking })));
  officer = await servicePerson(world, 'privacyOfficer');
  await acts('2027-05-23T00:00:00.000Z', { clientId: nordvik }, { clientId: sodra });
  await acts('2027-05-23T23:59:59.999Z', { clientId: nordvik, why: 'complaint' });
  await acts('2027-05-25T12:00:00.000Z', { clientId: nordvik }, { clientId: 'service', act: 'createClient' });
});

async function acts(at: string, ...some: Partial<Act>[]): Promise<void> {
  world.clock.moveTo(Date.parse(at));
  for (const one of some)
    await world.app.db.commit([
      auditWrite(world.app, { clientId: nordvik, by, role: 'supervisor', act: 'changeClient', ...one }),
    ]);
}

const until25 = () => world.closeUntil('2027-05-25');
const days = async (claims = officer) => (await call<AuditLogPage>('GET /v1/audit-log', { claims })).body.items;
const page = async (clientId: string, query: Record<string, string> = {}, claims = officer) =>
  (await call<AuditPage>('GET /v1/clients/{clientId}/audit', { claims, params: { clientId }, query })).body;
const leaves = async () => (await days()).map(({ day, leaves }) => [day, leaves?.map((leaf) => JSON.parse(leaf))]);
const rowsOf = async (clientId: string): Promise<Item[]> =>
  (await rawItems(world, 'records'))
    .filter(({ pk }) => pk === `AUDIT#${clientId}`)
    .toSorted((one, other) => (String(one.sk) < String(other.sk) ? -1 : 1));
const putRow = (row: Item) => world.raw.send(new PutCommand({ TableName: world.tables.records, Item: row }));
const takeRow = ({ pk, sk }: Item) =>
  world.raw.send(new DeleteCommand({ TableName: world.tables.records, Key: { pk, sk } }));

describe('the first day', () => {
  test('is the first with a row, however late somebody begins to close', async () => {
    await acts('2025-06-01T12:00:00.000Z', { clientId: nordvik });
    await world.closeUntil('2027-05-25');

    const { items } = (await call<AuditLogPage>('GET /v1/audit-log', { claims: officer, query: { limit: '31' } })).body;

    const closed = (await rawItems(world, 'records')).filter(({ pk }) => pk === 'AUDIT_LOG').map(({ sk }) => sk);
    expect(items[0]?.day).toBe('2027-05-25');
    expect(closed.toSorted()[0]).toBe('2025-06-01');
  });
});

describe('a day', () => {
  test('has a leaf of each client with rows, in the log and in the evidence, and holds with what is told of them', async () => {
    expect(await until25()).toEqual({ closed: 3, finished: true });

    expect(await leaves()).toEqual([
      [
        '2027-05-25',
        [
          { clientId: nordvik, rows: 1, root: expect.any(String) },
          { clientId: 'service', rows: 1, root: expect.any(String) },
        ],
      ],
      ['2027-05-24', []],
      [
        '2027-05-23',
        [
          { clientId: nordvik, rows: 2, root: expect.any(String) },
          { clientId: sodra, rows: 1, root: expect.any(String) },
        ],
      ],
    ]);
    const told = await days();
    expect(verifyLog(told)).toMatchObject({ broken: undefined, continues: null });
    expect(verifyLog(world.copied())).toMatchObject({ broken: undefined, continues: null });
    const pages = [await page(nordvik), await page(sodra), await page('service')];
    for (const log of [told, world.copied()])
      expect(verifyRows(log, pages)).toEqual({ proved: 5, open: 0, broken: undefined });
  });

  test('begins the log where somebody did something for the first time', async () => {
    const other = await closingWorld(engine, auditLog);
    other.clock.moveTo(Date.parse('2027-05-25T12:00:00Z'));

    expect(await other.close()).toEqual({ closed: 0, finished: true });
  });

  test('costs one query of the index, a read of each row and one update', async () => {
    await world.closeUntil('2027-05-24');

    const { tally } = await world.meter.measure(until25);

    expect(tally).toMatchObject({ requests: { Query: 2, BatchGetItem: 1, UpdateItem: 1 }, writeUnits: 1 });
  });

  test('is the same, whoever dies on the way', async () => {
    world.clock.moveTo(Date.parse('2027-05-26T01:00:00Z'));
    let died = true;
    for (let at = 1; died; at++) {
      world.crashes.arm(at);
      died = await world.close().then(
        () => false,
        () => true,
      );
    }
    world.crashes.arm();

    expect(verifyLog(world.copied())).toMatchObject({ broken: undefined, continues: null });
    expect((await days()).map(({ head }) => head).toReversed()).toEqual(world.copied().map(({ head }) => head));
  });

  test('that has been closed takes no row more: what comes with its time is none of those that were signed', async () => {
    await until25();
    await acts('2027-05-25T18:00:00Z', { clientId: nordvik });
    const [late] = (await page(nordvik)).items;

    expect(verifyRows(world.copied(), [await page(nordvik)]).broken).toBe(
      `2027-05-25: the row ${late?.id} of ${nordvik} is none of those that were signed: it was added later`,
    );
  });
});

describe('what was done to the rows is named', () => {
  beforeEach(until25);

  const verdicts = async () => {
    const pages = [await page(nordvik), await page(sodra)];
    return [verifyRows(world.copied(), pages).broken, verifyRows(await days(), pages).broken];
  };

  test('a change', async () => {
    const [first] = await rowsOf(nordvik);
    await putRow({ ...first, by: newId('user', 2) });

    expect(await verdicts()).toEqual([
      `2027-05-23: the row ${first?.sk} of ${nordvik} is not the one that was signed: it was changed`,
      `2027-05-23: a row of ${nordvik} is not the one that was signed: it was changed`,
    ]);
  });

  test('a removal', async () => {
    const [, second = {}] = await rowsOf(nordvik);
    await takeRow(second);

    expect(await verdicts()).toEqual([
      `2027-05-23: the row ${second.sk} of ${nordvik}, which was signed, is missing`,
      `2027-05-23: ${nordvik} has 1 rows here, and 2 were signed: a row is missing`,
    ]);
  });

  test('a removal of all of a day, and of the last', async () => {
    const [, , only = {}] = await rowsOf(nordvik);
    await takeRow(only);

    expect(await verdicts()).toEqual([
      `2027-05-25: the row ${only.sk} of ${nordvik}, which was signed, is missing`,
      `2027-05-25: ${nordvik} has 0 rows here, and 1 were signed: a row is missing`,
    ]);
  });

  test('an addition', async () => {
    const [first] = await rowsOf(sodra);
    const sk = newId('audit', Date.parse('2027-05-24T10:00:00Z'));
    await putRow({ ...first, sk, atMs: Date.parse('2027-05-24T10:00:00Z') });

    expect(await verdicts()).toEqual([
      `2027-05-24: the row ${sk} of ${sodra} is none of those that were signed: it was added later`,
      `2027-05-24: ${sodra} has 1 rows here, and 0 were signed: a row was added later`,
    ]);
  });

  test('a row that was given to another client', async () => {
    const [first = {}] = await rowsOf(nordvik);
    await takeRow(first);
    await putRow({ ...first, pk: `AUDIT#${sodra}` });

    const [of = '', to = ''] = await Promise.all(
      [nordvik, sodra].map(async (clientId) => verifyRows(world.copied(), [await page(clientId)]).broken),
    );

    expect(of).toContain(`the row ${first.sk} of ${nordvik}, which was signed, is missing`);
    expect(to).toContain(`the row ${first.sk} of ${sodra} is none of those that were signed`);
  });

  test('and what is told beside a text that says something else', async () => {
    const told = await page(nordvik);
    const pages = [{ ...told, items: told.items.map((item) => ({ ...item, act: 'readClient' })) }];

    expect(verifyRows(await days(), pages).broken).toMatch(/says something else than its text$/);
  });
});

describe('of a part of the rows', () => {
  beforeEach(until25);

  test('nothing is said to be missing that another page has, nor that was not asked for', async () => {
    const first = await page(nordvik, { limit: '2' });
    const from = await page(nordvik, { from: '2027-05-24T00:00:00Z' });

    expect(verifyRows(await days(), [first])).toEqual({ proved: 1, open: 1, broken: undefined });
    expect(verifyRows(await days(), [from])).toEqual({ proved: 1, open: 0, broken: undefined });
    expect(from).toMatchObject({ clientId: nordvik, from: '2027-05-24T00:00:00.000Z', to: null });
  });

  test('those of a day that is not closed yet wait for it', async () => {
    await acts('2027-05-26T12:00:00Z', { clientId: sodra });

    expect(verifyRows(await days(), [await page(sodra)])).toEqual({ proved: 1, open: 1, broken: undefined });
  });
});

test('a client admin has the own leaf and its path, nothing of another client, and the own rows hold', async () => {
  await until25();
  const admin = await portalPerson(world, sodra, 'clientAdmin');

  const told = await days(admin);

  expect(told.map(({ own }) => own?.map(({ clientId, rows }) => [clientId, rows]))).toEqual([[], [], [[sodra, 1]]]);
  expect(JSON.stringify(told)).not.toContain(nordvik);
  expect(verifyLog(told)).toMatchObject({ broken: undefined });
  expect(verifyRows(told, [await page(sodra, {}, admin)])).toEqual({ proved: 1, open: 0, broken: undefined });
});

test('what belongs to no client is for people of the service alone', async () => {
  const admin = await portalPerson(world, sodra, 'clientAdmin');
  const list = (claims: Claims) =>
    call<AuditPage>('GET /v1/clients/{clientId}/audit', { claims, params: { clientId: 'service' } });

  const answers = [await list(officer), await list(admin), await list(await servicePerson(world, 'operator'))];

  expect(answers.map(({ status }) => status)).toEqual([200, 404, 403]);
  expect(answers[0]?.body.items).toMatchObject([{ act: 'createClient' }]);
});

test('a client that is erased is known by its rows; one that never was is not', async () => {
  const list = (clientId: string, query: Record<string, string> = {}) =>
    call<AuditPage>('GET /v1/clients/{clientId}/audit', { claims: officer, params: { clientId }, query });

  const answers = [
    await list(sodra),
    await list(sodra, { to: '2027-01-01T00:00:00Z' }),
    await list(newId('client', 9)),
  ];

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
});

describe('the two logs', () => {
  test('are closed by one run, and a head of the one is none of the other', async () => {
    world.keep(aSweep('2027-05-25'));
    world.clock.moveTo(Date.parse('2027-05-26T01:00:00Z'));

    expect(await closeLogs(world.closing, () => true)).toEqual({ closed: 4, finished: true });

    const [ofErasures] = world.copied().filter(({ log }) => log === undefined);
    expect(verifyLog([{ ...(ofErasures as object), log: 'audit' } as never]).broken).toContain('the other log');
  });

  test('do not stop each other: what is wrong with one leaves the other going, and is told', async () => {
    world.keep({ name: 'days/2027-05-25/sweep-evd_x.json', text: '{}' });
    world.clock.moveTo(Date.parse('2027-05-26T01:00:00Z'));

    await expect(closeLogs(world.closing, () => true)).rejects.toThrow('Days could not be closed');

    expect((await days()).map(({ day }) => day)).toEqual(['2027-05-25', '2027-05-24', '2027-05-23']);
  });
});
