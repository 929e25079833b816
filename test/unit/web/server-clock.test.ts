// The service's time: a computer whose clock is wrong goes by it, and throws nothing away before it is known.
import { beforeEach, expect, test, vi } from 'vitest';

const NOW = Date.UTC(2026, 10, 28, 9, 42);
const HOUR_MS = 3_600_000;
const saidAt = (ms: number) => new Date(ms).toUTCString();

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers({ now: NOW });
});
const clock = () => import('#web/api/server-clock.ts');

test('is not known before the first answer', async () => {
  const { isTimeKnown, noteServerTime } = await clock();
  const before = isTimeKnown();

  noteServerTime(saidAt(NOW), NOW - 50, NOW);

  expect([before, isTimeKnown()]).toEqual([false, true]);
});

test('a clock that is right stays right to the millisecond', async () => {
  const { noteServerTime, serverNowMs } = await clock();

  noteServerTime(saidAt(NOW), NOW - 50, NOW);

  expect(serverNowMs()).toBe(NOW);
});

test('a first answer that took long says nothing of a second', async () => {
  const { noteServerTime, serverNowMs } = await clock();

  noteServerTime(saidAt(NOW + 2_000), NOW - 5_000, NOW);

  expect(serverNowMs()).toBe(NOW);
});

test('but all of a day', async () => {
  const { noteServerTime, serverNowMs } = await clock();

  noteServerTime(saidAt(NOW - 24 * HOUR_MS), NOW - 5_000, NOW);

  expect(Math.abs(serverNowMs() - (NOW - 24 * HOUR_MS))).toBeLessThan(4_000);
});
