// Tracks as a table: when somebody has been reached, when there is something to wait for, and when the next step is due.
import { describe, expect, test } from 'vitest';
import { type Delivery, trackOf } from '#deliveries/store.ts';
import { isWaitingForTrack, nextStepOf, trackState } from '#deliveries/track.ts';

const NOW_MS = Date.parse('2026-11-23T08:00:00Z');
const MINUTE_MS = 60_000;

const one = (changes: Partial<Delivery>) =>
  ({ id: 'dlv_1', state: 'queued', createdAtMs: NOW_MS - MINUTE_MS, attempts: [], ...changes }) as Delivery;
const urgent = (changes: Partial<Delivery>) => one({ waitMinutes: 10, ...changes });
const failed = one({ state: 'failed', dueAt: NOW_MS });
const unknown = one({ state: 'unknown', dueAt: NOW_MS });
const cancelled = one({ state: 'cancelled' });

describe('a track', () => {
  test.each<[string, ReturnType<typeof trackState>, Delivery[]]>([
    ['of which everything failed, is unknown or cancelled is over', 'over', [failed, unknown, cancelled]],
    ['with one on its way has something to wait for', 'underWay', [failed, one({ state: 'sending' })]],
    ['with one that is held has something to wait for', 'underWay', [failed, one({ state: 'held' })]],
    ['with one accepted has reached somebody', 'reached', [failed, one({ state: 'accepted' })]],
    ['with one delivered has reached somebody', 'reached', [failed, urgent({ state: 'delivered' })]],
    [
      'whose earlier step is tried again has something to wait for',
      'underWay',
      [one({ state: 'queued' }), one({ state: 'failed', step: 1 })],
    ],
    ['whose earlier step was accepted after all has reached somebody', 'reached', [one({ state: 'accepted' }), failed]],
    ['urgent, accepted and not silent for long', 'underWay', [urgent({ state: 'accepted', dueAt: NOW_MS + 1 })]],
    [
      'urgent, accepted and silent',
      'over',
      [urgent({ state: 'accepted', dueAt: NOW_MS }), urgent({ state: 'failed' })],
    ],
    [
      'urgent, silent before, with a new step on its way',
      'underWay',
      [urgent({ state: 'accepted' }), urgent({ state: 'queued', step: 1 })],
    ],
    [
      'urgent, and taken over by nobody for as long as it waits',
      'over',
      [urgent({ createdAtMs: NOW_MS - 10 * MINUTE_MS })],
    ],
    ['normal, and taken over by nobody for hours', 'underWay', [one({ createdAtMs: NOW_MS - 300 * MINUTE_MS })]],
  ])('%s: %2$s', (_, expected, track) => {
    expect(trackState(track, NOW_MS)).toBe(expected);
  });
});

test('those wait for their track that have ended, or were silent, and are due', () => {
  const silent = urgent({ state: 'accepted', dueAt: NOW_MS });
  const others = [one({ dueAt: NOW_MS }), one({ state: 'failed' }), urgent({ state: 'accepted', dueAt: NOW_MS + 1 })];

  expect([failed, unknown, silent].map((delivery) => isWaitingForTrack(delivery, NOW_MS))).toEqual([true, true, true]);
  expect(others.map((delivery) => isWaitingForTrack(delivery, NOW_MS))).toEqual([false, false, false]);
});

test('the next step comes after the last that was tried, not after how many there were', () => {
  expect(nextStepOf([one({}), one({}), one({ step: 3 })])).toBe(4);
});

test('a delivery of which no track is said is the first of its own', () => {
  expect([trackOf(one({ id: 'dlv_2' })), trackOf(one({ id: 'dlv_2', trackId: 'dlv_1' }))]).toEqual(['dlv_2', 'dlv_1']);
});
