// Lists of messages on the engine: newest first, by staff member, state and dates, page by page.
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { MONDAY_MORNING_MS, useEngine } from '#test/support/engine.ts';
import type { Claims } from '#test/support/http-call.ts';
import { COLLECTION, MESSAGE, type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { portalPerson } from '#test/support/people.ts';

const HOUR_MS = 3_600_000;

const engine = useEngine();
let world: MessagesWorld;
let clientId: string;
let staffId: string;
let copied: string;
/** Oldest first, an hour apart: to the staff member, to nobody, to the staff member with a copy, to nobody, to the copied. */
let messages: Taken[];

beforeEach(async () => {
  world = await messagesWorld(engine);
  clientId = (await world.aClient()).body.id;
  staffId = (await world.aStaffMember(clientId)).body.id;
  copied = (await world.aStaffMember(clientId)).body.id;
  messages = [];
  for (const body of [{ staffId }, {}, { staffId, copyTo: [copied] }, {}, { staffId: copied }]) {
    messages.push((await world.take(clientId, body)).body);
    world.clock.advance(HOUR_MS);
  }
});

type Page = { items: Taken[]; nextCursor: string | null } & ProblemBody;
const list = async (query: Record<string, string> = {}, claims: Claims = world.supervisor) =>
  (await world.call<Page>(`GET ${COLLECTION}`, { claims, params: { clientId }, query })).body;
const placesOf = ({ items }: Page) => items.map(({ id }) => messages.findIndex((message) => message.id === id));
const at = (hours: number) => new Date(MONDAY_MORNING_MS + hours * HOUR_MS).toISOString();

async function pages(query: Record<string, string>): Promise<number[][]> {
  const found: number[][] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Page = await list({ ...query, ...(cursor && { cursor }) });
    found.push(placesOf(page));
    cursor = page.nextCursor;
  }
  return found;
}

test('of a client hold whole messages, newest first', async () => {
  const page = await list();

  expect(page.items).toEqual([...messages].reverse().map((message) => expect.objectContaining({ id: message.id })));
  expect(page.items[0]).toEqual((await world.read(messages[4] as Taken)).body);
  expect(page.nextCursor).toBeNull();
});

test('of a staff member hold those with a copy as well, each once', async () => {
  expect(placesOf(await list({ staffId }))).toEqual([2, 0]);
  expect(placesOf(await list({ staffId: copied }))).toEqual([4, 2]);
  expect(placesOf(await list({ staffId: newId('staff', 0) }))).toEqual([]);
});

test('of a staff member with several deliveries, held or by the general inbox, still hold each message once', async () => {
  const inactive = (await world.aStaffMember(clientId, { active: false })).body.id;
  const taken = (await world.take(clientId, { staffId: inactive, copyTo: [staffId] })).body;

  expect(taken.deliveries.length).toBeGreaterThan(3);
  expect((await list({ staffId: inactive })).items.map(({ id }) => id)).toEqual([taken.id]);
});

test('page by page give everything once', async () => {
  expect((await pages({ limit: '2' })).flat()).toEqual([4, 3, 2, 1, 0]);
  expect((await pages({ limit: '1', staffId })).flat()).toEqual([2, 0]);
  expect((await pages({ limit: '1', state: 'open', from: at(1), to: at(3) })).flat()).toEqual([3, 2, 1]);
});

test('by state leave out the others, on both ways to them', async () => {
  const params = { clientId, messageId: messages[2]?.id ?? '' };
  await world.call(`PATCH ${MESSAGE}`, { claims: world.operator, params, body: { handled: true } });

  expect(placesOf(await list({ state: 'handled' }))).toEqual([2]);
  expect(placesOf(await list({ state: 'open' }))).toEqual([4, 3, 1, 0]);
  expect(placesOf(await list({ state: 'open', staffId }))).toEqual([0]);
});

test('by urgency leave out the others, on both ways to them, and together with a state', async () => {
  messages.push((await world.take(clientId, { staffId, urgency: 'urgent' })).body);

  expect(placesOf(await list({ urgency: 'urgent' }))).toEqual([5]);
  expect(placesOf(await list({ urgency: 'normal', staffId }))).toEqual([2, 0]);
  expect(placesOf(await list({ urgency: 'urgent', state: 'open' }))).toEqual([5]);
  expect(placesOf(await list({ urgency: 'urgent', state: 'handled' }))).toEqual([]);
  expect((await pages({ urgency: 'normal', limit: '2' })).flat()).toEqual([4, 3, 2, 1, 0]);
});

