// Swedish holidays and their eves: those of the library, for years to come.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dayKind, dayName, keptYears } from '#calendar/holidays.ts';
import { eves, holidayDays, holidayDaysFile, LAST_YEAR, namedDays } from '#test/support/holiday-days.ts';

test('the kept file is what the installed library gives', () => {
  expect(readFileSync(holidayDaysFile, 'utf8')).toBe(holidayDays());
});

test('ten years at least lie ahead: `npm run holidays` with a later LAST_YEAR makes more', () => {
  expect(LAST_YEAR - new Date().getFullYear()).toBeGreaterThanOrEqual(10);
  expect(keptYears()).toEqual({ first: 2024, last: LAST_YEAR });
});

test('each year has each eve once, and no library that renames one goes unnoticed', () => {
  const years = Map.groupBy(
    namedDays().filter(({ kind }) => kind === 'eve'),
    ({ date }) => date.slice(0, 4),
  );

  for (const days of years.values()) expect(days.map(({ sv }) => sv).toSorted()).toEqual(eves.toSorted());
});

describe('the days of 2026', () => {
  test.each([
    ['2026-01-01', 'holiday', 'nyårsdagen', "New Year's Day"],
    ['2026-01-05', 'eve', 'trettondagsafton', 'Twelfth Night'],
    ['2026-01-06', 'holiday', 'trettondedag jul', 'Epiphany'],
    ['2026-04-02', 'eve', 'skärtorsdagen', 'Maundy Thursday'],
    ['2026-04-03', 'holiday', 'långfredagen', 'Good Friday'],
    ['2026-04-04', 'eve', 'påskafton', 'Easter Saturday'],
    ['2026-04-05', 'holiday', 'påskdagen', 'Easter Sunday'],
    ['2026-04-06', 'holiday', 'annandag påsk', 'Easter Monday'],
    ['2026-04-30', 'eve', 'valborgsmässoafton', 'Walpurgis Night'],
    ['2026-05-01', 'holiday', 'första maj', 'Labour Day'],
    ['2026-05-14', 'holiday', 'Kristi himmelsfärdsdag', 'Ascension Day'],
    ['2026-05-23', 'eve', 'pingstafton', 'Whitsun Eve'],
    ['2026-05-24', 'holiday', 'pingstdagen', 'Pentecost'],
    ['2026-06-06', 'holiday', 'nationaldagen', 'National Day'],
    ['2026-06-19', 'eve', 'midsommarafton', 'Midsummer Eve'],
    ['2026-06-20', 'holiday', 'midsommardagen', 'Midsummer Day'],
    ['2026-10-30', 'eve', 'allhelgonaafton', "All Saints' Eve"],
    ['2026-10-31', 'holiday', 'alla helgons dag', "All Saints' Day"],
    ['2026-12-24', 'eve', 'julafton', 'Christmas Eve'],
    ['2026-12-25', 'holiday', 'juldagen', 'Christmas Day'],
    ['2026-12-26', 'holiday', 'annandag jul', 'Boxing Day'],
    ['2026-12-31', 'eve', 'nyårsafton', "New Year's Eve"],
  ])('%s is a %s: %s', (date, kind, sv, en) => {
    expect([dayKind(date), dayName(date, 'sv'), dayName(date, 'en')]).toEqual([kind, sv, en]);
  });

  test('are these and no others', () => {
    expect(namedDays().filter(({ date }) => date.startsWith('2026'))).toHaveLength(22);
    expect(dayKind('2026-05-25')).toBeUndefined();
    expect(dayName('2026-12-13', 'sv')).toBeUndefined();
  });
});

test('where a holiday falls on an eve it is a holiday, and has both names', () => {
  const both = Map.groupBy(namedDays(), ({ date }) => date);
  const twice = [...both.values()].filter((days) => days.length > 1);

  expect(twice.length).toBeGreaterThan(0);
  for (const [first, second] of twice) {
    expect(dayKind(first?.date ?? '')).toBe('holiday');
    expect(dayName(first?.date ?? '', 'sv')).toBe(`${first?.sv}, ${second?.sv}`);
  }
});
