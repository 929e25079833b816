// When rules hold: each minute of a year against Temporal, and the shapes that people make.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { DayKind } from '#calendar/holidays.ts';
import type { Weekday } from '#calendar/local-time.ts';
import { When } from '#calendar/when.ts';
import { endsAt, heldSince, holdsAt, startsAt } from '#calendar/when-holds.ts';
import { painted } from '#test/support/painted-rule.ts';
import { minutesOfDays, nextChanges } from '#test/support/stockholm-minutes.ts';

/** Half a million minutes take some seconds, on a busy machine more. */
vi.setConfig({ testTimeout: 60_000 });

/** A day before the year, for its night, and after it nearly the 400 days that are looked ahead. */
const years = minutesOfDays('2025-12-30', '2027-02-01');
const firstPlace = 24 * 60;
const fullYear = 365 * 24 * 60;

type Painting = { when: When; holds: Uint8Array; next: Uint32Array };
const painting = (when: When): Painting => {
  const holds = painted(when, years);
  return { when, holds, next: nextChanges(holds) };
};

const msOf = (place: number) => (place < years.count ? years.msAt(place) : undefined);
/** What lies beyond the painting may be said, or not. */
const agree = (said: number | undefined, expected: number | undefined) =>
  expected === undefined ? said === undefined || said >= years.msAt(years.count - 1) : said === expected;

/** Whether end and next beginning at a place are as painted. */
function agreesAt({ when, holds, next }: Painting, place: number): boolean {
  const ms = years.msAt(place);
  const change = next[place] as number;
  const start = holds[place] ? (next[change] ?? years.count) : change;
  return agree(endsAt(when, ms), holds[place] ? msOf(change) : ms) && agree(startsAt(when, ms), msOf(start));
}

const shown = (places: readonly number[]) =>
  places.slice(0, 5).map((place) => new Date(years.msAt(place)).toISOString());
const places = (every: number) => Array.from({ length: Math.ceil(fullYear / every) }, (_, n) => firstPlace + n * every);

describe('at each minute of a year', () => {
  test.each<[string, When]>([
    ['working hours', { days: ['mon', 'tue', 'wed', 'thu', 'fri'], times: { from: '08:00', until: '17:00' } }],
    ['nights, over midnight', { days: ['sat', 'holiday', 'eve'], times: { from: '22:15', until: '02:30' } }],
    ['days without a time', { from: '2026-03-29', until: '2026-10-25', days: ['sun', 'holiday'] }],
  ])('%s hold as painted on the clock, and end and begin so around each change', (_, when) => {
    const picture = painting(when);
    const { holds, next } = picture;

    const wrong = places(1).filter((place) => holdsAt(when, { ms: years.msAt(place) }) !== (holds[place] === 1));
    const changes = places(1).filter((place) => next[place] === place + 1 || next[place - 1] === place);
    const wrongAround = changes.filter((place) => !agreesAt(picture, place));

    expect(changes.length).toBeGreaterThan(80);
    expect(shown(wrong)).toEqual([]);
    expect(shown(wrongAround)).toEqual([]);
  });
});

const time = (latest: number) =>
  fc.integer({ min: 0, max: latest }).map((minute) => {
    const hours = String(Math.floor(minute / 60)).padStart(2, '0');
    return `${hours}:${String(minute % 60).padStart(2, '0')}`;
  });
const date = fc.integer({ min: 0, max: 390 }).map((n) => years.days[n]?.date ?? '');
const dayName = fc.constantFrom<(Weekday | DayKind)[]>(
  'mon',
  'tue',
  'wed',
  'thu',
  'fri',
  'sat',
  'sun',
  'holiday',
  'eve',
);
const anyWhen = fc
  .record(
    {
      from: date,
      until: date,
      days: fc.uniqueArray(dayName, { minLength: 1, maxLength: 9 }),
      times: fc.record({ from: time(1439), until: time(1440) }),
    },
    { requiredKeys: [] },
  )
  .filter((when) => When().safeParse(when).success);

