// A list of the inbox and the service: what it asks for, and what it makes of the answers.
import { beforeEach, expect, test, vi } from 'vitest';
import type { InboxList } from '#web/inbox/inbox-list-store.ts';

vi.stubGlobal('location', { origin: 'http://localhost' });
const { bindTokens } = await import('#web/api/client.ts');
const { InboxList: List } = await import('#web/inbox/inbox-list-store.ts');
const { KnownMessages } = await import('#web/inbox/known.ts');

const idOf = (n: number) => `msg_01M8HYRHC${n}AAAAAAAAAAAAAAAA`;
const aPage = (ns: number[], nextCursor: string | null = null) => ({
  items: ns.map((n) => ({ id: idOf(n), state: 'open', urgency: 'normal' })),
  nextCursor,
});
const shown = (list: InboxList) => list.messages.value.map(({ id }) => Number(id[13]));

let asked: URLSearchParams[];
let answers: (object | number)[];
let list: InboxList;

beforeEach(() => {
  asked = [];
  answers = [];
  list = new List('cli_1', {}, new KnownMessages());
  bindTokens(
    async () => 'token',
    () => undefined,
  );
  vi.stubGlobal('fetch', async ({ url }: Request) => {
    asked.push(new URL(url).searchParams);
    const answer = answers.shift() ?? aPage([]);
    return typeof answer === 'number' ? new Response('{}', { status: answer }) : Response.json(answer);
  });
});

test('after the first page it asks for what came since only, and counts that', async () => {
  answers = [aPage([2, 1]), aPage([3])];

  const first = await list.refresh();
  const since = await list.poll();

  expect([first, since, shown(list)]).toEqual([0, 1, [3, 2, 1]]);
  expect(asked.map((query) => query.has('from'))).toEqual([false, true]);
  expect([...list.fresh.value]).toEqual([idOf(3)]);
});

test('a press on "Visa fler" goes on past pages that are empty', async () => {
  answers = [aPage([5, 4], 'a'), aPage([], 'b'), aPage([3])];
  await list.refresh();

  await list.more();

  expect(shown(list)).toEqual([5, 4, 3]);
  expect(asked.map((query) => query.get('cursor'))).toEqual([null, 'a', 'b']);
  expect(list.hasMore.value).toBe(false);
});

test('a failure leaves what was there, and the next answer ends it', async () => {
  answers = [aPage([1]), 500, aPage([2])];
  await list.refresh();

  await list.poll();
  const failed = [shown(list), list.failure.value];
  await list.poll();

  expect(failed).toEqual([[1], { kind: 'away', why: 'server' }]);
  expect([shown(list), list.failure.value]).toEqual([[2, 1], undefined]);
});

test('an empty list is asked for whole', async () => {
  answers = [aPage([]), aPage([1])];
  await list.refresh();

  expect([await list.poll(), shown(list), asked[1]?.has('from')]).toEqual([1, [1], false]);
});
