// When a late call was, as somebody in Stockholm writes it.
import { expect, test } from 'vitest';
import { lateTime, stockholmMs } from '#web/desk/late-time.ts';

const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString());

test.each([
  ['in winter', '2026-11-27', '14:10', '2026-11-27T13:10:00.000Z'],
  ['in summer', '2026-07-01', '14:10', '2026-07-01T12:10:00.000Z'],
  ['just after midnight', '2026-11-28', '00:05', '2026-11-27T23:05:00.000Z'],
  ['in the hour that is skipped', '2026-03-29', '02:30', '2026-03-29T01:30:00.000Z'],
  ['in the hour that comes twice, the first', '2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
])('%s', (_, day, clock, instant) => {
  expect(iso(stockholmMs(day, clock))).toBe(instant);
});

const nowMs = Date.parse('2026-11-28T09:42:00Z');

test.each([
  ['2026-11-27', '14:10', { kind: 'ok', calledAt: '2026-11-27T13:10:00.000Z' }],
  ['2026-11-28', '10:42', { kind: 'ok', calledAt: '2026-11-28T09:42:00.000Z' }],
  ['2026-11-28', '10:43', { kind: 'ahead' }],
  ['2026-11-25', '10:42', { kind: 'ok', calledAt: '2026-11-25T09:42:00.000Z' }],
  ['2026-11-25', '10:41', { kind: 'tooOld' }],
  ['2026-11-27', '', { kind: 'missing' }],
  ['', '14:10', { kind: 'missing' }],
])('a call of %s %s', (day, clock, expected) => {
  expect(lateTime(day, clock, nowMs)).toEqual(expected);
});
