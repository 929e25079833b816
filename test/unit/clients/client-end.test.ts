// The end of a client: on its day, a week's notice, thirty days.
import { describe, expect, test } from 'vitest';
import { endAfter, endDueMs, endFields, endIn, erasedAfterMs } from '#clients/client-end.ts';

const DAY_MS = 24 * 60 * 60_000;
const NOW = Date.parse('2027-05-23T10:00:00Z');

describe('the end of a client', () => {
  test('of an active one is none, whatever was said before', () => {
    expect(endAfter({ endsAtMs: NOW, endsBy: 'email' }, { status: 'active' }, NOW)).toEqual({});
    expect(endAfter({ endedAtMs: NOW, toldAtMs: NOW }, { status: 'active' }, NOW)).toEqual({});
    expect(endDueMs('active', {})).toBeUndefined();
  });

  test('of a paused one is the day that it has named, until it is taken back', () => {
    const named = endAfter({}, { status: 'paused', endsAtMs: NOW + DAY_MS, endsBy: 'letter' }, NOW);

    expect(named).toEqual({ endsAtMs: NOW + DAY_MS, endsBy: 'letter' });
    expect(endDueMs('paused', named)).toBe(NOW + DAY_MS);
    expect(endAfter(named, { status: 'paused' }, NOW)).toEqual(named);
    expect(endAfter(named, { status: 'paused', endsAtMs: null }, NOW)).toEqual({});
  });

  test('of an ended one is thirty days after, and it is told a week before', () => {
    const ended = endAfter({}, { status: 'ended' }, NOW);

    expect(erasedAfterMs(ended)).toBe(NOW + 30 * DAY_MS);
    expect(endDueMs('ended', ended)).toBe(NOW + 23 * DAY_MS);
    expect(endDueMs('ended', { ...ended, toldAtMs: NOW + 23 * DAY_MS })).toBe(NOW + 30 * DAY_MS);
  });

  test('comes later where it was told late, and not anew where it is changed again', () => {
    const told = { endedAtMs: NOW, toldAtMs: NOW + 40 * DAY_MS };

    expect(erasedAfterMs(told)).toBe(NOW + 47 * DAY_MS);
    expect(endAfter(told, { status: 'ended' }, NOW + 41 * DAY_MS)).toEqual(told);
  });

  test('stands open in the record as it is read, and in the index of what is due', () => {
    const end = { endedAtMs: NOW, toldAtMs: NOW + 23 * DAY_MS };
    const fields = endFields('ended', end);

    expect(endIn(fields)).toMatchObject(end);
    expect(fields).toMatchObject({ duePk: 'CLIENT_ENDS', dueAt: NOW + 30 * DAY_MS });
    expect(endFields('active', {})).toEqual({});
  });
});
