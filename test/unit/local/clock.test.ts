// Which texts the clock takes as a time.
import { describe, expect, it } from 'vitest';
import { parseRfc3339 } from '#local/clock.ts';

describe('a time for the clock', () => {
  it.each([
    ['2027-06-01T00:00:00Z', Date.UTC(2027, 5, 1)],
    ['2027-06-01t02:00:00.5+02:00', Date.UTC(2027, 5, 1, 0, 0, 0, 500)],
    ['2028-02-29T12:00:00-01:00', Date.UTC(2028, 1, 29, 13)],
  ])('%s is one', (text, expected) => {
    expect(parseRfc3339(text)).toBe(expected);
  });

  it.each([
    '2027-02-30T00:00:00Z',
    '2027-02-29T00:00:00Z',
    '2027-13-01T00:00:00Z',
    '2027-06-01T25:00:00Z',
    '2027-06-01T00:00:00',
    '2027-06-01',
    '1 June 2027',
    '',
  ])('"%s" is none', (text) => {
    expect(parseRfc3339(text)).toBeUndefined();
  });
});
