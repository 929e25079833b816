// Who is reminded of a subject request, and when.
import { describe, expect, test } from 'vitest';
import { dueReminders, nextDueMs } from '#requests/reminders.ts';
import type { RequestContent } from '#requests/store.ts';
import { aRequest } from '#test/support/builders/requests.ts';

const RECEIVED = '2026-11-03T10:00:00Z';
const ms = (text: string) => Date.parse(text);

/** What a tender that never sleeps says, until a moment. */
function said(given: RequestContent, until: string): string[] {
  let request = given;
  const lines: string[] = [];
  for (let next = nextDueMs(request); next <= ms(until); next = nextDueMs(request)) {
    const at = new Date(next).toISOString();
    for (const { about, to, task } of dueReminders(request, next))
      lines.push(`${at} ${about} to ${to.join(', ')}${task ? `, task ${task}` : ''}`);
    request = { ...request, remindedAtMs: next };
  }
  return lines;
}

const forwarded = { state: 'forwarded', forwardedAtMs: ms('2026-11-04T09:00:00Z') } as const;

describe('a request that nobody looks at', () => {
  test('is told of on the morning of the day and at its end, before the deadline, and every week after it', () => {
    expect(said(aRequest(RECEIVED), '2026-12-20T00:00:00Z')).toEqual([
      '2026-11-04T07:00:00.000Z requestToForward to officers',
      '2026-11-04T23:00:00.000Z requestNotForwarded to officers, task requestNotForwarded',
      '2026-11-26T07:00:00.000Z requestDueSoon to officers',
      '2026-12-01T07:00:00.000Z requestDueSoon to officers',
      '2026-12-03T23:00:00.000Z requestLate to officers, admins, task requestLate',
      '2026-12-10T23:00:00.000Z requestLate to officers, admins, task requestLate',
      '2026-12-17T23:00:00.000Z requestLate to officers, admins, task requestLate',
    ]);
  });
});

test('a client that says nothing is asked again after a week, and before the deadline', () => {
  expect(said(aRequest(RECEIVED, forwarded), '2026-12-03T00:00:00Z')).toEqual([
    '2026-11-11T07:00:00.000Z requestAwaitsInstruction to admins',
    '2026-11-26T07:00:00.000Z requestAwaitsInstruction to admins',
    '2026-11-26T07:00:00.000Z requestDueSoon to officers',
    '2026-12-01T07:00:00.000Z requestAwaitsInstruction to admins',
    '2026-12-01T07:00:00.000Z requestDueSoon to officers',
  ]);
});

test('one that is instructed waits for us alone', () => {
  const request = aRequest(RECEIVED, { ...forwarded, state: 'instructed' });

  expect(said(request, '2026-12-03T00:00:00Z').map((line) => line.slice(25))).toEqual([
    'requestDueSoon to officers',
    'requestDueSoon to officers',
  ]);
});

test('one that is logged when it is late already says so at once, and not that it soon will be', () => {
  const request = aRequest(RECEIVED);

  const due = dueReminders(request, ms('2027-01-15T10:00:00Z'));

  expect(nextDueMs(request)).toBeLessThan(ms('2027-01-15T10:00:00Z'));
  expect(due.map(({ about }) => about)).toEqual(['requestNotForwarded', 'requestLate']);
});

test('what a tender that was away for days missed is said once', () => {
  const due = dueReminders(aRequest(RECEIVED, forwarded), ms('2026-12-02T10:00:00Z'));

  expect(due).toEqual([
    { about: 'requestAwaitsInstruction', to: ['admins'], task: undefined, day: '2026-12-03' },
    { about: 'requestDueSoon', to: ['officers'], task: undefined, day: '2026-12-03' },
  ]);
});

test('a closed one is looked at again when its own time is over, and nobody is reminded', () => {
  const endsAtMs = ms('2027-03-01T23:00:00Z');
  const request = aRequest(RECEIVED, { state: 'closed', endsAtMs });

  expect(nextDueMs(request)).toBe(endsAtMs);
  expect(dueReminders(request, endsAtMs)).toEqual([]);
});
