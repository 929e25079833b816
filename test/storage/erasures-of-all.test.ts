// The list of all clients' erasures: what waits for somebody, and what was done, also of a client that is gone.
import { beforeEach, expect, test, vi } from 'vitest';
import type { AllErasuresPage, Erasure } from '#erasures/schema.ts';
import { tendErasures } from '#erasures/tend-erasures.ts';
import { useEngine } from '#test/support/engine.ts';
import { aFullClient, ERASURE, type ErasingWorld, erasingWorld, type FullClient } from '#test/support/erasing-world.ts';
import { runAs } from '#test/support/under-grants.ts';

const DAY_MS = 24 * 60 * 60_000;

const engine = useEngine();
let world: ErasingWorld;
let other: string;
let client: FullClient;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await erasingWorld(engine);
  other = (await world.aClient({ name: 'Annan' })).body.id;
  client = await aFullClient(world, other);
});

const list = (query: Record<string, string> = {}, claims = world.officer) =>
  world.privacy<AllErasuresPage>('GET /v1/erasures', { claims, query });
const idsOf = async (query?: Record<string, string>) => (await list(query)).body.items.map(({ id }) => id);

async function asked(body: object): Promise<Erasure> {
  world.clock.advance(60_000);
  return (await world.ask(client.id, body)).body;
}

const aMessage = (at = 0) => asked({ what: 'message', messageId: client.messageIds[at], why: 'fault' });

test('what waits is listed newest first until it is done, and costs one query and two reads', async () => {
  const first = await aMessage();
  const second = await asked({ what: 'register', messages: 'keep', why: 'clientAsked' });

  const { result, tally } = await world.meter.measure(() => list());
  await world.confirm(first);
  const running = await idsOf();
  await world.work();

  expect(result.body.items.map(({ id, clientName, state }) => [id, clientName, state])).toEqual([
    [second.id, 'Nordvik Bygg', 'counting'],
    [first.id, 'Nordvik Bygg', 'asked'],
  ]);
  expect(tally).toEqual({ requests: { BatchGetItem: 3, Query: 1 }, readUnits: 5.5, writeUnits: 0 });
  expect(running).toEqual([second.id, first.id]);
  expect(await idsOf()).toEqual([second.id]);
  expect((await list({ state: 'done' })).body.items).toMatchObject([
    { id: first.id, state: 'done', certificateId: expect.stringMatching(/^cer_/) },
  ]);
});

test('standing in the list costs a unit where it is asked for, and none where it is confirmed', async () => {
  const message = { what: 'message', messageId: client.messageIds[0], why: 'fault' };
  const asking = await world.meter.measure(() => world.ask(client.id, message));
  const confirming = await world.meter.measure(() => world.confirm(asking.result.body));

  expect([asking.tally.writeUnits, confirming.tally.writeUnits]).toEqual([9, 10]);
});

test('what is withdrawn is in no list', async () => {
  const { id: erasureId } = await aMessage();

  await world.privacy(`DELETE ${ERASURE}`, { claims: world.officer, params: { clientId: client.id, erasureId } });

  expect([await idsOf(), await idsOf({ state: 'done' })]).toEqual([[], []]);
});

test('what nobody confirms for thirty days is taken back, and says so; what was confirmed is not', async () => {
  const waits = await aMessage();
  const confirmed = await aMessage(1);
  await world.confirm(confirmed);
  world.clock.moveTo(Date.parse(waits.askedAt) + 30 * DAY_MS - 1_000);
  const early = await runAs('tend-privacy', () => tendErasures(world.app, () => true));
  world.clock.advance(120_000);

  const { result, tally } = await world.meter.measure(() =>
    runAs('tend-privacy', () => tendErasures(world.app, () => true)),
  );

  expect([early, result, await runAs('tend-privacy', () => tendErasures(world.app, () => true))]).toEqual([0, 1, 0]);
  expect((await world.look(waits)).body).toMatchObject({ state: 'withdrawn', withdrawn: { because: 'notConfirmed' } });
  expect((await world.confirm(waits)).status).toBe(409);
  expect(await idsOf()).toEqual([confirmed.id]);
  expect(tally.requests).toEqual({ Query: 1, BatchGetItem: 1, TransactWriteItems: 1 });
  expect(tally.writeUnits).toBe(3);
});

test('a client that is gone is found by its id, while it goes and with its certificate after', async () => {
  await world.end(client.id);
  const { body } = await world.eraseClient(client.id);
  const going = (await list()).body.items;
  for (let run = 0; run < 20 && (await world.progress(client.id)).body.state !== 'done'; run += 1) {
    world.clock.advance(20 * 60_000);
    await world.job();
  }
  const gone = (await list({ state: 'done' })).body.items;

  expect(going).toMatchObject([{ id: body.id, clientId: client.id, clientName: null, state: 'running' }]);
  expect(gone).toMatchObject([
    { id: body.id, clientId: client.id, clientName: null, certificateId: expect.stringMatching(/^cer_/) },
  ]);
  expect(await idsOf()).toEqual([]);
});

test('it goes on where a page ended, and the place in one list is none in the other', async () => {
  const ids = [(await aMessage(0)).id, (await aMessage(1)).id, (await aMessage(2)).id].reverse();

  const first = await list({ limit: '2' });
  const cursor = first.body.nextCursor ?? '';
  const second = await list({ limit: '2', cursor });
  const elsewhere = await list({ limit: '2', cursor, state: 'done' });

  expect([...first.body.items, ...second.body.items].map(({ id }) => id)).toEqual(ids);
  expect(second.body.nextCursor).toBeNull();
  expect(elsewhere.status).toBe(400);
});

test('it is for privacy officers alone', async () => {
  expect((await list({}, world.supervisor)).status).toBe(403);
});