test('whatever a rule says, it holds, ends and begins as painted on the clock', () => {
  fc.assert(
    fc.property(anyWhen, (when) => {
      const picture = painting(when);

      const wrong = places(1_499).filter(
        (place) =>
          holdsAt(when, { ms: years.msAt(place) }) !== (picture.holds[place] === 1) || !agreesAt(picture, place),
      );

      expect(shown(wrong)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('around both clock changes, at each minute', () => {
  const nights = ['2026-03-29', '2026-10-25'].flatMap((day) => years.days.find(({ date }) => date === day) ?? []);
  fc.assert(
    fc.property(fc.record({ from: time(240), until: time(240) }), (times) => {
      const holds = painted({ times }, years);
      for (const { first } of nights)
        for (let place = first - 60; place < first + 400; place++)
          expect(holdsAt({ times }, { ms: years.msAt(place) })).toBe(holds[place] === 1);
    }),
    { numRuns: 30 },
  );
});

const at = (text: string) => Date.parse(text);

test('a night belongs to the day that it began on', () => {
  const when: When = { from: '2026-11-20', until: '2026-11-20', times: { from: '22:00', until: '06:00' } };

  expect(holdsAt(when, { ms: at('2026-11-20T05:00:00+01:00') })).toBe(false);
  expect(holdsAt(when, { ms: at('2026-11-21T05:59:59+01:00') })).toBe(true);
  expect(holdsAt(when, { ms: at('2026-11-21T06:00:00+01:00') })).toBe(false);
});

test('a holiday is its weekday too', () => {
  const goodFriday = { ms: at('2026-04-03T12:00:00+02:00') };

  expect(holdsAt({ days: ['fri'] }, goodFriday)).toBe(true);
  expect(holdsAt({ days: ['holiday'] }, goodFriday)).toBe(true);
  expect(holdsAt({ days: ['eve'] }, goodFriday)).toBe(false);
});

test('a rule for open hours holds while somebody says that it is open', () => {
  const ms = at('2026-11-20T12:00:00+01:00');

  expect(holdsAt({ while: 'open' }, { ms, isOpen: true })).toBe(true);
  expect(holdsAt({ while: 'open' }, { ms, isOpen: false })).toBe(false);
  expect(holdsAt({ while: 'closed' }, { ms, isOpen: false })).toBe(true);
  expect(holdsAt({ while: 'closed' }, { ms })).toBe(false);
});

test('what holds always has no end, and no beginning to come', () => {
  const ms = at('2026-11-20T12:00:00+01:00');

  for (const when of [{ while: 'open' }, { times: { from: '08:00', until: '08:00' } }] satisfies When[]) {
    expect(endsAt(when, ms)).toBeUndefined();
    expect(startsAt(when, ms)).toBeUndefined();
    expect(heldSince(when, ms)).toBeUndefined();
  }
});

test('what is more than 400 days away is not looked for', () => {
  const ms = at('2026-11-20T12:00:00+01:00');

  expect(startsAt({ from: '2027-12-01' }, ms)).toBe(at('2027-12-01T00:00:00+01:00'));
  expect(startsAt({ from: '2028-01-01' }, ms)).toBeUndefined();
  expect(endsAt({ until: '2028-01-01' }, ms)).toBeUndefined();
});

test('days that follow on each other are one period, and it is known when it began', () => {
  const when: When = { days: ['mon', 'tue', 'wed', 'thu', 'fri'] };
  const wednesday = at('2026-11-18T12:00:00+01:00');

  expect(heldSince(when, wednesday)).toBe(at('2026-11-16T00:00:00+01:00'));
  expect(endsAt(when, wednesday)).toBe(at('2026-11-21T00:00:00+01:00'));
  expect(startsAt(when, wednesday)).toBe(at('2026-11-23T00:00:00+01:00'));
  expect(heldSince(when, at('2026-11-21T12:00:00+01:00'))).toBeUndefined();
});

describe('a rule is refused', () => {
  test.each([
    ['with nothing in it', {}],
    ['with days that are none', { days: ['monday'] }],
    ['with a list of no days', { days: [] }],
    ['with a day twice', { days: ['mon', 'mon'] }],
    ['with an end before its beginning', { from: '2026-02-01', until: '2026-01-31' }],
    ['with a time that is none', { times: { from: '08:00', until: '24:30' } }],
    ['with half a time', { times: { from: '08:00' } }],
    ['with a field that nobody knows', { while: 'open', month: 3 }],
  ])('%s', (_, when) => {
    expect(When().safeParse(when).success).toBe(false);
  });
});
