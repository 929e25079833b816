// What a request waits for, the days that are left, and where a refusal points.
import { describe, expect, test } from 'vitest';
import { aRequest, at, carryOut, closing, identity } from '#test/unit/web/privacy/a-request.ts';
import { daysUntil } from '#web/privacy/countdown.ts';
import { nextStep, type SubjectRequest, stepsOf } from '#web/privacy/requests.ts';

describe('a request waits', () => {
  test('first for the client to be told, and where that is not ours for its instruction', () => {
    const received = aRequest({ steps: ['identify', 'forward', 'instruct', 'close'] });

    expect(nextStep(received)).toBe('forward');
    expect(nextStep({ ...received, state: 'forwarded', steps: ['identify', 'instruct', 'close'] })).toBe('instruct');
  });

  test('for somebody to be sure who asks, before anything is searched for or handed out', () => {
    const instructed = aRequest({
      state: 'instructed',
      instruction: carryOut,
      steps: ['identify', 'prepare', 'close'],
    });

    expect(nextStep(instructed)).toBe('identify');
    expect(nextStep({ ...instructed, identity })).toBe('prepare');
  });

  test('for its end where it is done by hand, or refused, and never for a withdrawal', () => {
    const steps: SubjectRequest['steps'] = ['identify', 'prepare', 'close'];
    const byHand = aRequest({ kind: 'rectification', state: 'instructed', instruction: carryOut, identity, steps });

    expect(nextStep({ ...byHand, closings: [closing('carriedOut')] })).toBe('close');
    expect(nextStep(byHand)).toBeUndefined();
    expect(
      nextStep(
        aRequest({
          state: 'instructed',
          instruction: { ...carryOut, decision: 'refuse' },
          steps: ['close'],
          closings: [closing('refused')],
        }),
      ),
    ).toBe('close');
  });

  test('for its end once what was found is erased and certified, and not before', () => {
    const erasing = aRequest({
      kind: 'erasure',
      state: 'preparing',
      instruction: carryOut,
      identity,
      steps: ['close'],
    });

    expect(nextStep(erasing)).toBeUndefined();
    expect(nextStep({ ...erasing, closings: [closing('carriedOut')] })).toBe('close');
  });

  test('for our own decision where it is about our own records: nobody is told, and no certificate ends it', () => {
    const ours = aRequest({
      clientId: 'service',
      kind: 'erasure',
      steps: ['identify', 'forward', 'instruct', 'close'],
    });
    const preparing = { ...ours, state: 'preparing', instruction: carryOut, identity } as const;

    expect(stepsOf(ours)).toEqual(['identify', 'instruct', 'close']);
    expect(nextStep(ours)).toBe('instruct');
    expect(nextStep({ ...preparing, closings: [closing('carriedOut')] })).toBeUndefined();
  });

  test('for the release once there is a report, and for nobody here while it is gone through', () => {
    const preparing = aRequest({ state: 'preparing', instruction: carryOut, identity, steps: ['close', 'prepare'] });

    expect(nextStep({ ...preparing, closings: [closing('carriedOut')] })).toBeUndefined();
    expect(nextStep({ ...preparing, steps: ['release', 'close'] })).toBe('release');
  });
});

test('the time is extended once', () => {
  const waiting = aRequest({ state: 'forwarded', steps: ['identify', 'extend', 'close'] });
  const extension = { by: 'usr_1', at, months: 1, why: 'number', sv: 'Det dröjer.', en: 'It takes longer.' } as const;

  expect(stepsOf(waiting)).toContain('extend');
  expect(stepsOf({ ...waiting, extension })).toEqual(['identify', 'close']);
});

test.each([
  ['2026-11-29', 0],
  ['2026-11-30', 1],
  ['2026-11-26', -3],
  ['2027-03-29', 120],
])('to %s it is %i days, also over the change of the clocks', (day, days) => {
  expect(daysUntil(day, Date.parse('2026-11-29T22:30:00Z'))).toBe(days);
});

test('the day begins in Stockholm', () => {
  expect(daysUntil('2026-11-30', Date.parse('2026-11-29T23:30:00Z'))).toBe(0);
});
