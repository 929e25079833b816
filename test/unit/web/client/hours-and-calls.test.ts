// Special days put in and taken out, and sums of calls.
import { expect, test } from 'vitest';
import { sumOf, sumsBy } from '#web/client/call-sums.ts';
import { newHours, specialDayOn, withoutSpecialDay, withSpecialDay } from '#web/client/hours-model.ts';

const party = { date: '2026-12-18', name: 'Julfest', spans: [] };

test('a special day stands in the order of the calendar, once, and keeps its id', () => {
  const before = { ...newHours(), specialDays: [{ ...party, id: 'rul_1' }] };

  const after = withSpecialDay(withSpecialDay(before, { ...party, name: 'Fest' }), { ...party, date: '2026-12-01' });

  expect(after.specialDays).toEqual([
    { ...party, date: '2026-12-01' },
    { ...party, id: 'rul_1', name: 'Fest' },
  ]);
  expect(specialDayOn(withoutSpecialDay(after, party.date), party.date)).toBeUndefined();
});

const counted = (date: string, line: string | null, connected: number, hungUp: number) => ({
  ...{ date, line, connected, hungUp },
  ...{ wrongNumber: 0, salesCall: 0 },
});

test('calls are summed by day, by number, and all', () => {
  const days = [
    counted('2026-11-27', 'lin_a', 2, 1),
    counted('2026-11-27', null, 1, 0),
    counted('2026-11-28', 'lin_a', 4, 0),
  ];

  expect(sumsBy(days, ({ date }) => date).map(({ of, total }) => [of, total])).toEqual([
    ['2026-11-27', 4],
    ['2026-11-28', 4],
  ]);
  expect(sumsBy(days, ({ line }) => line).map(({ of, total }) => [of, total])).toEqual([
    ['lin_a', 7],
    [null, 1],
  ]);
  expect(sumOf(days)).toEqual({ counts: { connected: 7, wrongNumber: 0, salesCall: 0, hungUp: 1 }, total: 8 });
});
