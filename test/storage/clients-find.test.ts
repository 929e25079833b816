// Reading, listing and finding clients, through the real handler on the engine: who sees which, and what it costs.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#clients/schema.ts';
import { newId } from '#shared/ids.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { joinClient, machine, portalPerson } from '#test/support/people.ts';

interface Page {
  items: Client[];
  nextCursor: string | null;
  line?: string | null;
}

const engine = useEngine();
let world: DirectoryWorld;

beforeEach(async () => {
  world = await directoryWorld(engine);
});

const READ = 'GET /v1/clients/{clientId}';
const LIST = 'GET /v1/clients';
const SEARCH = 'POST /v1/clients/search';

describe('who sees which clients', () => {
  test('reading costs one batch read of 3 units', async () => {
    const { call, operator } = world;
    const { body } = await world.aClient();

    const { tally } = await world.meter.measure(() => call(READ, { claims: operator, params: { clientId: body.id } }));

    expect(tally).toEqual({ requests: { BatchGetItem: 1 }, readUnits: 3, writeUnits: 0 });
  });

  test('a foreign client answers byte for byte as one that is not there', async () => {
    const { call } = world;
    const own = await world.aClient();
    const foreign = await world.aClient();
    const admin = await portalPerson(world, own.body.id, 'clientAdmin');

    const other = await call(READ, { claims: admin, params: { clientId: foreign.body.id } });
    const missing = await call(READ, { claims: admin, params: { clientId: newId('client', 0) } });
    const forService = await call(READ, { claims: world.operator, params: { clientId: newId('client', 0) } });

    expect(other).toEqual(missing);
    expect(forService).toEqual(missing);
    expect(missing.status).toBe(404);
  });

  test('the list is newest first, in pages that end with the last client', async () => {
    const { call, operator, clock } = world;
    const ids: string[] = [];
    for (let n = 0; n < 5; n++) {
      ids.unshift((await world.aClient({ name: `Kund ${n}` })).body.id);
      clock.advance(1000);
    }
    const page = (cursor?: string) =>
      call<Page>(LIST, { claims: operator, query: { limit: '2', ...(cursor && { cursor }) } });

    const first = await page();
    const second = await page(first.body.nextCursor ?? '');
    const third = await page(second.body.nextCursor ?? '');

    const seen = [first, second, third].map(({ body }) => body.items.map(({ id }) => id));
    expect(seen).toEqual([ids.slice(0, 2), ids.slice(2, 4), ids.slice(4)]);
    expect(third.body.nextCursor).toBeNull();
  });

  test('a page of 25 costs the membership and two queries', async () => {
    const { call, operator, meter } = world;
    for (let n = 0; n < 30; n++) await world.aClient({ name: `Kund ${n}` });
    await world.app.serviceKeys.get('cursor');

    const { result, tally } = await meter.measure(() => call<Page>(LIST, { claims: operator }));

    expect(result.body.items).toHaveLength(25);
    expect(tally.requests).toEqual({ BatchGetItem: 1, Query: 2 });
    expect(tally.readUnits).toBeLessThanOrEqual(6);
  });

  test('a cursor that was tampered with, or is of another list, is refused', async () => {
    const { call, operator } = world;
    await world.aClient();
    const { body } = await world.aClient();
    await world.aStaffMember(body.id);
    await world.aStaffMember(body.id);
    const staff = await call<Page>('GET /v1/clients/{clientId}/staff', {
      claims: operator,
      params: { clientId: body.id },
      query: { limit: '1' },
    });

    for (const cursor of ['x', `${staff.body.nextCursor}`]) {
      const answer = await call(LIST, { claims: operator, query: { cursor } });
      expect([answer.status, answer.body.code]).toEqual([400, 'invalid-cursor']);
    }
  });

  test("a client's user lists the clients whose membership stands, seen by the role at each", async () => {
    const { call, clock } = world;
    const mine = await world.aClient({ name: 'Min' });
    clock.advance(1000);
    const alsoMine = await world.aClient({ name: 'Också min' });
    clock.advance(1000);
    const withdrawnFrom = await world.aClient({ name: 'Inte längre' });
    await world.aClient({ name: 'Aldrig' });
    const claims = await portalPerson(world, mine.body.id, 'clientAdmin');
    await joinClient(world, alsoMine.body.id, claims.username ?? '', 'staffMember');
    const bound = [mine, alsoMine, withdrawnFrom].map(({ body }) => body.id);
    const token = { ...claims, ao_clients: bound.join(' ') };

    const list = await call<Page>(LIST, { claims: token });
    const paged = await call<Page>(LIST, { claims: token, query: { limit: '2' } });
    const rest = await call<Page>(LIST, { claims: token, query: { limit: '2', cursor: paged.body.nextCursor ?? '' } });

    expect(list.body.items.map(({ name }) => name)).toEqual(['Också min', 'Min']);
    expect(list.body.items.map((client) => 'generalInbox' in client)).toEqual([false, true]);
    expect(paged.body.items.map(({ name }) => name)).toEqual(['Också min']);
    expect(rest.body.items.map(({ name }) => name)).toEqual(['Min']);
    expect(rest.body.nextCursor).toBeNull();
  });
});

describe('searching', () => {
  test('by number costs two reads, names the number, and finds what the caller may reach only', async () => {
    const { call, operator, meter } = world;
    const { body } = await world.aClient({ numbers: [{ number: '08-465 004 08' }] });
    const foreign = await world.aClient();
    const search = { number: '08465 004 08' };
    const bound = await machine(world, [body.id], ['directory.read']);
    const unbound = await machine(world, [foreign.body.id], ['directory.read']);
    await world.app.serviceKeys.get('hmac');

    const byOperator = await meter.measure(() => call<Page>(SEARCH, { claims: operator, body: search }));
    const byBound = await call<Page>(SEARCH, { claims: bound, body: search });
    const byUnbound = await call<Page>(SEARCH, { claims: unbound, body: search });
    const unknown = await call<Page>(SEARCH, { claims: operator, body: { number: '112' } });

    expect(byOperator.tally).toEqual({ requests: { BatchGetItem: 2 }, readUnits: 4, writeUnits: 0 });
    expect(byOperator.result.body.items.map(({ id }) => id)).toEqual([body.id]);
    expect(byOperator.result.body.line).toBe(body.numbers[0]?.line);
    expect(byOperator.result.body.line).toMatch(/^lin_[\w-]{22}$/);
    expect(byBound.body.items.map(({ id }) => id)).toEqual([body.id]);
    expect([byUnbound.body.items, byUnbound.body.line]).toEqual([[], null]);
    expect([unknown.status, unknown.body.items, unknown.body.line]).toEqual([200, [], null]);
  });

  test('by text reads all clients in two query sequences', async () => {
    const { call, operator, meter } = world;
    for (let n = 0; n < 20; n++) await world.aClient({ name: `Kund ${n}`, legalName: null, town: 'Umeå' });
    await world.aClient({ name: 'Södra Tand', legalName: 'Södra Tand AB', town: 'Malmö' });

    const { result, tally } = await meter.measure(() =>
      call<Page>(SEARCH, { claims: operator, body: { text: 'sodra malmo' } }),
    );

    expect(result.body.items.map(({ name }) => name)).toEqual(['Södra Tand']);
    expect(result.body.line).toBeNull();
    expect(tally.requests).toEqual({ BatchGetItem: 1, Query: 2 });
    expect(tally.readUnits).toBeLessThanOrEqual(7);
  });
});