test('from right after the newest cost a batch read and a query, of 3 units, and open nothing', async () => {
  const newest = Date.parse(messages[4]?.takenAt ?? '');
  const from = new Date(newest + 1).toISOString();

  const all = await world.meter.measure(() => list({ from }));
  const ofStaff = await world.meter.measure(() => list({ from, staffId }));

  expect([all.result.items, ofStaff.result.items]).toEqual([[], []]);
  expect(all.tally).toEqual({ requests: { BatchGetItem: 1, Query: 1 }, readUnits: 3, writeUnits: 0 });
  expect(ofStaff.tally).toMatchObject({ requests: { BatchGetItem: 1, Query: 1 } });
});

describe('by dates', () => {
  test('hold both ends, in any offset', async () => {
    expect(placesOf(await list({ from: at(1), to: at(3) }))).toEqual([3, 2, 1]);
    expect(placesOf(await list({ from: '2026-11-23T10:00:00.000+01:00', to: at(1) }))).toEqual([1]);
    expect(placesOf(await list({ to: at(0), staffId }))).toEqual([0]);
  });

  test('that end before they begin, or lie ahead, hold nothing', async () => {
    const backwards = await list({ from: at(3), to: at(1) });
    const ahead = await list({ from: at(100) });
    const before = await list({ to: '2020-01-01T00:00:00Z', why: 'fault' });
    const ofStaff = await list({ from: at(3), to: at(1), staffId });

    const nothing = { items: [], nextCursor: null };
    expect([backwards, ahead, before, ofStaff]).toEqual([nothing, nothing, nothing, nothing]);
  });
});

test('hide what has expired, message by message', async () => {
  world.clock.moveTo(Date.parse(messages[2]?.expiresAt ?? ''));

  const why = 'fault';
  expect(placesOf(await list({ why }))).toEqual([4, 3]);
  expect(placesOf(await list({ staffId: copied, why }))).toEqual([4]);
  expect((await pages({ limit: '1', why })).flat()).toEqual([4, 3]);
});

describe('a cursor', () => {
  test.each([
    ['another state', { state: 'open' }],
    ['another urgency', { urgency: 'urgent' }],
    ['another staff member', { staffId: newId('staff', 0) }],
    ['other dates', { from: '2026-11-23T08:00:00Z' }],
  ])('is refused with %s', async (_, other) => {
    const { nextCursor } = await list({ limit: '2' });

    const page = await list({ cursor: nextCursor ?? '', ...other });

    expect(page).toMatchObject({ status: 400, code: 'invalid-cursor', errors: [{ pointer: 'query/cursor' }] });
  });

  test('of a page long ago ends the list instead of failing', async () => {
    const { nextCursor } = await list({ limit: '4' });
    world.clock.advance(200 * 24 * HOUR_MS);

    expect(await list({ limit: '4', cursor: nextCursor ?? '' })).toEqual({ items: [], nextCursor: null });
  });
});

test.each([
  ['limit', { limit: '0' }],
  ['limit', { limit: '101' }],
  ['limit', { limit: 'many' }],
  ['state', { state: 'lost' }],
  ['urgency', { urgency: 'panic' }],
  ['from', { from: 'yesterday' }],
  ['staffId', { staffId: 'stf_1' }],
  ['colour', { colour: 'red' }],
])('are refused with a wrong %s', async (name, query) => {
  const { status, errors } = await list(query);

  expect(status).toBe(400);
  expect(new Set(errors?.map(({ pointer }) => pointer))).toEqual(new Set([`query/${name}`]));
});

test("of another client's staff member are empty, and tell nothing by a cursor either", async () => {
  const other = (await world.aClient()).body.id;
  const admin = await portalPerson(world, other, 'clientAdmin');

  const { body } = await world.call(`GET ${COLLECTION}`, {
    claims: admin,
    params: { clientId: other },
    query: { staffId, limit: '1' },
  });

  expect(body).toEqual({ items: [], nextCursor: null });
});

test("a staff member lists own messages, and not a colleague's", async () => {
  const person = await portalPerson(world, clientId, 'staffMember', copied);

  expect(placesOf(await list({}, person))).toEqual([4, 2]);
  expect(await list({ staffId }, person)).toMatchObject({ status: 403, code: 'forbidden' });
});
