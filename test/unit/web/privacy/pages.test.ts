// A list is read to its end, however long it is, and a page that fails is no end.
import { expect, test } from 'vitest';
import type { Outcome } from '#web/api/outcome.ts';
import { everyPage } from '#web/privacy/pages.ts';

const PAGES = 25;
type Read = Outcome<{ items: number[]; nextCursor: string | null }>;

const aPage = (limit: number, place: number): Read => ({
  kind: 'ok',
  etag: null,
  value: {
    items: Array.from({ length: limit }, (_, n) => place * limit + n),
    nextCursor: place + 1 < PAGES ? String(place + 1) : null,
  },
});

test('all pages are there, in their order', async () => {
  const all = await everyPage<number>(async ({ limit, cursor = '0' }) => aPage(limit, Number(cursor)));

  expect(all.kind === 'ok' && all.value).toEqual(Array.from({ length: PAGES * 100 }, (_, n) => n));
});

test('a page that does not come is told in place of the list', async () => {
  const offline: Read = { kind: 'away', why: 'offline' };

  const all = await everyPage<number>(async ({ limit, cursor }) => (cursor === undefined ? aPage(limit, 0) : offline));

  expect(all).toEqual(offline);
});
