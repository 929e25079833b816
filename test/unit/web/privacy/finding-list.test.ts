// A view of the findings: read on over pages with nothing in them, and never filled with what was asked for another view.
import { expect, test } from 'vitest';
import type { Outcome } from '#web/api/outcome.ts';
import { findingList } from '#web/privacy/finding-list.ts';
import type { FindingPage, View } from '#web/privacy/findings.ts';
import { aFinding } from './a-finding.ts';

const page = (ids: string[], nextCursor: string | null): Outcome<FindingPage> => ({
  kind: 'ok',
  value: { items: ids.map((id) => aFinding({ id })), nextCursor },
  etag: null,
});

const many = (from: number) => Array.from({ length: 25 }, (_, n) => `message#msg_${from + n}`);

/** Answers by the cursor that is asked with, `first` without one. */
const reading = (pages: Record<string, Outcome<FindingPage>>) => {
  const asked: string[] = [];
  const list = findingList(async (_, cursor = 'first') => {
    asked.push(cursor);
    return pages[cursor] ?? { kind: 'away', why: 'offline' };
  });
  return { list, asked, ids: () => list.items.value.map(({ id }) => id) };
};

test('pages with nothing in them are read over, until there is something or the end', async () => {
  const { list, asked, ids } = reading({
    first: page([], 'a'),
    a: page([], 'b'),
    b: page(['staff#stf_1'], null),
  });

  await list.open('undecided');

  expect(asked).toEqual(['first', 'a', 'b']);
  expect(ids()).toEqual(['staff#stf_1']);
  expect([list.hasMore.value, list.reading.value]).toEqual([false, false]);
});

test('what is enough for one look is not read over, and more comes after it', async () => {
  const { list, asked, ids } = reading({ first: page(many(0), 'a'), a: page([], 'b'), b: page(['x#1'], null) });

  await list.open('included');
  const first = [list.items.value.length, list.hasMore.value, asked.length];
  await list.more();

  expect(first).toEqual([25, true, 1]);
  expect(ids()).toEqual([...many(0), 'x#1']);
  expect(list.hasMore.value).toBe(false);
});

test('an answer that comes late does not fill the view that was opened since', async () => {
  const waiting = new Map<View, (answer: Outcome<FindingPage>) => void>();
  const list = findingList((view) => new Promise((resolve) => waiting.set(view, resolve)));

  const first = list.open('undecided');
  const second = list.open('included');
  waiting.get('included')?.(page(['staff#stf_2'], null));
  await second;
  waiting.get('undecided')?.(page(['staff#stf_1'], 'a'));
  await first;

  expect(list.items.value.map(({ id }) => id)).toEqual(['staff#stf_2']);
  expect(list.hasMore.value).toBe(false);
});

test('after a failure it goes on where it was, and nothing stands there twice', async () => {
  const pages: Record<string, Outcome<FindingPage>> = { first: page(['staff#stf_1'], 'a') };
  const { list, ids } = reading(pages);

  await list.open('undecided');
  const failed = list.failure.value;
  pages.a = page(['staff#stf_2'], null);
  await list.more();

  expect(failed).toEqual({ kind: 'away', why: 'offline' });
  expect(list.failure.value).toBeUndefined();
  expect(ids()).toEqual(['staff#stf_1', 'staff#stf_2']);
});

test('what is decided changes where it stands', async () => {
  const { list } = reading({ first: page(['staff#stf_1', 'staff#stf_2'], null) });
  await list.open('undecided');

  list.put([aFinding({ id: 'staff#stf_2', decision: 'leave' })]);

  expect(list.items.value.map(({ decision }) => decision)).toEqual(['undecided', 'leave']);
});
