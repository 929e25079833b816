// The life of a subject request: the whole table, state by state, and what is in the way.
import { describe, expect, test } from 'vitest';
import { outcomes, type RequestKind, requestKinds, requestStates, requestSteps } from '#requests/codes.ts';
import { demandInstructed, hindrance, outcomesNow, stepsNow } from '#requests/life-cycle.ts';
import type { RequestContent } from '#requests/store.ts';
import { aRequest } from '#test/support/builders/requests.ts';

const RECEIVED = '2026-11-03T10:00:00Z';
const NOW = Date.parse('2026-11-10T10:00:00Z');
const signed = { by: 'usr_00000000000000000000000001', atMs: NOW };
const identity = { ...signed, method: 'calledBack' as const };
const carryOut = { ...signed, decision: 'carryOut' as const, given: 'portal' as const };
const refuse = { ...carryOut, decision: 'refuse' as const };
const searched = { searchJobId: 'job_00000000000000000000000001' };

const code = (request: RequestContent, ...more: [(typeof requestSteps)[number], (typeof outcomes)[number]?]) =>
  hindrance(request, more[0], NOW, more[1])?.code;

test('everything that it needs at hand, each state allows these steps', () => {
  const ready = { identity, instruction: carryOut, ...searched, reportedAtMs: NOW };

  const table = requestStates.map((state) => [
    state,
    requestSteps.filter((step) => !hindrance(aRequest(RECEIVED, { ...ready, state }), step, NOW)),
  ]);

  expect(Object.fromEntries(table)).toEqual({
    received: ['identify', 'forward', 'instruct', 'extend', 'close'],
    forwarded: ['identify', 'instruct', 'extend', 'close'],
    instructed: ['identify', 'instruct', 'prepare', 'extend', 'close'],
    preparing: ['identify', 'instruct', 'prepare', 'release', 'extend', 'close'],
    released: ['identify', 'extend', 'close'],
    closed: [],
  });
});

test('a client admin identifies, instructs, extends and closes; the officer does it all; nobody else does anything', () => {
  const request = aRequest(RECEIVED);

  expect(stepsNow(request, 'clientAdmin', NOW)).toEqual(['identify', 'instruct', 'extend', 'close']);
  expect(stepsNow(request, 'privacyOfficer', NOW)).toEqual(['identify', 'forward', 'instruct', 'extend', 'close']);
  expect(stepsNow(request, 'operator', NOW)).toEqual([]);
});

describe('without an instruction', () => {
  const steps = ['prepare', 'release'] as const;
  const refusedOutcomes = ['carriedOut', 'nothingFound', 'refused', 'notIdentified'] as const;

  test.each(requestStates.slice(0, -1))(
    'nothing is prepared, released, carried out or refused while it is %s',
    (state) => {
      const request = aRequest(RECEIVED, { state, identity, ...searched, reportedAtMs: NOW });

      expect(steps.map((step) => code(request, step))).toEqual(['instruction-missing', 'instruction-missing']);
      expect(refusedOutcomes.map((outcome) => code(request, 'close', outcome))).toEqual(
        refusedOutcomes.map(() => 'instruction-missing'),
      );
      expect(() => demandInstructed(request, NOW)).toThrow(expect.objectContaining({ code: 'instruction-missing' }));
    },
  );

  test('it may be withdrawn, or have been logged by mistake', () => {
    expect(outcomesNow(aRequest(RECEIVED), NOW)).toEqual(['withdrawn', 'mistaken']);
  });
});

describe('with the instruction to refuse', () => {
  const request = aRequest(RECEIVED, { state: 'instructed', instruction: refuse, identity });

  test('nothing is prepared or erased, and it ends as refused', () => {
    expect(code(request, 'prepare')).toBe('wrong-state');
    expect(() => demandInstructed(request, NOW)).toThrow(expect.objectContaining({ code: 'wrong-state' }));
    expect(outcomesNow(request, NOW)).toEqual(['refused', 'notIdentified', 'withdrawn', 'mistaken']);
  });
});

