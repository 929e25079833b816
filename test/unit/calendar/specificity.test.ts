// Which rule wins, and between which nobody could decide.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { DayKind } from '#calendar/holidays.ts';
import type { Weekday } from '#calendar/local-time.ts';
import { type Bound, holding, moreSpecific, winner } from '#calendar/specificity.ts';
import { ties } from '#calendar/ties.ts';
import type { When } from '#calendar/when.ts';
import { painted } from '#test/support/painted-rule.ts';
import { minutesOfDays } from '#test/support/stockholm-minutes.ts';

/** Half a million minutes take some seconds, on a busy machine more. */
vi.setConfig({ testTimeout: 60_000 });

const morning = { from: '08:00', until: '12:00' };
const night = { from: '20:00', until: '08:00' };

/** Each before the next. */
const inOrder: When[] = [
  { from: '2026-12-24', until: '2026-12-24', days: ['eve'], times: morning },
  { from: '2026-12-24', until: '2026-12-24' },
  { from: '2026-12-24', until: '2026-12-26', times: morning, while: 'closed' },
  { from: '2026-12-24', until: '2026-12-26', times: morning },
  { from: '2026-06-01', until: '2026-08-31', days: ['mon'] },
  { from: '2026-06-01', until: '2026-08-31' },
  { from: '2026-06-01', days: ['mon'] },
  { until: '2026-06-01' },
  { days: ['holiday'] },
  { days: ['holiday', 'eve'], times: morning },
  { days: ['fri'] },
  { days: ['sat', 'holiday'], times: night },
  { days: ['sat', 'sun'] },
  { days: ['mon', 'tue', 'wed', 'thu', 'fri'], times: morning },
  { times: morning },
  { times: night, while: 'open' },
  { times: night },
  { while: 'closed' },
];

test('the shorter range, then holidays, then fewer weekdays, then fewer minutes, then open or closed', () => {
  for (const [index, when] of inOrder.entries())
    for (const [other, than] of inOrder.entries())
      expect(Math.sign(moreSpecific(when, than)), JSON.stringify([when, than])).toBe(Math.sign(index - other));
});

test('the winner is the most specific of those that hold, wherever it stands in the list', () => {
  const rules = inOrder.map((when, n) => ({ name: `${n}`, when }));
  const christmasEve = { ms: Date.parse('2026-12-24T09:00:00+01:00'), isOpen: false };
  const friday = { ms: Date.parse('2026-11-20T13:00:00+01:00'), isOpen: false };

  expect(winner(rules, christmasEve)?.name).toBe('0');
  expect(winner(rules.toReversed(), christmasEve)?.name).toBe('0');
  expect(winner(rules, friday)?.when).toEqual({ days: ['fri'] } satisfies When);
});

test('what holds is told from the most specific on', () => {
  const rules = inOrder.toReversed().map((when) => ({ when }));
  const saturday = { ms: Date.parse('2025-11-22T21:00:00+01:00'), isOpen: false };

  const held = holding(rules, saturday).map(({ when }) => when);

  expect(held).toEqual([
    { until: '2026-06-01' },
    { days: ['sat', 'holiday'], times: night },
    { days: ['sat', 'sun'] },
    { times: night },
    { while: 'closed' },
  ]);
});

test('a rule of the number that was called comes first, and one of another number not at all', () => {
  const rules: (Bound & { name: string })[] = [
    { name: 'of all numbers', when: { from: '2026-12-24', until: '2026-12-24' } },
    { name: 'of one', line: 'lin_one', when: { while: 'closed' } },
    { name: 'of another', line: 'lin_other', when: { from: '2026-12-24', until: '2026-12-24' } },
  ];
  const moment = { ms: Date.parse('2026-12-24T09:00:00+01:00'), isOpen: false };

  expect(winner(rules, { ...moment, line: 'lin_one' })?.name).toBe('of one');
  expect(winner(rules, moment)?.name).toBe('of all numbers');
});

describe('nobody could decide between', () => {
  test.each<[string, When, When]>([
    ['the same twice', { days: ['mon'] }, { days: ['mon'] }],
    [
      'ranges as long that overlap',
      { from: '2026-01-01', until: '2026-01-03' },
      { from: '2026-01-03', until: '2026-01-05' },
    ],
    ['times as long that overlap', { times: morning }, { times: { from: '11:59', until: '15:59' } }],
    [
      'a night and the morning after',
      { days: ['mon'], times: night },
      { days: ['tue'], times: { from: '00:00', until: '12:00' } },
    ],
    ['as many weekdays, one of them in both', { days: ['mon', 'tue'] }, { days: ['tue', 'wed'] }],
    ['a Saturday that is an eve', { days: ['sat', 'holiday'] }, { days: ['sun', 'eve'] }],
    [
      'the night of an eve and the holiday after',
      { days: ['eve'], times: night },
      { days: ['holiday'], times: { from: '00:00', until: '12:00' } },
    ],
    ['a beginning each, without an end', { from: '2150-01-01' }, { from: '2100-01-01' }],
    ['a beginning, and an end after it', { from: '2026-01-01' }, { until: '2026-01-01' }],
    ['closed both times', { while: 'closed' }, { while: 'closed' }],
  ])('%s', (_, a, b) => {
    expect(ties([{ when: a }, { when: b }])).toEqual([[0, 1]]);
    expect(ties([{ when: b }, { when: a }])).toEqual([[0, 1]]);
  });
});

