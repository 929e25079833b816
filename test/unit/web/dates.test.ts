// Days and times as people say them, in Stockholm.
import { expect, test } from 'vitest';
import { ageWords, clockWords, dayWords, isoDay, weekdays, whenWords } from '#web/words/dates.ts';
import { byName, initials } from '#web/words/name-sort.ts';
import { parts } from '#web/words/sv/parts.ts';

const now = Date.parse('2026-11-28T11:00:00Z');

test('a day and a time are those of Stockholm, in each language', () => {
  expect(dayWords('2027-05-22T22:30:00Z', 'sv')).toBe('23 maj 2027');
  expect(dayWords('2027-05-22T22:30:00Z', 'en')).toBe('23 May 2027');
  expect(clockWords('2026-11-28T09:42:00Z', 'sv')).toBe('10.42');
  expect(clockWords('2026-11-28T09:42:00Z', 'en')).toBe('10:42');
  expect(isoDay('2026-11-27T23:30:00Z')).toBe('2026-11-28');
});

test('a moment is as short as it stays clear', () => {
  expect(whenWords('2026-11-28T09:42:00Z', now, 'sv')).toBe('10.42');
  expect(whenWords('2026-11-27T09:42:00Z', now, 'sv')).toBe('27 nov 10.42');
  expect(whenWords('2025-11-27T09:42:00Z', now, 'sv')).toBe('27 nov 2025');
});

test('an age is rounded down', () => {
  expect([30_000, 60_000, 12 * 60_000, 60 * 60_000, 50 * 3_600_000].map((age) => ageWords(age, parts))).toEqual([
    'mindre än en minut',
    '1 minut',
    '12 minuter',
    '1 timme',
    '2 dagar',
  ]);
});

test('the week begins on Monday', () => {
  expect(weekdays('sv', 'long')[0]).toBe('måndag');
  expect(weekdays('en', 'long').at(-1)).toBe('Sunday');
});

test('names stand in Swedish order, and initials are of the first and last', () => {
  expect(['Öberg', 'Zeta', 'Ågren', 'Anna'].sort(byName)).toEqual(['Anna', 'Zeta', 'Ågren', 'Öberg']);
  expect(['Anna Lindqvist', 'Ekonomi', 'Bo Öberg', ''].map(initials)).toEqual(['AL', 'EK', 'BÖ', '']);
});
