// A restore that dies after any of its writes is finished by the next run, and comes to the same table.
import { beforeEach, expect, test, vi } from 'vitest';
import { serveRequests } from '#api/requests.ts';
import type { Item } from '#shared/found.ts';
import type { KeyRow } from '#shared/register.ts';
import { recordKeys } from '#shared/tables.ts';
import { type House, openHouse } from '#test/drill/house.ts';
import { employ, inviteUser, letServiceIn, type People, setUpClient } from '#test/drill/people.ts';
import { everyItem, restoreFrom } from '#test/drill/restored-table.ts';
import { restoring } from '#test/drill/restoring.ts';
import { noteOn, takeOne } from '#test/drill/then.ts';
import { aRequestBody } from '#test/support/builders/requests.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { ordersOf } from '#test/support/delivering.ts';
import { useEngine } from '#test/support/engine.ts';
import { fakeIdentity } from '#test/support/fake-identity.ts';
import { callerOf } from '#test/support/http-call.ts';
import { memoryEvidence } from '#test/support/memory-evidence.ts';

const MINUTE_MS = 60_000;

const engine = useEngine();
let house: House;
let people: People;
let copy: Item[];
let atMs: number;
/** RegisterKeys as they were at T, by address. */
let keysAtT: Map<string, KeyRow>;
let clientId: string;
/** Who is away since. */
let changedId: string;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  const world = await engine.world();
  house = openHouse(world, { identity: fakeIdentity(new CrashPoints()), evidence: memoryEvidence() });
  people = await letServiceIn(house);
  const claims = people.supervisor;
  const client = await setUpClient(house, people, 1, { months: 6 });
  clientId = client.id;
  const changed = await employ(house, people, clientId);
  changedId = changed.id;
  const gone = await employ(house, people, clientId);
  const messages = {
    queued: await takeOne(house, people, clientId, { staffId: changed.id }),
    sending: await takeOne(house, people, clientId, { staffId: gone.id }),
    told: await takeOne(house, people, clientId),
    untold: await takeOne(house, people, clientId),
    noted: await takeOne(house, people, clientId),
  };
  house.sending.answers.push(new Error('It died in mid-send'), new Error('It died in mid-send'));
  for (const order of ordersOf(messages.sending)) await house.sending.send(order).catch(() => {});
  await noteOn(house, people, messages.noted, 'Ringer igen.');
  const user = await inviteUser(house, people, clientId, { email: 'slut@nordvik.example', role: 'clientAdmin' });
  const requests = callerOf(serveRequests(() => world.app));
  const officer = { claims: people.privacyOfficer, params: { clientId } };
  const REQUESTS = '/v1/clients/{clientId}/subject-requests';
  const { body: request } = await requests<{ id: string }>(`POST ${REQUESTS}`, { ...officer, body: aRequestBody() });
  await world.app.db.commit([
    { table: 'records', put: { ...recordKeys.finding(request.id, 'message', messages.noted.id), kind: 'finding' } },
  ]);
  copy = await everyItem(world, world.tables.records);
  const keys = await everyItem(world, world.tables.registerKeys);
  keysAtT = new Map(keys.map((row) => [`${row.pk} ${row.sk}`, row as unknown as KeyRow]));
  atMs = world.clock.nowMs();

  world.clock.advance(MINUTE_MS);
  const erase = (messageId: string) =>
    house.ask('DELETE /v1/clients/{clientId}/messages/{messageId}', { claims, params: { clientId, messageId } });
  await erase(messages.told.id);
  await house.sweep();
  world.clock.advance(MINUTE_MS);
  await erase(messages.untold.id);
  await noteOn(house, people, messages.noted, 'Har ringt.');
  const params = { clientId, staffId: changed.id };
  await house.ask('PUT /v1/clients/{clientId}/staff/{staffId}/absence', {
    claims,
    params,
    body: { reason: 'lunch', until: new Date(world.clock.nowMs() + MINUTE_MS).toISOString() },
  });
  await house.ask('DELETE /v1/clients/{clientId}/staff/{staffId}', { claims, params: { clientId, staffId: gone.id } });
  await requests(`PATCH ${REQUESTS}/{requestId}`, {
    ...officer,
    params: { clientId, requestId: request.id },
    ifMatch: '"1"',
    body: { notes: 'Hon ringde igen.' },
  });
  const ofUser = { clientId, userId: user.id };
  await house.ask('DELETE /v1/clients/{clientId}/users/{userId}', { claims, params: ofUser });
});

