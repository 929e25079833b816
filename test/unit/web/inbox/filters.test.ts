// The filters of the inbox in the address, and as they are asked for; days as they are in Stockholm.
import { describe, expect, test } from 'vitest';
import { askedOf, filterCount, filtersOf, queryOf } from '#web/inbox/filters.ts';
import { dayEndMs, dayStartMs } from '#web/parts/day-bounds.ts';

const staff = 'stf_01M8HYRHC4A8W00H2339BPSHEE';

test('what stands in the address is what is shown, and back', () => {
  const query = { state: 'open', staff, from: '2026-11-01', until: '2026-11-30', urgent: '1' };

  const filters = filtersOf(query);

  expect(filters).toEqual({ state: 'open', staffId: staff, from: '2026-11-01', until: '2026-11-30', urgent: true });
  expect(filtersOf(Object.fromEntries(new URLSearchParams(queryOf(filters))))).toEqual(filters);
  expect(filterCount(filters)).toBe(4);
});

test.each([
  { state: 'new' },
  { staff: 'Anna' },
  { from: '2026-13-01' },
  { until: 'yesterday' },
  { urgent: 'yes' },
  { q: 'Eva Ek' },
])('%j means nothing', (query) => {
  expect(queryOf(filtersOf(query))).toBe('');
});

test('days are asked for from their first to their last moment in Stockholm', () => {
  expect(askedOf({ from: '2026-11-28', until: '2026-11-28', urgent: true })).toEqual({
    from: '2026-11-27T23:00:00.000Z',
    to: '2026-11-28T22:59:59.999Z',
    urgency: 'urgent',
  });
});

describe('a day', () => {
  test.each([
    ['2026-01-15', 24],
    ['2026-07-15', 24],
    ['2026-03-29', 23],
    ['2026-10-25', 25],
  ])('%s has %i hours', (day, hours) => {
    expect(dayEndMs(day) + 1 - dayStartMs(day)).toBe(hours * 60 * 60_000);
  });

  test('begins at midnight there', () => {
    expect(new Date(dayStartMs('2026-07-15')).toISOString()).toBe('2026-07-14T22:00:00.000Z');
    expect(new Date(dayStartMs('2026-10-25')).toISOString()).toBe('2026-10-24T22:00:00.000Z');
  });
});
