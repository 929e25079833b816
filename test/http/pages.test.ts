// Lists: pages that together hold everything once, cursors that belong to one list, and the filters of messages.
import { beforeAll, describe, expect, test } from 'vitest';
import { addMachine, type HttpWorld, type Json, made, newAddress, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

const MESSAGES = 11;
const STAFF = 6;

let world: HttpWorld;
let other: HttpWorld;
let staffIds: string[];
let messages: Json[];

beforeAll(async () => {
  expectRecipients('disa@kvarngardet.example');
  const inbox = { generalInbox: { emails: ['disa@kvarngardet.example'] } };
  [world, other] = await Promise.all([openWorld(inbox), openWorld(inbox)]);
  staffIds = [];
  for (let n = 0; n < STAFF; n++) staffIds.push(await world.addStaff({ name: `Person ${n}` }));
  messages = [];
  for (let n = 0; n < MESSAGES; n++) {
    messages.push(await made(world.take({ staffId: staffIds[n % 2], matter: `Ärende ${n}` })));
  }
  for (let n = 0; n < 3; n++) {
    await made(
      world.call('POST', world.path('/users'), { body: { email: newAddress('u'), name: 'U', role: 'clientAdmin' } }),
    );
    await made(other.take({ matter: 'Annat' }));
  }
});

const idOf = (one: Json): string => one.id ?? one.machineId;

/** Every page of a list, to the end. */
async function walk(path: string, limit: number, token?: string): Promise<string[][]> {
  const pages: string[][] = [];
  let cursor: string | null = null;
  do {
    const query: string = `limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`;
    const page: Json = await made(
      world.call('GET', `${path}${path.includes('?') ? '&' : '?'}${query}`, { token }),
      200,
    );
    pages.push(page.items.map(idOf));
    cursor = page.nextCursor;
  } while (cursor && pages.length < 200);
  return pages;
}

const lists = [
  { list: 'clients', path: () => '/clients', limit: 3 },
  { list: 'staff', path: () => world.path('/staff'), limit: 2 },
  { list: 'users', path: () => world.path('/users'), limit: 1 },
  { list: 'operators', path: () => '/operators', limit: 2 },
  { list: 'messages', path: () => world.path('/messages'), limit: 4 },
  { list: 'messages of a staff member', path: () => world.path(`/messages?staffId=${staffIds[0]}`), limit: 2 },
];

describe.each(lists)('the list of $list', ({ path, limit }) => {
  test('gives everything once, newest first, in pages of the size asked for', async () => {
    const pages = await walk(path(), limit);
    const whole = await walk(path(), 100);

    const ids = pages.flat();
    expect(ids).toEqual(whole.flat());
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(ids.toSorted().reverse());
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.length).toBeLessThanOrEqual(limit);
  });

  test('refuses a cursor that was tampered with, and one of another list', async () => {
    const at = (cursor: string) => {
      const joint = path().includes('?') ? '&' : '?';
      return world.call('GET', `${path()}${joint}limit=${limit}&cursor=${encodeURIComponent(cursor)}`);
    };
    const { nextCursor } = await made(world.call('GET', `${path()}${path().includes('?') ? '&' : '?'}limit=1`), 200);
    const foreign = await made(other.call('GET', other.path('/messages?limit=1')), 200);
    const flipped = `${nextCursor.slice(0, 20)}${nextCursor[20] === 'A' ? 'B' : 'A'}${nextCursor.slice(21)}`;

    const answers = await Promise.all(
      [flipped, nextCursor.slice(0, -4), `${nextCursor}AAAA`, 'x', `${nextCursor}=`, foreign.nextCursor].map(at),
    );

    for (const { status, body } of answers)
      expect({ status, ...body }).toMatchObject({
        status: 400,
        code: 'invalid-cursor',
        errors: [{ pointer: 'query/cursor' }],
      });
    expect((await at(nextCursor)).status).toBe(200);
  });

  test.for(['limit=0', 'limit=101', 'limit=many', 'limit=1.5', 'sort=name', 'cursor='])('refuses %s', async (query) => {
    const { status, body } = await world.call('GET', `${path()}${path().includes('?') ? '&' : '?'}${query}`);

    expect(status).toBe(400);
    expect(body.errors[0].pointer).toBe(`query/${query.split('=')[0]}`);
  });
});

test('a cursor holds for one client and one set of filters only', async () => {
  const { nextCursor } = await made(world.call('GET', world.path('/messages?limit=2')), 200);
  const cursor = encodeURIComponent(nextCursor);

  const answers = await Promise.all([
    world.call('GET', other.path(`/messages?limit=2&cursor=${cursor}`)),
    world.call('GET', world.path(`/messages?limit=2&state=open&cursor=${cursor}`)),
    world.call('GET', world.path(`/messages?limit=2&staffId=${staffIds[0]}&cursor=${cursor}`)),
  ]);

  expect(answers.map(({ body }) => body.code)).toEqual(['invalid-cursor', 'invalid-cursor', 'invalid-cursor']);
});

test('machine clients are listed without their secrets, newest first', async () => {
  const one = await addMachine(world, [world.clientId], ['directory.read']);
  const two = await addMachine(world, [world.clientId], ['directory.read']);

  const pages = await walk('/machine-clients', 2);
  const { text } = await world.call('GET', '/machine-clients');

  await Promise.all([one.remove(), two.remove()]);
  expect(pages.flat().slice(0, 2)).toEqual([two.machineId, one.machineId]);
  expect(new Set(pages.flat()).size).toBe(pages.flat().length);
  expect(text).not.toContain(two.clientSecret);
});

describe('messages are filtered', () => {
  const ids = (wanted: Json[]) => wanted.map(idOf).reverse();

  test('by staff member', async () => {
    const found = await walk(world.path(`/messages?staffId=${staffIds[1]}`), 100);

    expect(found.flat()).toEqual(ids(messages.filter(({ staffId }) => staffId === staffIds[1])));
  });

  test('by state', async () => {
    await made(world.call('PATCH', world.path(`/messages/${messages[3].id}`), { body: { handled: true } }), 200);

    const handled = await walk(world.path('/messages?state=handled'), 3);
    const open = await walk(world.path('/messages?state=open'), 3);

    expect(handled.flat()).toEqual([messages[3].id]);
    expect(open.flat()).toEqual(ids(messages.filter((_, n) => n !== 3)));
  });

  test('by when they were taken, both ends included, at any offset', async () => {
    const from = encodeURIComponent(messages[2].takenAt.replace('Z', '+00:00'));
    const to = encodeURIComponent(messages[5].takenAt);

    const found = await walk(world.path(`/messages?from=${from}&to=${to}`), 2);

    const within = ({ takenAt }: Json) => takenAt >= messages[2].takenAt && takenAt <= messages[5].takenAt;
    expect(found.flat()).toEqual(ids(messages.filter(within)));
  });

  test.for(['state=lost', 'staffId=me', 'from=yesterday', 'to=2026-02-31T00:00:00Z'])(
    'and %s is refused',
    async (query) => {
      const { status, body } = await world.call('GET', world.path(`/messages?${query}`));

      expect(status).toBe(400);
      expect(body.errors[0].pointer).toBe(`query/${query.split('=')[0]}`);
    },
  );
});
