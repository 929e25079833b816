// Changing messages on the engine: read, handled, noted.
import { beforeEach, describe, expect, test } from 'vitest';
import { openNote, toMessageRecord } from '#messages/store.ts';
import { newId } from '#shared/ids.ts';
import { useEngine } from '#test/support/engine.ts';
import type { Claims } from '#test/support/http-call.ts';
import { MESSAGE, type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { portalPerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: MessagesWorld;
let clientId: string;
let staffId: string;
let message: Taken;

beforeEach(async () => {
  world = await messagesWorld(engine);
  clientId = (await world.aClient()).body.id;
  staffId = (await world.aStaffMember(clientId)).body.id;
  message = (await world.take(clientId, { staffId })).body;
});

const change = (body: object, claims: Claims = world.operator) =>
  world.call<Taken>(`PATCH ${MESSAGE}`, { claims, params: { clientId, messageId: message.id }, body });
const stored = async () => {
  const item = (await rawItems(world, 'records')).find(({ kind }) => kind === 'message');
  const [keys] = await rawItems(world, 'messageKeys');
  return { record: toMessageRecord(item ?? {}), noteKey: keys?.noteKey as Uint8Array, keys };
};

describe('reading', () => {
  test('is marked for each reader alone, at the first time, and can be taken back', async () => {
    const first = await change({ read: true });
    world.clock.advance(60_000);
    const again = await change({ read: true });
    const other = await world.read(message);
    const back = await change({ read: false });

    expect(first.body.readAt).toBe('2026-11-23T08:00:00.000Z');
    expect(again.body.readAt).toBe('2026-11-23T08:00:00.000Z');
    expect([other.body.readAt, back.body.readAt]).toEqual([null, null]);
  });

  test('costs one read, one transaction of 5 units, and the read of the answer', async () => {
    const { tally } = await world.meter.measure(() => change({ read: true }));

    expect(tally).toMatchObject({ requests: { BatchGetItem: 2, TransactWriteItems: 1 }, writeUnits: 5 });
  });

  test('by three at once marks it for all three', async () => {
    const readers = await Promise.all([0, 1, 2].map(() => portalPerson(world, clientId, 'clientAdmin')));

    await Promise.all(readers.map((claims) => change({ read: true }, claims)));

    const { record } = await stored();
    expect(Object.keys(record.readBy).sort()).toEqual(readers.map(({ username }) => username).sort());
  });
});

test('handled says who and when, stays with the first, and can be opened again', async () => {
  const first = await change({ handled: true });
  world.clock.advance(60_000);
  const second = await change({ handled: true }, world.supervisor);
  const open = await change({ handled: false });

  const handled = { by: world.operator.username, at: '2026-11-23T08:00:00.000Z' };
  expect([first.body.state, first.body.handled]).toEqual(['handled', handled]);
  expect(second.body.handled).toEqual(handled);
  expect([open.body.state, open.body.handled]).toEqual(['open', null]);
});

describe('a note', () => {
  test('is sealed under a key of its own, new with each edit: what was noted before no longer opens', async () => {
    await change({ note: 'Ringde, inget svar' });
    const before = await stored();
    const changed = await change({ note: 'Ringde igen' });
    const after = await stored();

    expect(openNote(before.noteKey, before.record)).toBe('Ringde, inget svar');
    expect(changed.body.note).toBe('Ringde igen');
    expect(() => openNote(after.noteKey, before.record)).toThrow(expect.objectContaining({ name: 'StaleKeyError' }));
  });

  test('is taken away with null, and its key with it', async () => {
    await change({ note: 'Ringde', handled: true });
    const before = await stored();

    const { body } = await change({ note: null });

    const after = await stored();
    expect([body.note, body.state, after.record.note]).toEqual([null, 'handled', undefined]);
    expect(() => openNote(after.noteKey, before.record)).toThrow();
  });

  test('of two at once one stands whole', async () => {
    const notes = ['Första', 'Andra'];

    const answers = await Promise.all(notes.map((note) => change({ note })));

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(notes).toContain((await world.read(message)).body.note);
  });
});

test.each([
  ['nothing', {}, ''],
  ['an unknown field', { matter: 'x' }, '/matter'],
  ['a note over 4,000', { note: 'x'.repeat(4_001) }, '/note'],
  ['read as a word', { read: 'yes' }, '/read'],
])('an edit with %s is refused', async (_, body, pointer) => {
  const { body: problem, status } = await change(body);

  expect(status).toBe(400);
  expect(problem.errors?.map((error) => error.pointer)).toContain(pointer);
});

test('a staff member reads and marks own messages; those of others are not there', async () => {
  const colleague = (await world.aStaffMember(clientId)).body.id;
  const own = await portalPerson(world, clientId, 'staffMember', staffId);
  const other = await portalPerson(world, clientId, 'staffMember', colleague);

  expect((await change({ read: true }, own)).status).toBe(200);
  expect((await world.read(message, { claims: own })).body.deliveries[0]?.address).toBe('anna-karin@nordvik.example');
  const hidden = await world.read(message, { claims: other });
  expect(hidden.status).toBe(404);
  expect(JSON.stringify(await change({ read: true }, other))).toBe(JSON.stringify(hidden));
});

test('a message of another client is not there, byte for byte', async () => {
  const foreign = (await world.aClient()).body.id;
  const missing = await world.read({ clientId, id: newId('message', 0) });

  const theirs = await world.read({ clientId: foreign, id: message.id });

  expect(theirs.status).toBe(404);
  expect(JSON.stringify(theirs)).toBe(JSON.stringify(missing));
});
