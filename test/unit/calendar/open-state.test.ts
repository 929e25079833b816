// Whether a client is open: each minute of a year against what is painted on the clock, and what is told of it.
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { dayKind } from '#calendar/holidays.ts';
import { weekdays } from '#calendar/local-time.ts';
import { openStateAt } from '#calendar/open-state.ts';
import { type OpeningHours as Hours, OpeningHours, type Span, type Week } from '#calendar/opening-hours.ts';
import { type Day, minutesOfDays, nextChanges, placeOf } from '#test/support/stockholm-minutes.ts';

/** Half a million minutes take some seconds, on a busy machine more. */
vi.setConfig({ testTimeout: 60_000 });

const day: Span[] = [
  { from: '08:00', until: '12:00' },
  { from: '13:00', until: '17:00' },
];
const office: Week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: [], sun: [] };
const weekOf = (spans: readonly Span[]) => Object.fromEntries(weekdays.map((name) => [name, spans])) as unknown as Week;

const hours = (changes: Partial<Hours> = {}): Hours => ({
  week: office,
  holidays: 'closed',
  eves: 'asWeek',
  seasons: [],
  specialDays: [],
  ...changes,
});

/** An emergency service in summer, an office with long evenings in winter, and nothing at all on some days. */
const rich = hours({
  eves: [{ from: '09:00', until: '12:30' }],
  holidays: [{ from: '02:15', until: '03:30' }],
  seasons: [
    {
      id: 'rul_summer',
      name: 'Sommar',
      from: '06-15',
      until: '06-24',
      week: weekOf([{ from: '00:00', until: '24:00' }]),
    },
    {
      id: 'rul_winter',
      name: 'Vinter',
      from: '12-01',
      until: '02-29',
      week: { ...office, sun: [{ from: '20:00', until: '24:00' }], mon: [{ from: '00:00', until: '06:00' }] },
    },
  ],
  specialDays: [
    {
      id: 'rul_spring',
      date: '2026-03-29',
      name: 'Omställning',
      spans: [
        { from: '01:30', until: '02:30' },
        { from: '02:30', until: '03:10' },
      ],
    },
    { id: 'rul_autumn', date: '2026-10-25', name: 'Vintertid', spans: [{ from: '02:10', until: '02:40' }] },
    { id: 'rul_kickoff', date: '2026-09-04', name: 'Kickoff', spans: [] },
  ],
});

const years = minutesOfDays('2025-12-31', '2027-02-01');
const fullYear = 365 * 24 * 60;
const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function spansOn(given: Hours, { date, weekday }: Day): readonly Span[] {
  const special = given.specialDays.find((one) => one.date === date);
  if (special) return special.spans;
  const kind = dayKind(date);
  const rule = kind && { holiday: given.holidays, eve: given.eves }[kind];
  const shown = date.slice(5);
  const season = given.seasons.find(({ from, until }) =>
    from <= until ? shown >= from && shown <= until : shown >= from || shown <= until,
  );
  const ordinary = (season?.week ?? given.week)[weekday as keyof Week];
  if (kind === 'eve' && ordinary.length === 0) return [];
  if (rule && rule !== 'asWeek') return rule === 'closed' ? [] : rule;
  return ordinary;
}

function painted(given: Hours): Uint8Array {
  const open = new Uint8Array(years.count);
  for (const one of years.days)
    for (const { from, until } of spansOn(given, one))
      open.fill(1, placeOf(one, minuteOf(from)), placeOf(one, minuteOf(until)));
  return open;
}

function differences(given: Hours, every: number): string[] {
  const open = painted(given);
  const next = nextChanges(open);
  const wrong: string[] = [];
  for (let place = 24 * 60; place < 24 * 60 + fullYear; place += every) {
    const state = openStateAt(given, years.msAt(place));
    const change = next[place] as number;
    const told = state.open ? state.untilMs : state.fromMs;
    const other = state.open ? state.fromMs : state.untilMs;
    const expected = change < years.count ? years.msAt(change) : null;
    const isBeyond = expected === null && told !== null && told >= years.msAt(years.count);
    if (state.open !== (open[place] === 1) || (told !== expected && !isBeyond) || other !== null)
      wrong.push(new Date(years.msAt(place)).toISOString());
  }
  return wrong.slice(0, 5);
}

