// How long a message is kept, against Temporal: months of Stockholm's calendar, days, and never longer than six months.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  expiresAtSeconds,
  expiryDay,
  keyTtl,
  parseRetentionCode,
  Retention,
  recordTtl,
  retentionCode,
  shorterRetention,
} from '#shared/retention.ts';

const ZONE = 'Europe/Stockholm';
const ends = (takenAt: string, retention: Retention) => {
  const at = expiresAtSeconds(Date.parse(takenAt), retention) * 1000;
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(ZONE).toString({ timeZoneName: 'never' });
};

describe('six months', () => {
  test.each([
    ['an ordinary day', '2026-11-23T09:00:00+01:00', '2027-05-23T09:00:00+02:00'],
    ['the last of August', '2026-08-31T12:00:00+02:00', '2027-02-28T12:00:00+01:00'],
    ['the last of August before a leap year', '2027-08-31T12:00:00+02:00', '2028-02-29T12:00:00+01:00'],
    ['29 August before a common year', '2026-08-29T12:00:00+02:00', '2027-02-28T12:00:00+01:00'],
    ['the last of October', '2026-10-31T12:00:00+01:00', '2027-04-30T12:00:00+02:00'],
    ['leap day', '2028-02-29T12:00:00+01:00', '2028-08-29T12:00:00+02:00'],
    [
      'just after midnight in Stockholm, still the day before in UTC',
      '2026-09-01T00:30:00+02:00',
      '2027-03-01T00:30:00+01:00',
    ],
    ['just before midnight', '2026-08-31T23:59:59+02:00', '2027-02-28T23:59:59+01:00'],
    ['into the hour that is skipped', '2026-09-28T02:30:00+02:00', '2027-03-28T03:30:00+02:00'],
    ['into the hour that comes twice', '2026-04-25T02:30:00+02:00', '2026-10-25T02:30:00+02:00'],
    ['out of the second of two hours', '2026-10-25T02:30:00+01:00', '2027-04-25T02:30:00+02:00'],
  ])('from %s', (_, takenAt, expected) => {
    expect(ends(takenAt, { months: 6 })).toBe(expected);
  });
});

test.each([
  [
    'a day over the change in spring is 23 hours',
    '2027-03-27T12:00:00+01:00',
    { days: 1 },
    '2027-03-28T12:00:00+02:00',
  ],
  [
    'a day over the change in autumn is 25 hours',
    '2026-10-24T12:00:00+02:00',
    { days: 1 },
    '2026-10-25T12:00:00+01:00',
  ],
  ['181 days from the last of August', '2026-08-31T12:00:00+02:00', { days: 181 }, '2027-02-28T12:00:00+01:00'],
  ['a month from 31 January', '2027-01-31T12:00:00+01:00', { months: 1 }, '2027-02-28T12:00:00+01:00'],
])('%s', (_, takenAt, retention, expected) => {
  expect(ends(takenAt, retention)).toBe(expected);
});

const around = (day: string) =>
  fc.integer({ min: -36 * 3_600, max: 36 * 3_600 }).map((seconds) => Date.parse(day) + seconds * 1_000);
const takenAtMs = fc.oneof(
  fc.integer({ min: Date.parse('2024-01-01T00:00:00Z'), max: Date.parse('2044-01-01T00:00:00Z') }),
  // What ends, or begins, in a night with a clock change.
  ...['2026-03-29', '2026-10-25', '2026-09-29', '2026-04-25', '2026-08-31', '2027-08-31', '2028-02-29'].map((day) =>
    around(`${day}T01:00:00Z`),
  ),
);
const retention: fc.Arbitrary<Retention> = fc.oneof(
  fc.integer({ min: 1, max: 6 }).map((months) => ({ months })),
  fc.integer({ min: 1, max: 181 }).map((days) => ({ days })),
);

test('is what the calendar says, and never longer than six months', () => {
  fc.assert(
    fc.property(takenAtMs, retention, (taken, kept) => {
      const begins = Temporal.Instant.fromEpochMilliseconds(taken).toZonedDateTimeISO(ZONE);

      const at = expiresAtSeconds(taken, kept);

      expect(at).toBe(Math.floor(begins.add(kept).epochMilliseconds / 1_000));
      expect(at * 1_000).toBeLessThanOrEqual(begins.add({ months: 6 }).epochMilliseconds);
      expect(at * 1_000).toBeGreaterThan(taken);
    }),
    { numRuns: 2_000 },
  );
});

test.each([{ months: 7 }, { months: 0 }, { months: -1 }, { days: 185 }, { days: 0 }])('%j is refused', (wrong) => {
  expect(() => expiresAtSeconds(Date.parse('2026-11-23T08:00:00Z'), wrong)).toThrow(RangeError);
  expect(Retention().safeParse(wrong).success).toBe(false);
});

test('one form at a time, whole numbers, at most six months', () => {
  const takes = (value: unknown) => Retention().safeParse(value).success;

  expect([{ months: 6 }, { months: 1 }, { days: 1 }, { days: 181 }].every(takes)).toBe(true);
  expect([{ months: 6, days: 1 }, { months: 1.5 }, { days: 182 }, { weeks: 1 }, {}, null, '6m'].some(takes)).toBe(
    false,
  );
});

test('its code reads back', () => {
  fc.assert(
    fc.property(retention, (kept) => {
      expect(parseRetentionCode(retentionCode(kept))).toEqual(kept);
    }),
  );
});

test('the shorter of two ends first', () => {
  const taken = Date.parse('2026-08-31T10:00:00Z');

  expect(shorterRetention(taken, { months: 6 }, { days: 180 })).toEqual({ days: 180 });
  expect(shorterRetention(taken, { days: 30 }, { months: 1 })).toEqual({ days: 30 });
});

test('TTL is three days behind for keys and seven for records; the bucket is the day in UTC', () => {
  const at = Date.parse('2027-05-23T07:59:59Z') / 1_000;

  expect([keyTtl(at) - at, recordTtl(at) - at]).toEqual([3 * 86_400, 7 * 86_400]);
  expect(expiryDay(at)).toBe('2027-05-23');
});
