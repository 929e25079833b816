// Stockholm's clock in a field, and the instant behind it.
import { expect, test } from 'vitest';
import { instantOf, localOf } from '#web/staff/local-moments.ts';

test.each([
  ['2026-11-28T10:42', '2026-11-28T09:42:00.000Z'],
  ['2026-07-01T08:00', '2026-07-01T06:00:00.000Z'],
])('%s in Stockholm is %s', (local, instant) => {
  expect(instantOf(local)).toBe(instant);
  expect(localOf(instant)).toBe(local);
});

test('of the hour that comes twice it is the first, and the hour that is skipped is one later', () => {
  expect(instantOf('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
  expect(localOf(instantOf('2027-03-28T02:30') ?? '')).toBe('2027-03-28T03:30');
});

test('half a date is none', () => {
  expect(instantOf('')).toBeNull();
});