describe('with the instruction to carry it out', () => {
  const preparing = { state: 'preparing', instruction: carryOut, ...searched } as const;

  test('nothing is released before it is known who asks, nor before there is a report', () => {
    expect(code(aRequest(RECEIVED, { ...preparing, reportedAtMs: NOW }), 'release')).toBe('wrong-state');
    expect(code(aRequest(RECEIVED, { ...preparing, identity }), 'release')).toBe('wrong-state');
    expect(code(aRequest(RECEIVED, { ...preparing, identity, reportedAtMs: NOW }), 'release')).toBeUndefined();
  });

  test.each(requestKinds)('%s is carried out once it is known who asks, and what is handed out has been', (kind) => {
    const handsOut: RequestKind[] = ['access', 'portability'];
    const unknown = aRequest(RECEIVED, { ...preparing, kind });
    const erased = { atMs: NOW, jobId: searched.searchJobId };
    const known = aRequest(RECEIVED, { ...preparing, kind, identity, erased });
    const released = aRequest(RECEIVED, { ...preparing, kind, identity, erased, state: 'released' });

    expect(code(unknown, 'close', 'carriedOut')).toBe('wrong-state');
    expect(code(known, 'close', 'carriedOut')).toBe(handsOut.includes(kind) ? 'wrong-state' : undefined);
    expect(code(released, 'close', 'carriedOut')).toBeUndefined();
  });

  test.each(requestKinds)('a request for %s releases a report only where it hands one out', (kind) => {
    const request = aRequest(RECEIVED, { ...preparing, kind, identity, reportedAtMs: NOW });

    expect(code(request, 'release')).toBe(['access', 'portability'].includes(kind) ? undefined : 'wrong-state');
  });

  test('an erasure is carried out when it is certified, and nobody has searched for more since', () => {
    const erasing = (fields: Partial<RequestContent>) =>
      code(aRequest(RECEIVED, { ...preparing, kind: 'erasure', identity, ...fields }), 'close', 'carriedOut');
    const erased = { atMs: NOW, jobId: searched.searchJobId };

    expect(erasing({})).toBe('erasure-not-certified');
    expect(erasing({ erased })).toBeUndefined();
    expect(erasing({ erased: { ...erased, jobId: 'job_00000000000000000000000002' } })).toBe('erasure-not-certified');
    expect(erasing({ clientId: 'service' })).toBeUndefined();
  });

  test('nobody says that nothing was found of whom something was erased', () => {
    const erased = { atMs: NOW, jobId: searched.searchJobId };

    expect(code(aRequest(RECEIVED, { ...preparing, kind: 'erasure', erased }), 'close', 'nothingFound')).toBe(
      'wrong-state',
    );
  });

  test('nobody is told that nothing was done, of whom something was erased', () => {
    const erased = { atMs: NOW, jobId: searched.searchJobId };
    const fields = { ...preparing, kind: 'erasure' as const, identity, erased };

    expect(outcomesNow(aRequest(RECEIVED, fields), NOW)).toEqual(['carriedOut', 'mistaken']);
    expect(outcomesNow(aRequest(RECEIVED, { ...fields, instruction: refuse }), NOW)).toEqual(['mistaken']);
  });

  test('that there was nothing to erase may be answered so', () => {
    const erased = { atMs: NOW, jobId: searched.searchJobId, isNothing: true };
    const request = aRequest(RECEIVED, { ...preparing, kind: 'erasure', identity, erased });

    expect(outcomesNow(request, NOW)).toEqual(['carriedOut', 'nothingFound', 'withdrawn', 'mistaken']);
  });

  test('that nothing was found is said after a search only', () => {
    const instructed = aRequest(RECEIVED, { state: 'instructed', instruction: carryOut });

    expect(code(instructed, 'close', 'nothingFound')).toBe('wrong-state');
    expect(code(aRequest(RECEIVED, preparing), 'close', 'nothingFound')).toBeUndefined();
  });
});

test('the time is extended while the first month runs, not after it', () => {
  const request = aRequest(RECEIVED);

  expect(hindrance(request, 'extend', Date.parse('2026-12-03T22:59:59Z'))).toBeUndefined();
  expect(hindrance(request, 'extend', Date.parse('2026-12-03T23:00:00Z'))?.code).toBe('wrong-state');
});

test('the time is extended once', () => {
  const extension = { ...signed, months: 1, why: 'number' as const };

  expect(code(aRequest(RECEIVED, { extension }), 'extend')).toBe('wrong-state');
});

test('of our own records there is nobody to forward a request to', () => {
  expect(code(aRequest(RECEIVED, { clientId: 'service' }), 'forward')).toBe('wrong-state');
});

test('nobody is searched for of whom nothing is said that a search goes by', () => {
  const nobody = { names: ['···'], phones: [], emails: [], staffId: null };
  const { value } = aRequest(RECEIVED);
  const request = aRequest(RECEIVED, { state: 'instructed', instruction: carryOut, value: { ...value, who: nobody } });

  expect(code(request, 'prepare')).toBe('wrong-state');
  expect(stepsNow(request, 'privacyOfficer', NOW)).not.toContain('prepare');
});

test('what is closed stays closed, whatever is asked for', () => {
  const request = aRequest(RECEIVED, { state: 'closed', instruction: carryOut, identity, ...searched });

  expect(requestSteps.map((step) => code(request, step))).toEqual(requestSteps.map(() => 'wrong-state'));
  expect(outcomes.map((outcome) => code(request, 'close', outcome))).toEqual(outcomes.map(() => 'wrong-state'));
});
