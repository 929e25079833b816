// Who is in and who is away: cases by name, and each quarter of an hour of a fortnight against a plain reading of the list.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdsAt } from '#calendar/when-holds.ts';
import type { Absence } from '#staff/absence.ts';
import { availabilityAt, awayAt, nextAway } from '#staff/availability.ts';
import { aGivenAbsence, aRecurringAbsence, stockholm } from '#test/support/builders/absences.ts';
import { staffDetails } from '#test/support/builders/staff.ts';

const lunch = aRecurringAbsence({
  id: 'lunch',
  reason: 'lunch',
  recurring: { days: ['mon', 'tue', 'wed', 'thu', 'fri'], times: { from: '12:00', until: '13:00' } },
});
const fridays = aRecurringAbsence({ id: 'fridays', reason: 'off', recurring: { days: ['fri', 'sat', 'sun'] } });
/** Monday until Wednesday. */
const course = aGivenAbsence({
  id: 'course',
  fromMs: stockholm('2026-11-23T09:00'),
  untilMs: stockholm('2026-11-25T16:30'),
});

const idAt = (absences: Absence[], at: string) => awayAt({ absences }, stockholm(at))?.id;
const nextAt = (absences: Absence[], at: string) => nextAway({ absences }, stockholm(at));

describe('somebody is away', () => {
  test('from the first moment until the last, and in at the minute', () => {
    const at = (ms: number) => awayAt({ absences: [course] }, ms)?.id;

    expect([course.fromMs - 1, course.fromMs, course.untilMs - 1, course.untilMs].map(at)).toEqual([
      undefined,
      'course',
      'course',
      undefined,
    ]);
  });

  test.each([
    ['a lunch that recurs', [lunch], '2026-11-24T12:30', 'lunch'],
    ['not on a Sunday', [lunch], '2026-11-29T12:30', undefined],
    ['one that was given beats one that recurs', [course, lunch], '2026-11-24T12:30', 'course'],
    ['wherever it stands', [lunch, course], '2026-11-24T12:30', 'course'],
    ['of two that were given the last', [course, { ...course, id: 'later' }], '2026-11-24T12:30', 'later'],
    ['of two that recur the last', [fridays, lunch], '2026-11-27T12:30', 'lunch'],
    ['and the first again afterwards', [fridays, lunch], '2026-11-27T13:30', 'fridays'],
  ])('%s', (_, absences, at, expected) => {
    expect(idAt(absences, at)).toBe(expected);
  });

  test('from when an occurrence began until it ends', () => {
    const away = awayAt({ absences: [fridays] }, stockholm('2026-11-28T10:00'));

    expect(away).toMatchObject({ fromMs: stockholm('2026-11-27T00:00'), untilMs: stockholm('2026-11-30T00:00') });
  });

  test('no more in an occurrence that somebody has ended, and again in the next', () => {
    const back = { ...lunch, backUntilMs: stockholm('2026-11-24T13:00') };

    expect(idAt([back], '2026-11-24T12:30')).toBeUndefined();
    expect(idAt([back], '2026-11-25T12:30')).toBe('lunch');
    expect(nextAt([back], '2026-11-24T12:30')?.fromMs).toBe(stockholm('2026-11-25T12:00'));
  });

  test.each([
    ['the hour that is skipped', '2027-03-28', 23],
    ['the hour that comes twice', '2026-10-25', 25],
  ])('all of a day with %s', (_, date, hours) => {
    const sundays = aRecurringAbsence({ recurring: { days: ['sun'] } });
    const away = awayAt({ absences: [sundays] }, stockholm(`${date}T12:00`));

    expect(away && (away.untilMs - away.fromMs) / 3_600_000).toBe(hours);
  });
});

describe('somebody is back', () => {
  test('when what follows at once is over too', () => {
    const meeting = aGivenAbsence({
      fromMs: stockholm('2026-11-27T11:00'),
      untilMs: stockholm('2026-11-27T12:00'),
    });

    const away = awayAt({ absences: [lunch, meeting] }, stockholm('2026-11-27T11:30'));

    expect(away).toMatchObject({ untilMs: stockholm('2026-11-27T12:00'), backMs: stockholm('2026-11-27T13:00') });
  });
});

describe('the next absence', () => {
  test.each([
    ['is the first that begins', [lunch, course], '2026-11-20T14:00', 'course', '2026-11-23T09:00'],
    ['is not the one now', [course], '2026-11-23T10:00', undefined, undefined],
    ['is none that another hides', [course, lunch], '2026-11-23T10:00', 'lunch', '2026-11-26T12:00'],
    ['takes over from the one now', [fridays, lunch], '2026-11-27T09:00', 'lunch', '2026-11-27T12:00'],
    ['of the one that recurs is its next occurrence', [lunch], '2026-11-23T12:10', 'lunch', '2026-11-24T12:00'],
    ['is told fourteen days ahead', [course], '2026-11-09T09:00', 'course', '2026-11-23T09:00'],
    ['and no day longer', [course], '2026-11-09T08:59', undefined, undefined],
  ] as const)('%s', (_, absences, at, id, from) => {
    const next = nextAt([...absences], at);

    expect([next?.id, next?.fromMs]).toEqual([id, from && stockholm(from)]);
  });
});

