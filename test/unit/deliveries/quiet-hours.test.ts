// Quiet hours by Stockholm's wall clock: over midnight, and in nights with a clock change.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { quietUntilMs } from '#deliveries/quiet-hours.ts';

const until = (now: string, from: string, to: string) => {
  const ends = quietUntilMs(Date.parse(now), { from, until: to });
  return ends === undefined ? undefined : new Date(ends).toISOString().slice(0, 16);
};

describe('on an ordinary day', () => {
  test.each([
    ['before they begin', '2026-11-23T20:59:59+01:00', '21:00', '07:00', undefined],
    ['as they begin', '2026-11-23T21:00:00+01:00', '21:00', '07:00', '2026-11-24T06:00'],
    ['before midnight', '2026-11-23T23:59:59+01:00', '21:00', '07:00', '2026-11-24T06:00'],
    ['after midnight', '2026-11-24T00:00:00+01:00', '21:00', '07:00', '2026-11-24T06:00'],
    ['just before they end', '2026-11-24T06:59:59+01:00', '21:00', '07:00', '2026-11-24T06:00'],
    ['as they end', '2026-11-24T07:00:00+01:00', '21:00', '07:00', undefined],
    ['within a day', '2026-11-24T12:30:00+01:00', '12:00', '13:00', '2026-11-24T12:00'],
    ['until midnight', '2026-11-24T23:30:00+01:00', '22:00', '00:00', '2026-11-24T23:00'],
    ['from midnight', '2026-11-24T00:30:00+01:00', '00:00', '06:30', '2026-11-24T05:30'],
    ['over the turn of the year', '2026-12-31T23:00:00+01:00', '22:00', '06:00', '2027-01-01T05:00'],
  ])('%s', (_, now, from, to, expected) => {
    expect(until(now, from, to)).toBe(expected);
  });
});

describe('in a night with a clock change', () => {
  test.each([
    ['spring: an hour shorter', '2026-03-28T22:00:00+01:00', '22:00', '07:00', '2026-03-29T05:00'],
    ['autumn: an hour longer', '2026-10-24T22:00:00+02:00', '22:00', '07:00', '2026-10-25T06:00'],
    ['spring: the end is skipped', '2026-03-29T01:59:00+01:00', '22:00', '02:30', '2026-03-29T01:30'],
    ['autumn: an end that comes twice is the first', '2026-10-24T22:00:00+02:00', '22:00', '02:30', '2026-10-25T00:30'],
    ['autumn: in the first of the two hours', '2026-10-25T02:10:00+02:00', '22:00', '02:30', '2026-10-25T00:30'],
    ['autumn: in the second of the two hours', '2026-10-25T02:10:00+01:00', '22:00', '02:30', '2026-10-25T01:30'],
  ])('%s', (_, now, from, to, expected) => {
    expect(until(now, from, to)).toBe(expected);
  });
});

const time = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
const around = (day: string) =>
  fc.integer({ min: -36 * 60, max: 36 * 60 }).map((minutes) => Date.parse(day) + minutes * 60_000);
const moment = fc.oneof(
  around('2026-03-29T01:00:00Z'),
  around('2026-10-25T01:00:00Z'),
  fc.integer({ min: Date.parse('2026-01-01T00:00:00Z'), max: Date.parse('2036-01-01T00:00:00Z') }),
);

test('always end ahead, within 25 hours, at the minute that was asked for or just after a skipped one', () => {
  fc.assert(
    fc.property(moment, time, time, (nowMs, from, to) => {
      fc.pre(from !== to);
      const now = Temporal.Instant.fromEpochMilliseconds(nowMs).toZonedDateTimeISO('Europe/Stockholm');
      const wall = now.toPlainTime().toString().slice(0, 5);
      const inside = from < to ? wall >= from && wall < to : wall >= from || wall < to;

      const ends = quietUntilMs(nowMs, { from, until: to });

      expect(ends !== undefined).toBe(inside);
      if (ends === undefined) return;
      expect(ends).toBeGreaterThan(nowMs);
      expect(ends - nowMs).toBeLessThanOrEqual(25 * 3_600_000);
      const day = wall < to ? now.toPlainDate() : now.toPlainDate().add({ days: 1 });
      const asked = day.toPlainDateTime(Temporal.PlainTime.from(to));
      const either = (['earlier', 'later'] as const).map(
        (disambiguation) => asked.toZonedDateTime('Europe/Stockholm', { disambiguation }).epochMilliseconds,
      );
      expect(either).toContain(ends);
    }),
    { numRuns: 1_000 },
  );
});
