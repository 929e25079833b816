// Stockholm's clocks, at each minute of years with both changes, against Temporal.
import { describe, expect, test, vi } from 'vitest';
import { dayAfter, instantOf, LocalDate, localOf, TimeOfDay, weekdayOf } from '#calendar/local-time.ts';
import { minutesOfDays, placeOf } from '#test/support/stockholm-minutes.ts';

/** Half a million minutes take some seconds, on a busy machine more. */
vi.setConfig({ testTimeout: 60_000 });

const year = minutesOfDays('2026-01-01', '2027-01-01');

const iso = (ms: number) => new Date(ms).toISOString().slice(0, 16);

test('at each minute of a year the day, the weekday and the minute are what the clock shows', () => {
  const wrong: string[] = [];
  for (let place = 0; place < year.count; place++) {
    const day = year.days[year.dayAt[place] as number];
    const { date, weekday, minute } = localOf(year.msAt(place));
    if (date !== day?.date || weekday !== day.weekday || minute !== day.clock[place - day.first])
      wrong.push(iso(year.msAt(place)));
  }

  expect(year.count).toBe(365 * 24 * 60);
  expect(wrong).toEqual([]);
});

test('of each minute of each day of a year the moment is the first that the clock shows it at, or the one after the gap', () => {
  const wrong = year.days.flatMap((day) =>
    Array.from({ length: 1441 }, (_, minute) => minute)
      .filter((minute) => instantOf(day.date, minute) !== year.msAt(placeOf(day, minute)))
      .map((minute) => `${day.date} ${minute}`),
  );

  expect(wrong).toEqual([]);
});

describe('in a night with a clock change', () => {
  test.each([
    ['spring: before the gap', '2026-03-29', 119, '2026-03-29T00:59'],
    ['spring: as the gap begins', '2026-03-29', 120, '2026-03-29T01:00'],
    ['spring: in the gap', '2026-03-29', 150, '2026-03-29T01:00'],
    ['spring: after the gap', '2026-03-29', 180, '2026-03-29T01:00'],
    ['autumn: what comes twice is the first', '2026-10-25', 150, '2026-10-25T00:30'],
    ['autumn: after the hour that comes twice', '2026-10-25', 180, '2026-10-25T02:00'],
    ['the end of a day is the beginning of the next', '2026-10-25', 1440, '2026-10-25T23:00'],
  ])('%s', (_, date, minute, expected) => {
    expect(iso(instantOf(date, minute))).toBe(expected);
  });

  test('autumn: both times that the clock shows half past two are it', () => {
    const first = localOf(Date.parse('2026-10-25T00:30:00Z'));
    const second = localOf(Date.parse('2026-10-25T01:30:59Z'));

    expect(first).toEqual({ date: '2026-10-25', weekday: 'sun', minute: 150 });
    expect(second).toEqual(first);
  });
});

test('the day after the last of February is what the year has', () => {
  expect(dayAfter('2028-02-28')).toBe('2028-02-29');
  expect(dayAfter('2027-02-28')).toBe('2027-03-01');
  expect(weekdayOf('2028-02-29')).toBe('tue');
});

test.each(['2026-02-29', '2026-13-01', '26-01-01', '1999-12-31', '2200-01-01', '2026-1-1', ''])(
  'there is no date %j',
  (date) => {
    expect(LocalDate().safeParse(date).success).toBe(false);
  },
);

test('midnight at the end of a day is a time to end at, and none to begin at', () => {
  expect(TimeOfDay('end').safeParse('24:00').success).toBe(true);
  expect(TimeOfDay('start').safeParse('24:00').success).toBe(false);
});

test.each(['24:01', '25:00', '8:00', '08:60', '08.00', '08:00 '])('%j is no time of day', (time) => {
  expect(TimeOfDay('end').safeParse(time).success).toBe(false);
});
