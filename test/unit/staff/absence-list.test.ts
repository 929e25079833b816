// What becomes of a list of absences: what is set takes over, what is ended is over, what is long over is forgotten.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Absence, GivenAbsence } from '#staff/absence.ts';
import { forgetNextAtMs, notEnded, withAbsence, withoutForgotten, withoutThoseNow } from '#staff/absence-list.ts';
import { awayAt } from '#staff/availability.ts';
import { aGivenAbsence, aRecurringAbsence, stockholm } from '#test/support/builders/absences.ts';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
const nowMs = stockholm('2026-11-23T10:00');
const lunch = aRecurringAbsence({ id: 'lunch', recurring: { times: { from: '12:00', until: '13:00' } } });
const given = (id: string, from: string, until: string): GivenAbsence =>
  aGivenAbsence({ id, fromMs: stockholm(from), untilMs: stockholm(until) });
const periods = (absences: readonly Absence[]) =>
  absences.map((one) => (one.recurring === null ? [one.id, one.fromMs, one.untilMs] : [one.id]));

describe('an absence that is set', () => {
  test.each([
    ['takes the place of the one now', given('old', '2026-11-23T08:00', '2026-11-23T17:00'), undefined],
    ['takes the place of one of the same moment', given('old', '2026-11-23T10:00', '2026-11-23T17:00'), undefined],
    ['takes the place of one that lies within it', given('old', '2026-11-23T11:00', '2026-11-23T12:00'), undefined],
    [
      'leaves one that goes on for longer, which takes over',
      given('old', '2026-11-23T13:00', '2026-12-04T00:00'),
      ['2026-11-23T13:00', '2026-12-04T00:00'],
    ],
    [
      'leaves one that begins later',
      given('old', '2026-11-23T14:00', '2026-11-23T15:00'),
      ['2026-11-23T14:00', '2026-11-23T15:00'],
    ],
    ['takes out one that is over', given('old', '2026-11-23T07:00', '2026-11-23T08:00'), undefined],
  ])('%s', (_, old, left) => {
    const set = given('new', '2026-11-23T10:00', '2026-11-23T14:00');

    const after = withAbsence([old], set, nowMs);

    const old_ = left ? [['old', ...left.map(stockholm)]] : [];
    expect(periods(after)).toEqual([...old_, ['new', set.fromMs, set.untilMs]]);
  });

  test('ahead ends what goes on until then, and leaves what recurs', () => {
    const holiday = given('holiday', '2026-11-20T00:00', '2026-12-01T00:00');
    const set = given('new', '2026-11-24T10:00', '2026-11-24T14:00');

    expect(periods(withAbsence([holiday, lunch], set, nowMs))).toEqual([
      ['holiday', holiday.fromMs, set.fromMs],
      ['lunch'],
      ['new', set.fromMs, set.untilMs],
    ]);
  });

  test('twice stands once', () => {
    const once = withAbsence([], given('first', '2026-11-23T10:00', '2026-11-23T14:00'), nowMs);

    const twice = withAbsence(once, given('again', '2026-11-23T10:01', '2026-11-23T14:00'), nowMs + 60_000);

    expect(twice.map(({ id }) => id)).toEqual(['again']);
  });
});

describe('somebody who is back', () => {
  test('is in, whatever held; what is planned stays', () => {
    const absences = [
      given('one', '2026-11-23T08:00', '2026-11-23T17:00'),
      given('other', '2026-11-23T09:00', '2026-11-23T18:00'),
      given('planned', '2026-11-30T08:00', '2026-11-30T17:00'),
    ];

    expect(withoutThoseNow(absences, nowMs)?.map(({ id }) => id)).toEqual(['planned']);
  });

  test('from a lunch is away at the next', () => {
    const atLunch = stockholm('2026-11-23T12:20');

    const [after] = withoutThoseNow([lunch], atLunch) ?? [];

    expect(after).toEqual({ ...lunch, backUntilMs: stockholm('2026-11-23T13:00') });
    expect(withoutThoseNow(after ? [after] : [], atLunch)).toBeUndefined();
    expect(awayAt({ absences: after ? [after] : [] }, stockholm('2026-11-24T12:20'))?.id).toBe('lunch');
  });

  test('though nothing held, changes nothing', () => {
    expect(withoutThoseNow([lunch, given('later', '2026-11-24T08:00', '2026-11-24T09:00')], nowMs)).toBeUndefined();
  });
});

describe('a week after its end', () => {
  const [first, second] = [
    given('first', '2026-11-02T08:00', '2026-11-02T17:00'),
    given('second', '2026-11-05T08:00', '2026-11-05T17:00'),
  ];

  test('each is forgotten at its own time', () => {
    const dueMs = first.untilMs + WEEK_MS;

    expect(forgetNextAtMs([lunch, second, first])).toBe(dueMs);
    expect(withoutForgotten([lunch, second, first], dueMs - 1)).toBeUndefined();
    const left = withoutForgotten([lunch, second, first], dueMs);
    expect(left?.map(({ id }) => id)).toEqual(['lunch', 'second']);
    expect(forgetNextAtMs(left ?? [])).toBe(second.untilMs + WEEK_MS);
  });

  test.each([
    ['its last day', { until: '2026-11-20', times: { from: '12:00', until: '13:00' } }, '2026-11-20T13:00'],
    [
      'the night after its last day',
      { until: '2026-11-20', times: { from: '22:00', until: '06:00' } },
      '2026-11-21T06:00',
    ],
    ['its last date, where that is no day of it', { until: '2026-11-20', days: ['mon' as const] }, '2026-11-21T00:00'],
  ])('what recurs is over with %s', (_, recurring, over) => {
    const absence = aRecurringAbsence({ recurring });

    expect(notEnded([absence], stockholm(over) - 1)).toEqual([absence]);
    expect(notEnded([absence], stockholm(over))).toEqual([]);
    expect(forgetNextAtMs([absence])).toBe(stockholm(over) + WEEK_MS);
  });

  test('what recurs without an end is never due', () => {
    expect([forgetNextAtMs([lunch]), forgetNextAtMs([])]).toEqual([undefined, undefined]);
  });
});

test('whatever is planned: what is set holds from its first moment to its last, and who is back is in', () => {
  const hour = fc.integer({ min: -48, max: 96 });
  const period = fc.record({ from: hour, hours: fc.integer({ min: 1, max: 60 }) });
  const absence = ({ from, hours }: { from: number; hours: number }, id: string) =>
    aGivenAbsence({ id, fromMs: nowMs + from * HOUR_MS, untilMs: nowMs + (from + hours) * HOUR_MS });
  fc.assert(
    fc.property(fc.array(period, { maxLength: 6 }), period, (planned, wanted) => {
      const before = planned.map((one, n) => absence(one, `planned ${n}`));
      const set = absence({ ...wanted, hours: Math.max(wanted.hours, 1 - wanted.from) }, 'set');

      const absences = withAbsence(before, set, nowMs);

      for (let ms = Math.max(nowMs, set.fromMs); ms < set.untilMs; ms += HOUR_MS)
        expect(awayAt({ absences }, ms)?.id).toBe('set');
      for (let ms = nowMs; ms < set.fromMs; ms += HOUR_MS)
        expect(awayAt({ absences }, ms)?.id).toBe(awayAt({ absences: before }, ms)?.id);
      for (const old of notEnded(before, nowMs))
        if (old.recurring === null && old.fromMs >= set.untilMs) expect(absences).toContain(old);
      const left = withoutThoseNow(absences, nowMs) ?? absences;
      expect(awayAt({ absences: left }, nowMs)).toBeUndefined();
    }),
  );
});
