// Chance that can be had again.
import { expect, test } from 'vitest';
import { randomFrom } from '#test/chaos/random.ts';

const some = (seed: number) =>
  Array.from(
    { length: 1000 },
    (
      (random) => () =>
        random.below(10)
    )(randomFrom(seed)),
  );

test('the same seed decides the same, another one something else', () => {
  const [first, again, other] = [some(1), some(1), some(2)];

  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});

test('each number comes about as often as any other', () => {
  const counts = [...Map.groupBy(some(7), (n) => n).values()].map(({ length }) => length);

  expect(counts).toHaveLength(10);
  expect(Math.min(...counts)).toBeGreaterThan(60);
});
