// What a message came to, and the lines of its way.
import { describe, expect, test } from 'vitest';
import type { Delivery } from '#web/api/types.ts';
import { cameTo, isFinal, wayLines } from '#web/inbox/way.ts';

const words = { sv: 'Levererat', en: 'Delivered' };
const aDelivery = (state: Delivery['state'], more: Partial<Delivery> = {}): Delivery => ({
  ...{ id: 'dlv_1', staffId: null, viaStaffId: null, step: 1, channel: 'email', notBefore: null, address: null },
  ...{ state, correction: false, withdrawn: false, attempts: [] },
  ...more,
});

describe('what it came to', () => {
  test.each([
    [['failed', 'delivered'], 'delivered'],
    [['unknown', 'accepted'], 'sent'],
    [['failed', 'queued'], 'pending'],
    [['held'], 'pending'],
    [['failed', 'unknown'], 'unknown'],
    [['failed'], 'failed'],
    [['cancelled'], undefined],
    [[], undefined],
  ] as const)('%j is %s', (states, came) => {
    expect(cameTo(states.map((state) => aDelivery(state)))).toBe(came);
  });

  test('what went to somebody whom it was not for does not count', () => {
    expect(cameTo([aDelivery('delivered', { withdrawn: true }), aDelivery('queued')])).toBe('pending');
  });
});

test('accepted is not the end, unknown is', () => {
  expect([isFinal([aDelivery('accepted')]), isFinal([aDelivery('unknown'), aDelivery('delivered')])]).toEqual([
    false,
    true,
  ]);
});

test('an attempt and its receipt are two lines', () => {
  const at = '2026-11-28T09:42:07Z';
  const answeredAt = '2026-11-28T09:42:09Z';
  const attempt = { at, channel: 'email' as const, outcome: 'delivered' as const, answeredAt, code: 'Delivery', words };

  expect(wayLines(aDelivery('delivered', { attempts: [attempt] }))).toEqual([
    { at, kind: 'went', words: undefined },
    { at: answeredAt, kind: 'arrived', words },
  ]);
});

test('an attempt without receipt is one line, in the words of the API', () => {
  const at = '2026-11-28T09:42:07Z';
  const attempt = { at, channel: 'sms' as const, outcome: 'unknown' as const, answeredAt: null, code: null, words };

  expect(wayLines(aDelivery('unknown', { attempts: [attempt] }))).toEqual([{ at, kind: 'doubt', words }]);
});
