// Who may have the old text of a message that is corrected: by the state of a delivery, and by what its attempts came to.
import { describe, expect, test } from 'vitest';
import type { Attempt, DeliveryState } from '#deliveries/schema.ts';
import { mayHaveArrived } from '#messages/correction-targets.ts';

const afterwards = (state: DeliveryState, ...attempts: Omit<Attempt, 'atMs'>[]) =>
  mayHaveArrived({ state, attempts: attempts.map((attempt) => ({ atMs: 1, ...attempt })) });

describe('the old text may have arrived', () => {
  test.each(['sending', 'accepted', 'delivered', 'unknown'] as const)('with a delivery that is %s', (state) => {
    expect(afterwards(state)).toBe(true);
  });

  test('with one that goes again after an attempt of which nobody knows', () => {
    expect(afterwards('queued', { outcome: 'unknown', code: 'TimeoutError' })).toBe(true);
  });

  test('with one that came back by what may be an automatic reply', () => {
    expect(afterwards('failed', { outcome: 'returned', code: 'BounceTransientGeneral' })).toBe(true);
  });
});

describe('the old text has not arrived', () => {
  test.each(['held', 'queued', 'cancelled'] as const)('with a delivery that is %s and was never tried', (state) => {
    expect(afterwards(state)).toBe(false);
  });

  test('with one that was refused', () => {
    expect(afterwards('failed', { outcome: 'failed', code: 'MessageRejected' })).toBe(false);
  });

  test('with one that has come back for certain', () => {
    expect(afterwards('failed', { outcome: 'returned', code: 'BouncePermanentNoEmail' })).toBe(false);
  });
});
