// The clocks of subject requests: Stockholm's months, Swedish working days.
import { describe, expect, test } from 'vitest';
import { deadlineOf, endOf, forwardByOf, isWorkingDay, keptUntilMs, monthsAfter } from '#requests/clocks.ts';

const at = (text: string) => Date.parse(text);

describe('the answer', () => {
  test.each([
    ['2026-11-03T10:00:00Z', 0, '2026-12-03'],
    ['2027-01-31T10:00:00Z', 0, '2027-02-28'],
    ['2028-01-31T10:00:00Z', 0, '2028-02-29'],
    ['2026-08-31T10:00:00Z', 0, '2026-09-30'],
    ['2026-12-15T10:00:00Z', 0, '2027-01-15'],
    // The clamped day of the first month does not shorten the third.
    ['2026-08-31T10:00:00Z', 2, '2026-11-30'],
    ['2026-12-31T10:00:00Z', 1, '2027-02-28'],
    ['2026-12-31T10:00:00Z', 2, '2027-03-31'],
  ])('to what was received at %s, extended by %i months, is due by the end of %s', (received, months, day) => {
    expect(deadlineOf(at(received), months)).toBe(day);
  });

  test.each([
    // Summer: two hours before Greenwich's midnight it is tomorrow.
    ['2026-06-30T21:59:59Z', '2026-07-30'],
    ['2026-06-30T22:00:00Z', '2026-08-01'],
    // Winter: one.
    ['2026-11-30T22:59:59Z', '2026-12-30'],
    ['2026-11-30T23:00:00Z', '2027-01-01'],
  ])('to what was received at %s counts from the day in Stockholm: %s', (received, day) => {
    expect(deadlineOf(at(received))).toBe(day);
  });

  test('is late from the midnight of Stockholm that ends its day', () => {
    expect(new Date(endOf('2026-12-03')).toISOString()).toBe('2026-12-03T23:00:00.000Z');
    expect(new Date(endOf('2027-07-03')).toISOString()).toBe('2027-07-03T22:00:00.000Z');
  });
});

describe('the client is told', () => {
  test.each([
    ['a Tuesday', '2026-11-03T10:00:00Z', '2026-11-04'],
    ['a Friday', '2026-11-06T10:00:00Z', '2026-11-09'],
    ['a Saturday', '2026-11-07T10:00:00Z', '2026-11-09'],
    ['the day before Christmas Eve', '2026-12-23T10:00:00Z', '2026-12-28'],
    ['the day before New Year’s Eve', '2026-12-30T10:00:00Z', '2027-01-04'],
    ['Maundy Thursday', '2027-03-25T10:00:00Z', '2027-03-30'],
    ['the Thursday before Midsummer Eve', '2027-06-24T10:00:00Z', '2027-06-28'],
    ['the Tuesday before Epiphany', '2027-01-05T10:00:00Z', '2027-01-07'],
    ['late on a Monday, which is Tuesday in Stockholm', '2026-11-02T23:30:00Z', '2026-11-04'],
  ])('of what came on %s by the end of the next working day', (_, received, day) => {
    expect(forwardByOf(at(received))).toBe(day);
  });
});

test.each([
  ['2027-01-05', true],
  ['2027-01-06', false],
  ['2027-03-25', true],
  ['2027-03-26', false],
  ['2027-04-30', true],
  ['2027-05-01', false],
  ['2027-06-25', false],
  ['2027-11-05', true],
  ['2027-12-24', false],
  ['2027-12-31', false],
  ['2027-05-08', false],
])('%s is a working day: %s', (day, expected) => {
  expect(isWorkingDay(day)).toBe(expected);
});

test('months are counted across years, and a day that a month does not have is its last', () => {
  expect(monthsAfter('2026-10-31', 1)).toBe('2026-11-30');
  expect(monthsAfter('2026-11-30', 14)).toBe('2028-01-30');
});

test('a closed request is kept for whole days of Stockholm', () => {
  const closedAtMs = at('2026-11-03T10:00:00Z');

  expect(new Date(keptUntilMs(closedAtMs, 30)).toISOString()).toBe('2026-12-03T23:00:00.000Z');
  expect(new Date(keptUntilMs(closedAtMs, 240)).toISOString()).toBe('2027-07-01T22:00:00.000Z');
});
