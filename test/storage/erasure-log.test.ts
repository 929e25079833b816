// GET /v1/erasure-log: everything for privacy officers, for client admins their own clients' leaves, and nobody else's ever.

import { beforeEach, describe, expect, test, vi } from 'vitest';
import { servePrivacy } from '#api/privacy.ts';
import type { ErasureLogPage } from '#privacy/schema.ts';
import { verifyLog } from '#privacy/verify-log.ts';
import { newId } from '#shared/ids.ts';
import { aSweep, erasedOn } from '#test/support/builders/evidence.ts';
import { type ClosingWorld, closingWorld } from '#test/support/closing-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { type Call, type Caller, type Claims, callerOf, codeOf, portalClaims } from '#test/support/http-call.ts';
import { linking } from '#test/support/links.ts';
import { joinClient, machine, portalPerson, servicePerson } from '#test/support/people.ts';

const engine = useEngine();
let world: ClosingWorld;
let call: Caller;
let officer: Claims;
const nordvik = newId('client', 1);
const sodra = newId('client', 2);
const kvarn = newId('client', 3);

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await closingWorld(engine);
  call = callerOf(servePrivacy(() => ({ ...world.app, ...linking })));
  officer = await servicePerson(world, 'privacyOfficer');
  world.keep(aSweep('2027-05-23', { erased: 6 }), erasedOn('2027-05-23', nordvik, 2), erasedOn('2027-05-23', sodra));
  world.keep(erasedOn('2027-05-23', kvarn, 3), aSweep('2027-05-24'), erasedOn('2027-05-25', sodra, 4));
  await world.closeUntil('2027-05-25');
});

const list = (claims: Claims, more: Call = {}) => call<ErasureLogPage>('GET /v1/erasure-log', { claims, ...more });
const userWith = async (...memberships: readonly (readonly [string, 'clientAdmin' | 'staffMember'])[]) => {
  const userId = newId('user', world.clock.nowMs());
  for (const [clientId, role] of memberships) await joinClient(world, clientId, userId, role);
  return portalClaims(
    userId,
    memberships.map(([clientId]) => clientId),
  );
};
const clientsOf = ({ items }: ErasureLogPage) =>
  items.map(({ own }) => own?.map(({ clientId, erased }) => [clientId, erased]));

test('a privacy officer sees every day with all its leaves, newest first, and it holds', async () => {
  const { status, body } = await list(officer);

  expect(status).toBe(200);
  expect(body.items.map(({ day, leaves, own }) => [day, leaves?.length, own])).toEqual([
    ['2027-05-25', 2, null],
    ['2027-05-24', 1, null],
    ['2027-05-23', 4, null],
  ]);
  expect(body.nextCursor).toBeNull();
  const verdict = verifyLog(body.items);
  expect(verdict).toMatchObject({ broken: undefined, continues: null });
  expect(verdict.days.map(({ records, against }) => [records, against])).toEqual([
    [6, 'all leaves'],
    [0, 'all leaves'],
    [4, 'all leaves'],
  ]);
});

test('a client admin sees every head, and of each day the own leaf with a path that leads to the root', async () => {
  const { status, body } = await list(await userWith([sodra, 'clientAdmin']));

  expect(status).toBe(200);
  expect(body.items.map(({ leaves }) => leaves)).toEqual([null, null, null]);
  expect(clientsOf(body)).toEqual([[[sodra, 4]], [], [[sodra, 1]]]);
  const verdict = verifyLog(body.items);
  expect(verdict.broken).toBeUndefined();
  expect(verdict.days.map(({ records, against }) => [records, against])).toEqual([
    [1, 'own leaves'],
    [0, 'own leaves'],
    [4, 'own leaves'],
  ]);
});

test("nothing of another client, and none of the service's counts, is in what a client admin is sent", async () => {
  const text = JSON.stringify((await list(await userWith([sodra, 'clientAdmin']))).body);

  expect(text).not.toContain(nordvik);
  expect(text).not.toContain(kvarn);
  expect(text).not.toContain('service');
});

describe('who is admin of one company and staff of another', () => {
  const both = [
    [nordvik, 'staffMember'],
    [sodra, 'clientAdmin'],
  ] as const;

  test.each([
    ['in this order', both],
    ['in the other', both.toReversed()],
  ])('sees the leaf of the one, and not of the other (memberships %s)', async (_, memberships) => {
    const { status, body } = await list(await userWith(...memberships));

    expect(status).toBe(200);
    expect(clientsOf(body)).toEqual([[[sodra, 4]], [], [[sodra, 1]]]);
  });

  test('and has been withdrawn where they were admin may not call it any more', async () => {
    const claims = await userWith([nordvik, 'staffMember']);

    expect(codeOf(await list({ ...claims, ao_clients: `${nordvik} ${sodra}` }))).toBe('forbidden');
  });
});

test('an admin of two clients sees the leaves of both', async () => {
  const { body } = await list(await userWith([nordvik, 'clientAdmin'], [kvarn, 'clientAdmin']));

  expect(clientsOf(body)).toEqual([
    [],
    [],
    [
      [nordvik, 2],
      [kvarn, 3],
    ],
  ]);
  expect(verifyLog(body.items).broken).toBeUndefined();
});

test('nobody else may call it', async () => {
  const others = [
    await servicePerson(world, 'supervisor'),
    await servicePerson(world, 'operator'),
    await portalPerson(world, nordvik, 'staffMember'),
    { ...(await machine(world, [nordvik])), scope: 'answeronline/privacy.read' },
  ];

  for (const claims of others) expect(codeOf(await list(claims))).toBe('forbidden');
});

describe('pages', () => {
  test('follow one another, and together they are the log', async () => {
    const first = (await list(officer, { query: { limit: '2' } })).body;
    const second = (await list(officer, { query: { limit: '2', cursor: first.nextCursor ?? '' } })).body;

    expect(first.items).toHaveLength(2);
    expect([...first.items, ...second.items]).toEqual((await list(officer)).body.items);
    expect(second.nextCursor).toBeNull();
    expect(verifyLog(first.items).continues).toBe(second.items[0]?.hash);
  });

  test("are not entered with another caller's cursor", async () => {
    const { nextCursor } = (await list(officer, { query: { limit: '1' } })).body;

    const answer = await list(await userWith([sodra, 'clientAdmin']), { query: { cursor: nextCursor ?? '' } });

    expect(codeOf(answer)).toBe('invalid-cursor');
  });

  test('hold a month at most', async () => {
    expect((await list(officer, { query: { limit: '31' } })).status).toBe(200);
    expect(codeOf(await list(officer, { query: { limit: '32' } }))).toBe('invalid-request');
  });
});

test('a day that was too large for its row is listed without leaves, for everybody', async () => {
  for (let n = 0; n < 9_000; n++) world.keep(erasedOn('2027-05-26', newId('client', n)));
  await world.closeUntil('2027-05-26');

  const [all] = (await list(officer, { query: { limit: '1' } })).body.items;
  const [own] = (await list(await userWith([sodra, 'clientAdmin']), { query: { limit: '1' } })).body.items;

  expect([all?.leaves, all?.own, own?.leaves, own?.own]).toEqual([null, null, null, null]);
  expect(all && verifyLog([all]).days[0]?.against).toBe('head only');
});

test('costs the read of the memberships and one query', async () => {
  const admin = await userWith([nordvik, 'clientAdmin'], [kvarn, 'clientAdmin']);

  const { tally } = await world.meter.measure(() => list(admin));

  expect(tally).toEqual({ requests: { BatchGetItem: 1, Query: 1 }, readUnits: 2.5, writeUnits: 0 });
});
