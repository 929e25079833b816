// Finding as one types: few questions, the last answer wins, something moves at once.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Outcome } from '#web/api/outcome.ts';
import { PAUSE_MS, TypeAhead } from '#web/desk/type-ahead.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', () => 0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

interface Question {
  text: string;
  signal: AbortSignal;
  answer: (hits: string[] | 'away') => Promise<void>;
}

function aFinder() {
  const asked: Question[] = [];
  const finder = new TypeAhead<string>({
    isEnough: (text) => text.length >= 2,
    matches: (hit, text) => hit.startsWith(text),
    known: (text) => ['anna', 'bo'].filter((name) => name.startsWith(text)),
    ask: (text, signal) =>
      new Promise<Outcome<readonly string[]>>((resolve) => {
        const answer = async (hits: string[] | 'away') => {
          resolve(hits === 'away' ? { kind: 'away', why: 'offline' } : { kind: 'ok', value: hits, etag: null });
          await vi.advanceTimersByTimeAsync(0);
        };
        asked.push({ text, signal, answer });
      }),
  });
  return { finder, asked };
}

const pause = () => vi.advanceTimersByTimeAsync(PAUSE_MS);

test('typing fast asks once, and a single letter not at all', async () => {
  const { finder, asked } = aFinder();

  for (const text of ['a', 'an', 'ann']) finder.type(text);
  await pause();

  expect(asked.map(({ text }) => text)).toEqual(['ann']);
});

test('an answer to what was typed before is of no use, and its question is called off', async () => {
  const { finder, asked } = aFinder();
  finder.type('an');
  await pause();
  finder.type('bo');
  await pause();

  await asked[1]?.answer(['bo']);
  await asked[0]?.answer(['anna', 'andrea']);

  expect(asked[0]?.signal.aborted).toBe(true);
  expect(finder.hits.value).toEqual(['bo']);
});

test('the hits that are there are sifted while the longer text is asked for', async () => {
  const { finder, asked } = aFinder();
  finder.type('an');
  await pause();
  await asked[0]?.answer(['anna', 'andrea']);

  finder.type('ann');

  expect(finder.hits.value).toEqual(['anna']);
  expect(finder.busy.value).toBe(false);
});

test('Enter before the answer takes the one hit, and none of two', async () => {
  const { finder, asked } = aFinder();
  const picked: string[] = [];
  finder.type('ann');
  finder.whenSole((hit) => picked.push(hit));
  await pause();
  await asked[0]?.answer(['anna']);
  finder.type('an');
  await pause();
  finder.whenSole((hit) => picked.push(hit));
  await asked[1]?.answer(['anna', 'andrea']);

  expect(picked).toEqual(['anna']);
});

test('typing on after Enter takes it back', async () => {
  const { finder, asked } = aFinder();
  const picked: string[] = [];
  finder.type('ann');
  await pause();
  finder.whenSole((hit) => picked.push(hit));
  finder.type('anne');
  await pause();

  await asked[1]?.answer(['annelie']);

  expect(picked).toEqual([]);
});

test('while the service is away, what is known here is found, and it is said why', async () => {
  const { finder, asked } = aFinder();
  finder.type('an');
  await pause();

  await asked[0]?.answer('away');

  expect(finder.hits.value).toEqual(['anna']);
  expect(finder.failure.value).toEqual({ kind: 'away', why: 'offline' });
});

test('Enter before there is an answer picks nobody once the field is emptied or gone', async () => {
  const { finder, asked } = aFinder();
  const picked: string[] = [];
  finder.type('an');
  finder.whenSole((hit) => picked.push(hit));

  finder.clear();
  for (const { answer } of asked) await answer(['anna']);

  expect([asked.length, picked, finder.hits.peek()]).toEqual([0, [], []]);
});

test('nor when the question was on its way already', async () => {
  const { finder, asked } = aFinder();
  const picked: string[] = [];
  finder.type('an');
  await pause();
  finder.whenSole((hit) => picked.push(hit));

  finder.clear();
  await asked[0]?.answer(['anna']);

  expect([asked[0]?.signal.aborted, picked]).toEqual([true, []]);
});
