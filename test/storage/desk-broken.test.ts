// A desk around which something is broken: it says the rest, and the log says what is left out.
import { afterEach, beforeEach, expect, type MockInstance, test, vi } from 'vitest';
import type { Item } from '#shared/found.ts';
import { type DeskWorld, deskWorld } from '#test/support/desk-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { rawItems } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: DeskWorld;
let logged: MockInstance<typeof console.error>;

beforeEach(async () => {
  world = await deskWorld(engine);
  logged = vi.spyOn(console, 'error').mockReturnValue();
});

afterEach(() => {
  logged.mockRestore();
});

/** The last byte of what is sealed is another. */
async function breakSealed(id: string, field: 'sealed' | 'content'): Promise<void> {
  const item = (await rawItems(world, 'records')).find(({ sk }) => sk === id) as Item;
  const bytes = Uint8Array.from(item[field] as Uint8Array);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await world.app.db.commit([{ table: 'records', put: { ...item, [field]: bytes } }]);
}

test('an alternative that does not open is left out', async () => {
  const person = async (name: string) => (await world.aStaffMember(world.clientId, { name })).body.id;
  const [anna, bo] = [await person('Anna Ek'), await person('Bo Ås')];
  await world.say({}, [anna, bo]);
  await breakSealed(anna, 'sealed');

  const { status, body } = await world.look();

  expect([status, body.alternatives.map(({ name }) => name)]).toEqual([200, ['Bo Ås']]);
  expect(JSON.parse(String(logged.mock.calls[0]))).toMatchObject({ event: 'record-unreadable', staffId: anna });
});

test('a message of today that does not open is left out', async () => {
  const staffId = (await world.aStaffMember(world.clientId)).body.id;
  const take = async () => (await world.take(world.clientId, { staffId })).body.id;
  const [first, second] = [await take(), await take()];
  await breakSealed(first, 'content');

  const { status, body } = await world.look();

  expect([status, body.messages.map(({ id }) => id)]).toEqual([200, [second]]);
  expect(JSON.parse(String(logged.mock.calls[0]))).toMatchObject({ event: 'record-unreadable', messageId: first });
});
