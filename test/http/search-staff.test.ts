// The search for people through the runner: the stream, the queue with its delay, and functions that are warm.
import { beforeAll, describe, expect, test } from 'vitest';
import { aClient } from '#test/support/builders/clients.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';
import { type HttpWorld, type Json, made, openWorld } from '#test/support/http-world.ts';

let world: HttpWorld;
let token: string;

beforeAll(async () => {
  world = await openWorld({ ...aClient(), numbers: [] });
  token = await world.operator();
});

const add = (name: string, more: object = {}) => world.addStaff({ ...aStaffMember(), alsoKnownAs: [], name, ...more });
const search = (body: object) => world.call('POST', world.path('/staff/search'), { token, body });
const names = async (text: string): Promise<string[]> =>
  (await made(search({ text }), 200)).items.map(({ name }: Json) => name);

async function untilFound(text: string, expected: string[], withinMs = 15_000): Promise<string[]> {
  const giveUpAt = performance.now() + withinMs;
  for (;;) {
    const found = await names(text);
    if (JSON.stringify(found) === JSON.stringify(expected) || performance.now() > giveUpAt) return found;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('a person', () => {
  test('who is added is found within seconds, by a function that knew of nobody of that name', async () => {
    await add('Tuva Ask');
    expect(await names('tuva')).toEqual(['Tuva Ask']);

    await add('Tuva Öhman');

    expect(await untilFound('tuva', ['Tuva Ask', 'Tuva Öhman'])).toEqual(['Tuva Ask', 'Tuva Öhman']);
  });

  test('who is edited is found by what is new, and no more by what was before', async () => {
    const staffId = await add('Ylva Dal', { keywords: ['vattenpump'] });
    await untilFound('vattenpump', ['Ylva Dal']);

    const body = { keywords: ['fjärrvärme'] };
    const path = world.path(`/staff/${staffId}`);
    await made(world.call('PATCH', path, { body, ifMatch: '"1"' }), 200);

    expect(await names('vattenpump')).toEqual([]);
    expect(await untilFound('fjarrvarme', ['Ylva Dal'])).toEqual(['Ylva Dal']);
  });

  test('who is erased is not found from then on, by any function', async () => {
    const staffId = await add('Rut Sten');
    expect(await untilFound('rut', ['Rut Sten'])).toEqual(['Rut Sten']);

    await made(world.call('DELETE', world.path(`/staff/${staffId}`)), 204);

    const found = await Promise.all(Array.from({ length: 8 }, () => names('rut')));
    expect(found.flat()).toEqual([]);
    await add('Rut Berg');
    expect(await untilFound('rut', ['Rut Berg'])).toEqual(['Rut Berg']);
  });

  test('who is away is shown with colleagues to ask instead, and what to say', async () => {
    const [anna, bo] = [await add('Anna Gren'), await add('Bo Kvist')];
    const until = new Date(Date.now() + 3_600_000).toISOString();
    const absence = { reason: 'lunch', until, colleagues: [bo] };
    await made(world.call('PUT', world.path(`/staff/${anna}/absence`), { token, body: absence }), 200);
    await untilFound('anna gren', ['Anna Gren']);

    const [hit] = (await made(search({ text: 'anna gren' }), 200)).items;

    expect(hit).toMatchObject({
      staffId: anna,
      availability: { state: 'away', until },
      answer: { words: expect.stringContaining('Anna Gren'), why: { source: 'absence', of: anna } },
      colleagues: [{ staffId: bo, availability: { state: 'in' } }],
    });
  });
});

test('an order for an index waits a little in its queue, for the next change of the same client', async () => {
  const delayed = async () => {
    const { body } = await world.runner.request<Json>('GET', '/dev/queues');
    return body.find(({ name }: Json) => name.startsWith('DirectoryOrders')).delayed;
  };
  await add('Sten Rot');

  await expect.poll(delayed, { timeout: 3_000, interval: 50 }).toBeGreaterThan(0);

  await expect.poll(delayed, { timeout: 10_000 }).toBe(0);
  expect(await untilFound('sten rot', ['Sten Rot'])).toEqual(['Sten Rot']);
});

test.each([
  ['nothing to search for', { text: ' ' }, '/text'],
  ['more than twenty', { text: 'anna', limit: 21 }, '/limit'],
  ['something that is no line', { text: 'anna', line: '08-465 004 72' }, '/line'],
])('%s is refused', async (_, body, pointer) => {
  const { status, body: problem } = await search(body);

  expect([status, problem.code, problem.errors.map((one: Json) => one.pointer)]).toEqual([
    400,
    'invalid-request',
    [pointer],
  ]);
});
