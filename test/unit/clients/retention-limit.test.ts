// Which retention may last longer than another: held against the calendar itself.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mayLastLonger, retentionWithin } from '#clients/retention-limit.ts';
import { expiresAtSeconds, type Retention } from '#shared/retention.ts';

const retention: fc.Arbitrary<Retention> = fc.oneof(
  fc.record({ months: fc.integer({ min: 1, max: 6 }) }),
  fc.record({ days: fc.integer({ min: 1, max: 181 }) }),
);
const takenAtMs = fc.integer({ min: Date.parse('2024-01-01'), max: Date.parse('2034-01-01') });

test('what is not said to last longer never does, whenever a message is taken', () => {
  fc.assert(
    fc.property(retention, retention, takenAtMs, (one, other, at) => {
      fc.pre(!mayLastLonger(one, other));
      expect(expiresAtSeconds(at, one)).toBeLessThanOrEqual(expiresAtSeconds(at, other));
    }),
    { numRuns: 1_000 },
  );
});

test('no retention lasts longer than itself', () => {
  fc.assert(fc.property(retention, (one) => !mayLastLonger(one, one)));
});

test.each([
  [{ months: 6 }, 6, true],
  [{ days: 181 }, 6, true],
  [{ months: 4 }, 3, false],
  [{ days: 89 }, 3, true],
  [{ days: 90 }, 3, false],
])('%j within %i months: %s', (asked, months, fits) => {
  const within = retentionWithin(asked, months);

  expect(within).toEqual(fits ? asked : expect.objectContaining({ code: 'invalid-request' }));
});

test('unsaid, it is the longest', () => {
  expect(retentionWithin(null, 4)).toEqual({ months: 4 });
});