test('at each minute of a year it is open or closed, until or from when, as painted on the clock', () => {
  expect(differences(rich, 1)).toEqual([]);
});

const spans = fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 8 }).map((quarters) => {
  const sorted = quarters.toSorted((a, b) => a - b);
  const time = (quarter: number) =>
    `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
  return sorted.flatMap((from, n): Span[] => {
    const until = sorted[n + 1];
    return n % 2 === 0 && until !== undefined ? [{ from: time(from), until: time(until) }] : [];
  });
});
const week = fc.tuple(spans, spans, spans, spans, spans, spans, spans).map((of) => {
  const pairs = weekdays.map((name, n) => [name, of[n]] as const);
  return Object.fromEntries(pairs) as unknown as Week;
});
const rule = fc.oneof(fc.constantFrom('closed' as const, 'asWeek' as const), spans);

test('whatever the hours, they are as painted on the clock', () => {
  fc.assert(
    fc.property(fc.record({ week, holidays: rule, eves: rule, summer: week }), ({ summer, ...given }) => {
      const seasons = [{ id: 'rul_summer', name: 'Sommar', from: '03-20', until: '10-30', week: summer }];

      expect(differences({ ...given, seasons, specialDays: [] }, 1_499)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

const at = (text: string) => Date.parse(text);
const told = (given: Hours | null, moment: string) => {
  const { open, untilMs, fromMs, why } = openStateAt(given, at(moment));
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString().slice(0, 16));
  return [open, iso(untilMs), iso(fromMs), why.source, why.id, why.name];
};

describe('what says so', () => {
  test.each<[string, string, unknown[]]>([
    ['the week', '2026-11-20T12:30:00+01:00', [false, null, '2026-11-20T12:00', 'week', null, null]],
    ['the week, over a weekend', '2026-11-20T17:00:00+01:00', [false, null, '2026-11-23T07:00', 'week', null, null]],
    ['a season', '2026-06-21T03:00:00+02:00', [true, '2026-06-24T22:00', null, 'season', 'rul_summer', 'Sommar']],
    [
      'a season over New Year',
      '2027-01-03T23:30:00+01:00',
      [true, '2027-01-04T05:00', null, 'season', 'rul_winter', 'Vinter'],
    ],
    ['an eve', '2026-12-24T10:00:00+01:00', [true, '2026-12-24T11:30', null, 'eve', null, 'julafton']],
    [
      'the first day of a season',
      '2026-12-01T13:10:00+01:00',
      [true, '2026-12-01T16:00', null, 'season', 'rul_winter', 'Vinter'],
    ],
    ['a holiday', '2026-12-25T10:00:00+01:00', [false, null, '2026-12-26T01:15', 'holiday', null, 'juldagen']],
    [
      'a special day',
      '2026-09-04T10:00:00+02:00',
      [false, null, '2026-09-07T06:00', 'specialDay', 'rul_kickoff', 'Kickoff'],
    ],
  ])('%s', (_, moment, expected) => {
    expect(told(rich, moment)).toEqual(expected);
  });

  test('days without a break are one, until midsummer', () => {
    expect(told(rich, '2026-06-16T00:00:00+02:00').slice(0, 2)).toEqual([true, '2026-06-18T22:00']);
  });

  test('hours of eves open no day that is closed anyway', () => {
    const eves = [{ from: '08:00', until: '12:00' }];

    expect(told(hours({ eves }), '2027-03-27T09:00:00+01:00')).toEqual([
      false,
      null,
      '2027-03-30T06:00',
      'week',
      null,
      null,
    ]);
  });

  test('a holiday is named in the language that is asked for', () => {
    expect(openStateAt(hours(), at('2026-12-25T10:00:00+01:00'), 'en').why.name).toBe('Christmas Day');
  });

  test('a special day beats a holiday, and a holiday as in the week is one', () => {
    const specialDays = [{ id: 'rul_one', date: '2026-12-25', name: 'Jour', spans: day }];

    expect(told(hours({ specialDays }), '2026-12-25T10:00:00+01:00')).toEqual([
      true,
      '2026-12-25T11:00',
      null,
      'specialDay',
      'rul_one',
      'Jour',
    ]);
    expect(told(hours({ holidays: 'asWeek' }), '2026-12-25T10:00:00+01:00')[3]).toBe('week');
  });

  test('without hours it is always open', () => {
    expect(told(null, '2026-12-25T03:00:00+01:00')).toEqual([true, null, null, 'noHours', null, null]);
  });

  test('what is open around the clock never closes, and what is never open does not open', () => {
    const always = hours({ week: weekOf([{ from: '00:00', until: '24:00' }]), holidays: 'asWeek' });
    const never = hours({ week: weekOf([]) });

    expect(told(always, '2026-12-25T03:00:00+01:00').slice(0, 3)).toEqual([true, null, null]);
    expect(told(never, '2026-12-25T03:00:00+01:00').slice(0, 3)).toEqual([false, null, null]);
  });
});

const pointersOf = (given: unknown) =>
  OpeningHours()
    .safeParse(given)
    .error?.issues.map(({ path }) => path.join('/'));
const special = (date: string) => ({ date, name: 'Dag', spans: [] });
const season = (from: string, until: string) => ({ name: 'Tid', from, until, week: office });

describe('hours are refused', () => {
  test.each<[string, object, string[]]>([
    [
      'with spans that overlap',
      {
        week: {
          ...office,
          mon: [
            { from: '08:00', until: '12:00' },
            { from: '11:59', until: '13:00' },
          ],
        },
      },
      ['week/mon'],
    ],
    [
      'with a span that ends before it begins',
      { week: { ...office, tue: [{ from: '22:00', until: '06:00' }] } },
      ['week/tue/0/until'],
    ],
    [
      'with five spans on a day',
      { week: { ...office, wed: [0, 2, 4, 6, 8].map((hour) => ({ from: `0${hour}:00`, until: `0${hour + 1}:00` })) } },
      ['week/wed'],
    ],
    [
      'with two special days of one date',
      { specialDays: [special('2026-12-23'), special('2026-12-22'), special('2026-12-23')] },
      ['specialDays/0/date', 'specialDays/2/date'],
    ],
    [
      'with seasons that overlap over New Year',
      { seasons: [season('12-01', '01-31'), season('01-31', '02-20')] },
      ['seasons/0/from', 'seasons/1/from'],
    ],
    [
      'with a season within another',
      { seasons: [season('06-01', '08-31'), season('07-01', '07-02')] },
      ['seasons/0/from', 'seasons/1/from'],
    ],
    ['with a day of the year that is none', { seasons: [season('02-30', '03-01')] }, ['seasons/0/from']],
    ['without a weekday', { week: { ...office, sun: undefined } }, ['week/sun']],
  ])('%s', (_, changes, pointers) => {
    expect(pointersOf({ week: office, ...changes })).toEqual(pointers);
  });

  test('and taken with spans that meet, in any order, a leap day, and seasons that follow on each other', () => {
    const mon = [
      { from: '12:00', until: '24:00' },
      { from: '00:00', until: '12:00' },
    ];
    const parsed = OpeningHours().parse({
      week: { ...office, mon },
      seasons: [season('02-01', '02-29'), season('03-01', '01-31')],
    });

    expect(parsed.week.mon.map(({ from }) => from)).toEqual(['00:00', '12:00']);
    expect(parsed.holidays).toBe('closed');
    expect(parsed.eves).toBe('asWeek');
  });
});
