import { expect, test } from 'vitest';
import { DirectoryCache } from '#desk/directory-cache.ts';
import { contentOf, openIndex } from '#desk/directory-index.ts';

const indexOf = (people: number) =>
  openIndex(
    contentOf(
      Array.from({ length: people }, (_, n) => ({
        id: `stf_${n}`,
        words: [[], [], [], [], []],
        phones: [],
        colleagues: [],
      })),
    ),
  );

test('an index is kept by its version: another one, and one that is forgotten, are not there', () => {
  const cache = new DirectoryCache();
  const index = indexOf(1);
  cache.keep('cli_1', 'dir_1', index);

  expect(cache.get('cli_1', 'dir_1')).toBe(index);
  expect(cache.get('cli_2', 'dir_1')).toBeUndefined();
  expect(cache.get('cli_1', 'dir_2')).toBeUndefined();
  expect(cache.get('cli_1', 'dir_1')).toBeUndefined();

  cache.keep('cli_1', 'dir_2', index);
  cache.forget('cli_1');
  expect(cache.get('cli_1', 'dir_2')).toBeUndefined();
});

test('above so many people those go that were searched longest ago', () => {
  const cache = new DirectoryCache(10);
  cache.keep('cli_1', 'dir', indexOf(4));
  cache.keep('cli_2', 'dir', indexOf(4));
  cache.get('cli_1', 'dir');

  cache.keep('cli_3', 'dir', indexOf(4));

  expect(['cli_1', 'cli_2', 'cli_3'].map((id) => cache.get(id, 'dir') !== undefined)).toEqual([true, false, true]);
});

test('one that is larger than all that may be kept is kept alone', () => {
  const cache = new DirectoryCache(10);
  cache.keep('cli_1', 'dir', indexOf(4));

  cache.keep('cli_2', 'dir', indexOf(50));

  expect(['cli_1', 'cli_2'].map((id) => cache.get(id, 'dir') !== undefined)).toEqual([false, true]);
});