describe('it is clear between', () => {
  test.each<[string, When, When]>([
    ['the shorter and the longer', { days: ['mon'] }, { days: ['mon', 'tue'] }],
    [
      'ranges that follow on each other',
      { from: '2026-01-01', until: '2026-01-03' },
      { from: '2026-01-04', until: '2026-01-06' },
    ],
    ['times that follow on each other', { times: morning }, { times: { from: '12:00', until: '16:00' } }],
    ['other weekdays', { days: ['mon'], times: morning }, { days: ['tue'], times: morning }],
    ['open and closed', { while: 'open' }, { while: 'closed' }],
    ['holidays and eves', { days: ['holiday'] }, { days: ['eve'] }],
    ['a beginning, and an end before it', { from: '2026-01-02' }, { until: '2026-01-01' }],
    [
      'what would meet on a weekday that no such holiday falls on',
      { from: '2027-01-01', until: '2027-01-03', days: ['wed', 'holiday'] },
      { from: '2027-01-03', until: '2027-01-05', days: ['thu', 'eve'] },
    ],
    [
      'times in the hour that the clock skips',
      { from: '2026-03-29', until: '2026-03-29', times: { from: '02:00', until: '02:30' } },
      { from: '2026-03-29', until: '2026-03-29', times: { from: '02:10', until: '02:40' } },
    ],
  ])('%s', (_, a, b) => {
    expect(ties([{ when: a }, { when: b }])).toEqual([]);
  });

  test('rules of other numbers, and a rule of one number and one of all', () => {
    const when: When = { days: ['mon'] };

    expect(ties([{ when, line: 'lin_one' }, { when, line: 'lin_other' }, { when }])).toEqual([]);
    expect(ties([{ when, line: 'lin_one' }, { when }, { when, line: 'lin_one' }])).toEqual([[0, 2]]);
  });
});

/** From an autumn over a whole year. */
const days = minutesOfDays('2025-10-01', '2026-12-01');
const dayOf = (n: number) => days.days[n]?.date ?? '';
const time = (minute: number) =>
  `${String(Math.floor((minute % 1440) / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

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

/** Two rules of one shape, the one moved against the other. */
const twins = fc
  .record({
    first: fc.integer({ min: 2, max: 300 }),
    length: fc.integer({ min: 1, max: 60 }),
    moved: fc.integer({ min: 0, max: 70 }),
    names: fc.array(fc.uniqueArray(dayName, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 }),
    named: fc.integer({ min: 0, max: 3 }),
    begins: fc.array(fc.integer({ min: 0, max: 1439 }), { minLength: 2, maxLength: 2 }),
    minutes: fc.integer({ min: 1, max: 1439 }),
    timed: fc.boolean(),
  })
  .map(({ first, length, moved, names, named, begins, minutes, timed }) =>
    [0, 1].map((n): When => {
      const begin = begins[n] ?? 0;
      const from = first + n * moved;
      return {
        from: dayOf(from),
        until: dayOf(from + length - 1),
        ...(named > 0 && { days: names[n]?.slice(0, named) }),
        ...(timed && { times: { from: time(begin), until: time(begin + minutes) } }),
      };
    }),
  );

test('two rules of one shape tie exactly where their paintings on the clock meet', () => {
  const seen = { tie: 0, clear: 0 };
  fc.assert(
    fc.property(twins, ([a = {}, b = {}]) => {
      fc.pre(moreSpecific(a, b) === 0);
      const other = painted(b, days);

      const meets = painted(a, days).some((holds, place) => holds === 1 && other[place] === 1);

      seen[meets ? 'tie' : 'clear']++;
      expect(ties([{ when: a }, { when: b }])).toEqual(meets ? [[0, 1]] : []);
    }),
    { numRuns: 300 },
  );
  expect(Math.min(seen.tie, seen.clear)).toBeGreaterThan(20);
});

test('forty rules are compared within the time of a request, whatever they are', () => {
  const rules = Array.from({ length: 40 }, (_, n) => ({
    when: { from: '2024-01-01', until: '2060-12-31', times: { from: time(n * 30), until: time(n * 30 + 30) } },
  }));
  const crossing = Array.from({ length: 40 }, (_, n) => ({
    when: { days: [(['mon', 'wed', 'fri'] as const)[n % 3] ?? 'mon'], times: { from: '20:00', until: time(480) } },
  }));
  const begin = performance.now();

  const found = [ties(rules), ties(crossing)];

  expect(found[0]).toEqual([]);
  expect(found[1]?.length).toBeGreaterThan(200);
  expect(performance.now() - begin).toBeLessThan(3_000);
});
