// Until when an absence of one tap lasts.
import { describe, expect, test } from 'vitest';
import { absenceOf, nextOpening, presetsAt } from '#web/own/absence-presets.ts';
import { momentOf, timeOf } from '#web/own/stockholm.ts';
import { isoDay } from '#web/words/dates.ts';

/** "2026-11-27 10:42" in Stockholm. */
const at = (text: string): number => {
  const [day = '', time = ''] = text.split(' ');
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return momentOf(day, hours * 60 + minutes);
};
const words = (ms: number | undefined): string | undefined =>
  ms === undefined ? undefined : `${isoDay(ms)} ${timeOf(ms)}`;
const until = (now: string, name: string, opensMs?: number) =>
  words(presetsAt(at(now), opensMs).find((preset) => preset.name === name)?.untilMs);

describe('lunch', () => {
  test.each([
    ['2026-11-27 10:30', '2026-11-27 13:00'],
    ['2026-11-27 11:58', '2026-11-27 13:00'],
    ['2026-11-27 12:45', '2026-11-27 13:00'],
    ['2026-11-27 12:46', '2026-11-27 13:50'],
    ['2026-11-27 08:02', '2026-11-27 09:05'],
  ])('at %s lasts until %s', (now, end) => {
    expect(until(now, 'lunch')).toBe(end);
  });
});

test('a meeting takes an hour, rounded up to five minutes', () => {
  expect(until('2026-11-27 10:41', 'meeting')).toBe('2026-11-27 11:45');
  expect(until('2026-11-27 10:40', 'meeting')).toBe('2026-11-27 11:40');
  expect(until('2026-11-27 23:30', 'meeting')).toBe('2026-11-28 00:30');
});

test('the rest of the day ends at midnight, on the days when the clocks change too', () => {
  expect(until('2026-11-27 15:00', 'restOfDay')).toBe('2026-11-28 00:00');
  expect(until('2027-03-28 01:00', 'restOfDay')).toBe('2027-03-29 00:00');
  expect(until('2026-10-25 01:00', 'restOfDay')).toBe('2026-10-26 00:00');
});

describe('the next day', () => {
  const hours = (date: string, ...from: string[]) => ({ date, spans: from.map((one) => ({ from: one })) });

  test('begins when the client opens', () => {
    const opens = nextOpening(
      [hours('2026-11-27', '08:00'), hours('2026-11-28'), hours('2026-11-30', '07:30', '13:00')],
      at('2026-11-27 15:00'),
    );

    expect(until('2026-11-27 15:00', 'nextDay', opens)).toBe('2026-11-30 07:30');
  });

  test('begins at eight on the next day of the week where its hours are not known', () => {
    expect(until('2026-11-26 15:00', 'nextDay')).toBe('2026-11-27 08:00');
    expect(until('2026-11-27 15:00', 'nextDay')).toBe('2026-11-30 08:00');
  });

  test('of a client that never opens there is no opening', () => {
    expect(nextOpening([hours('2026-11-27'), hours('2026-11-28')], at('2026-11-27 15:00'))).toBeUndefined();
  });
});

test('what is said to callers goes along, without the space around it, and nothing is null', () => {
  const [lunch] = presetsAt(at('2026-11-27 11:00'));

  expect(lunch && absenceOf(lunch, '  Ring växeln. ')).toMatchObject({
    reason: 'lunch',
    until: '2026-11-27T12:00:00.000Z',
    note: 'Ring växeln.',
  });
  expect(lunch && absenceOf(lunch, '  ').note).toBeNull();
});

test('a time that the clocks skip is an hour later, one that comes twice the first', () => {
  expect(new Date(at('2027-03-28 02:30')).toISOString()).toBe('2027-03-28T01:30:00.000Z');
  expect(new Date(at('2026-10-25 02:30')).toISOString()).toBe('2026-10-25T00:30:00.000Z');
});
