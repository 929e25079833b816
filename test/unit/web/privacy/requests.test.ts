// What a request waits for, the days that are left, and where a refusal points.
import { describe, expect, test } from 'vitest';
import type { Failure } from '#web/api/outcome.ts';
import { daysUntil } from '#web/privacy/countdown.ts';
import { nextStep, type SubjectRequest, stepsOf } from '#web/privacy/requests.ts';
import { wrongOf } from '#web/privacy/sending.ts';

const at = '2026-11-29T10:00:00Z';
const carryOut = { by: 'usr_1', at, decision: 'carryOut', given: 'portal', text: null } as const;
const identity = { by: 'usr_1', at, method: 'knownToClient', note: null } as const;
const closing = (outcome: 'carriedOut' | 'withdrawn' | 'refused') => ({ outcome, sv: '', en: '' });

const request = (changes: Partial<SubjectRequest>): SubjectRequest => ({
  id: 'req_1',
  clientId: 'cli_1',
  clientName: 'Nordvik Bygg',
  kind: 'access',
  state: 'received',
  receivedAt: at,
  forwardBy: '2026-11-30',
  deadline: '2026-12-29',
  late: false,
  extendedMonths: 0,
  outcome: null,
  closedAt: null,
  by: 'telephone',
  loggedBy: 'usr_1',
  language: 'sv',
  who: { names: ['Eva Ek'], phones: [], emails: [], staffId: null },
  text: null,
  contact: null,
  notes: null,
  identity: null,
  forwardedAt: null,
  instruction: null,
  extension: null,
  preparedAt: null,
  searchJobId: null,
  releasedAt: null,
  closing: null,
  keepDays: 90,
  endsAt: null,
  steps: [],
  closings: [closing('withdrawn')],
  version: 1,
  ...changes,
});

describe('a request waits', () => {
  test('first for the client to be told, and where that is not ours for its instruction', () => {
    const received = request({ steps: ['identify', 'forward', 'instruct', 'close'] });

    expect(nextStep(received)).toBe('forward');
    expect(nextStep({ ...received, state: 'forwarded', steps: ['identify', 'instruct', 'close'] })).toBe('instruct');
  });

  test('for somebody to be sure who asks, before anything is searched for or handed out', () => {
    const instructed = request({ state: 'instructed', instruction: carryOut, steps: ['identify', 'prepare', 'close'] });

    expect(nextStep(instructed)).toBe('identify');
    expect(nextStep({ ...instructed, identity })).toBe('prepare');
  });

  test('for its end where it is done by hand, or refused, and never for a withdrawal', () => {
    const steps: SubjectRequest['steps'] = ['identify', 'prepare', 'close'];
    const byHand = request({ kind: 'rectification', state: 'instructed', instruction: carryOut, identity, steps });

    expect(nextStep({ ...byHand, closings: [closing('carriedOut')] })).toBe('close');
    expect(nextStep(byHand)).toBeUndefined();
    expect(
      nextStep(
        request({
          state: 'instructed',
          instruction: { ...carryOut, decision: 'refuse' },
          steps: ['close'],
          closings: [closing('refused')],
        }),
      ),
    ).toBe('close');
  });

  test('for the release once there is a report, and for nobody here while it is gone through', () => {
    const preparing = request({ state: 'preparing', instruction: carryOut, identity, steps: ['close', 'prepare'] });

    expect(nextStep({ ...preparing, closings: [closing('carriedOut')] })).toBeUndefined();
    expect(nextStep({ ...preparing, steps: ['release', 'close'] })).toBe('release');
  });
});

test('the time is extended once', () => {
  const waiting = request({ state: 'forwarded', steps: ['identify', 'extend', 'close'] });
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

test('a refusal leads to the field in which it lies', () => {
  const refusal = (pointer: string): Failure => ({
    kind: 'problem',
    code: 'invalid-request',
    status: 400,
    fields: [{ pointer, detail: '' }],
  });

  expect(Object.keys(wrongOf(refusal('/who/phones/1'), ['/who/phones', '/who']))).toEqual(['/who/phones']);
  expect(wrongOf(refusal('/whole'), ['/who'])).toEqual({});
  expect(wrongOf({ kind: 'signedOut' }, ['/who'])).toEqual({});
});
