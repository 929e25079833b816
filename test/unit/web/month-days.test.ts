// The sheet of a month, and where its keys lead.
import { expect, test } from 'vitest';
import { addMonths, dayAfterKey, lastDayOf, sameDayIn, weeksOf } from '#web/parts/month-days.ts';

test('the sheet of a month is whole weeks from Monday on', () => {
  const weeks = weeksOf('2026-12');

  expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([5, '2026-11-30', '2027-01-03']);
  expect(weeksOf('2027-02').flat()).toHaveLength(28);
});

test('months follow each other over New Year', () => {
  expect([addMonths('2026-12', 1), addMonths('2027-01', -1), lastDayOf('2028-02')]).toEqual([
    '2027-01',
    '2026-12',
    '2028-02-29',
  ]);
  expect(sameDayIn('2027-02', '2027-01-31')).toBe('2027-02-28');
});

test.for([
  ['ArrowLeft', '2026-11-30'],
  ['ArrowRight', '2026-12-02'],
  ['ArrowUp', '2026-11-24'],
  ['ArrowDown', '2026-12-08'],
  ['Home', '2026-11-30'],
  ['End', '2026-12-06'],
  ['PageUp', '2026-11-01'],
  ['PageDown', '2027-01-01'],
])('from a Tuesday %s leads to %s', ([key, date]) => {
  expect(dayAfterKey(key ?? '', '2026-12-01')).toBe(date);
});

test('another key is not the grid’s', () => {
  expect(dayAfterKey('a', '2026-12-01')).toBeUndefined();
});
