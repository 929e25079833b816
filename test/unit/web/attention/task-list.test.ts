// The attention list as data.
import { expect, test } from 'vitest';
import type { MessageTask, Task } from '#web/api/types.ts';
import { countsOf, isUrgent, lastTried, shownTasks, untold, withTask } from '#web/attention/task-list.ts';

const aTask = (id: string, fields: Partial<MessageTask> = {}): MessageTask => ({
  id,
  reason: 'notDelivered',
  clientId: 'cli_1',
  clientName: 'Nordvik Bygg',
  messageId: 'msg_1',
  staffId: null,
  takenAt: '2026-11-28T09:42:00Z',
  deliveryId: 'dlv_1',
  createdAt: '2026-11-28T09:43:00Z',
  expiresAt: '2027-05-28T09:42:00Z',
  state: 'open',
  claimed: null,
  done: null,
  tried: [],
  ...fields,
});
const claimed = (by: string) => ({ claimed: { by, at: '2026-11-28T09:50:00Z' } });
const ids = (tasks: readonly Task[]) => tasks.map(({ id }) => id);

const free = aTask('free');
const mine = aTask('mine', claimed('me'));
const hers = aTask('hers', { ...claimed('her'), reason: 'restored' });
const all = [free, mine, hers];

test.each([
  ['all', undefined, ['free', 'mine', 'hers']],
  ['new', undefined, ['free']],
  ['mine', undefined, ['mine']],
  ['all', 'restored', ['hers']],
  ['mine', 'restored', []],
] as const)('of %s with the reason %s one sees %o', (filter, reason, expected) => {
  expect(ids(shownTasks(all, filter, reason, 'me'))).toEqual(expected);
});

test('those that are free and those that one has taken are counted', () => {
  expect(countsOf(all, 'me')).toEqual({ all: 3, new: 1, mine: 1 });
});

test('a task that was done leaves the open ones, and stands first among the done', () => {
  const done = aTask('free', { state: 'done' });

  expect(ids(withTask({ items: all, hasMore: true }, done, 'open').items)).toEqual(['mine', 'hers']);
  expect(ids(withTask({ items: [aTask('older')], hasMore: false }, done, 'done').items)).toEqual(['free', 'older']);
});

test('a task that was claimed keeps its place', () => {
  const { items } = withTask({ items: all, hasMore: false }, aTask('free', claimed('me')), 'open');

  expect(items.map(({ id, claimed: by }) => [id, by?.by])).toEqual([
    ['free', 'me'],
    ['mine', 'me'],
    ['hers', 'her'],
  ]);
});

test('an urgent one is told once, and what is not urgent never', () => {
  expect(untold(all, new Set())).toEqual(['free', 'mine']);
  expect(untold(all, new Set(['free']))).toEqual(['mine']);
  expect(isUrgent(hers)).toBe(false);
});

test('what was tried last is what is shown, whatever its place in the list', () => {
  const tried = (at: string | null, state: string) => ({
    deliveryId: state,
    channel: 'sms',
    step: 1,
    state,
    at,
    code: null,
    words: null,
  });

  const last = lastTried(aTask('t', { tried: [tried('2026-11-28T09:43:00Z', 'failed'), tried(null, 'cancelled')] }));

  expect(last?.state).toBe('failed');
});