/** What a table holds, but for the noise of a seal. */
const contents = async (world: House['world']) =>
  (await everyItem(world, world.tables.records))
    .map(({ sealed, ...item }) => ({ ...item, address: `${item.pk} ${item.sk}` }))
    .sort((a, b) => (a.address < b.address ? -1 : 1));

test('a restore that dies after any of its writes is finished by the next, and tells all that it found', async () => {
  const points = new CrashPoints();
  points.watch(house.world.client);
  const whole = await restoreFrom(house.world, copy);
  const wholeWork = restoring(whole, house.evidence, atMs);
  points.arm();
  await wholeWork.settle();
  const count = points.passed;
  const expected = await contents(whole);
  const told = wholeWork.journal().map((entry) => JSON.stringify(entry));
  expect(told.join()).toContain('"recordId":"req_');

  for (let at = 2; at <= count; at += 2) {
    const restored = await restoreFrom(house.world, copy);
    const work = restoring(restored, house.evidence, atMs);
    points.arm(at);
    await expect(work.settle()).rejects.toThrow('The process died here');
    points.arm();
    await work.settle();

    expect(await contents(restored)).toEqual(expected);
    expect(
      work
        .journal()
        .map((entry) => JSON.stringify(entry))
        .sort(),
    ).toEqual(told.toSorted());
  }

  expect(count).toBeGreaterThan(20);
}, 180_000);

test('to do it again changes nothing', async () => {
  const restored = await restoreFrom(house.world, copy);
  await restoring(restored, house.evidence, atMs).settle();
  const first = await contents(restored);

  const again = restoring(restored, house.evidence, atMs);
  await again.settle();

  expect(await contents(restored)).toEqual(first);
  expect(new Set(again.journal().map(({ finding }) => finding))).toEqual(new Set(['erased']));
});

test('the key tables are as they were', async () => {
  const { world } = house;
  const keys = async () => [
    ...(await everyItem(world, world.tables.messageKeys)),
    ...(await everyItem(world, world.tables.registerKeys)),
  ];
  const before = await keys();

  await restoring(await restoreFrom(world, copy), house.evidence, atMs).settle();

  expect(await keys()).toEqual(before);
});

test('with the keys of then, what was changed since is as it was', async () => {
  const { world } = house;
  const staffId = changedId;
  const restored = await restoreFrom(world, copy);
  const plain = restoring(await restoreFrom(world, copy), house.evidence, atMs);
  await plain.settle();
  expect(plain.journal()).toContainEqual(expect.objectContaining({ finding: 'toFillIn', recordId: staffId }));

  const work = restoring(restored, house.evidence, atMs, async (address) => keysAtT.get(`${address.pk} ${address.sk}`));
  await work.settle();

  expect(work.journal()).toContainEqual(expect.objectContaining({ finding: 'opensAsThen', recordId: staffId }));
  const { body } = await openHouse(restored, house).call<{ name: string }>(
    'GET /v1/clients/{clientId}/staff/{staffId}',
    { claims: people.supervisor, params: { clientId, staffId } },
  );
  expect(body.name).toBe('Anna-Karin Sjölund');
});

test('without the keys of the service nothing is touched: they would be the wrong tables', async () => {
  const restored = await restoreFrom(house.world, copy);
  const { app } = await engine.world();
  const work = restoring({ ...restored, app: { ...restored.app, db: app.db } }, house.evidence, atMs);

  await expect(work.settle()).rejects.toThrow('is it the right table?');
  expect(await contents(restored)).toHaveLength(copy.length);
});