describe('whether calls are put through', () => {
  const nowMs = stockholm('2026-11-24T12:30');
  const until = new Date(stockholm('2026-11-24T13:00')).toISOString();
  const staff = (changes: Parameters<typeof staffDetails>[0]) => staffDetails(changes, nowMs - 60_000);

  test.each([
    ['in', {}, 'in', 'yes'],
    ['in, and wants to be asked', { connect: 'ask' }, 'in', 'ask'],
    ['away, closed unless it is said', { absences: [{ reason: 'lunch', until }] }, 'away', 'no'],
    ['away, and open', { absences: [{ reason: 'busy', until, calls: 'open' }] }, 'away', 'yes'],
    [
      'away, open, and never connected',
      { connect: 'no', absences: [{ reason: 'busy', until, calls: 'open' }] },
      'away',
      'no',
    ],
    [
      'not active, whatever else',
      { active: false, absences: [{ reason: 'busy', until, calls: 'open' }] },
      'inactive',
      'no',
    ],
  ] as const)('%s', (_, changes, state, connect) => {
    const availability = availabilityAt(staff(changes as Parameters<typeof staffDetails>[0]), nowMs);

    expect([availability.state, availability.connect]).toEqual([state, connect]);
  });
});

/** Everything on quarters of an hour, so that a walk by quarters misses nothing. */
const QUARTER_MS = 15 * 60_000;
const FORTNIGHT = 14 * 24 * 4;
const quarter = fc.integer({ min: 0, max: 95 });
const time = quarter.map(
  (n) => `${String(Math.floor(n / 4)).padStart(2, '0')}:${String((n % 4) * 15).padStart(2, '0')}`,
);
/** Around the change of clocks in October, and All Saints' Day. */
const startMs = stockholm('2026-10-17T00:00');
const momentMs = fc.integer({ min: 0, max: 2 * FORTNIGHT }).map((n) => startMs + n * QUARTER_MS);

const given = fc
  .record({ fromMs: momentMs, quarters: fc.integer({ min: 1, max: 500 }) })
  .map(({ fromMs, quarters }) => aGivenAbsence({ fromMs, untilMs: fromMs + quarters * QUARTER_MS }));
const recurring = fc
  .record({
    days: fc.uniqueArray(fc.constantFrom('mon', 'wed', 'fri', 'sun', 'holiday', 'eve'), { minLength: 1, maxLength: 4 }),
    times: fc.option(fc.record({ from: time, until: time }), { nil: undefined }),
    backUntilMs: fc.option(momentMs),
  })
  .map(({ days, times, backUntilMs }) =>
    aRecurringAbsence({ recurring: { days, ...(times && { times }) } as never, backUntilMs }),
  );
const list: fc.Arbitrary<Absence[]> = fc
  .array(fc.oneof(given, recurring), { maxLength: 6 })
  .map((absences) => absences.map((one, n) => ({ ...one, id: `abs ${n}` })));

/** The list, read from its end. */
const plainly = (absences: readonly Absence[], ms: number): string | undefined => {
  const holds = (one: Absence) =>
    one.recurring === null
      ? one.fromMs <= ms && ms < one.untilMs
      : ms >= (one.backUntilMs ?? 0) && holdsAt(one.recurring, { ms });
  const those = absences.filter(holds).toReversed();
  return (those.find(({ recurring }) => recurring === null) ?? those[0])?.id;
};

test('for any list and moment: who, until when, back when, and what comes next', () => {
  fc.assert(
    fc.property(list, momentMs, (absences, nowMs) => {
      const away = awayAt({ absences }, nowMs);
      const next = nextAway({ absences }, nowMs);

      expect(away?.id).toBe(plainly(absences, nowMs));
      const walk = Array.from({ length: FORTNIGHT }, (_, n) => nowMs + (n + 1) * QUARTER_MS);
      const changes = walk.filter((ms) => plainly(absences, ms) !== plainly(absences, ms - QUARTER_MS));
      const begins = changes.find((ms) => plainly(absences, ms) !== undefined);
      expect([next?.id, next?.fromMs]).toEqual([begins && plainly(absences, begins), begins]);
      const firstIn = walk.find((ms) => plainly(absences, ms) === undefined);
      if (away && firstIn !== undefined) expect(away.backMs).toBe(firstIn);
      if (away) {
        expect(away.fromMs).toBeLessThanOrEqual(nowMs);
        expect(away.untilMs).toBeGreaterThan(nowMs);
        expect(away.backMs).toBeGreaterThanOrEqual(away.untilMs);
      }
    }),
    { numRuns: 60 },
  );
});

test('twenty people with twenty absences each are told of within the time of a request, whatever they are', () => {
  const nowMs = stockholm('2026-11-24T12:30');
  const nearlyAlways = { times: { from: '22:00', until: '22:00' }, until: '2027-12-01' };
  const joined = Array.from({ length: 20 }, () => aRecurringAbsence({ recurring: nearlyAlways }));
  const backUntilMs = nowMs + 20 * 96 * QUARTER_MS;
  const hidden = Array.from({ length: 20 }, (_, n) => {
    const times = { from: `${String(n).padStart(2, '0')}:00`, until: `${String(n).padStart(2, '0')}:59` };
    return aRecurringAbsence({ recurring: { times }, backUntilMs });
  });
  const begin = performance.now();

  const told = Array.from({ length: 20 }, () =>
    [joined, hidden].map((absences) => [awayAt({ absences }, nowMs)?.untilMs, nextAway({ absences }, nowMs)]),
  );

  expect(told[0]).toEqual([
    [stockholm('2027-12-02T22:00'), undefined],
    [undefined, undefined],
  ]);
  expect(performance.now() - begin).toBeLessThan(1_500);
});
