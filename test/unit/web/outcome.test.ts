// What can come of a call, told apart by status and body.
import { expect, test } from 'vitest';
import { ask, refusalOf } from '#web/api/outcome.ts';
import { pollDelayMs } from '#web/api/poll.ts';

test.each([
  [401, { message: 'Unauthorized' }, { kind: 'signedOut' }],
  [403, { message: 'Forbidden' }, { kind: 'problem', code: 'forbidden', status: 403, fields: [] }],
  [403, '<html>', { kind: 'away', why: 'throttled' }],
  [429, { message: 'Too many' }, { kind: 'away', why: 'throttled' }],
  [503, { code: 'try-again' }, { kind: 'away', why: 'server' }],
  [404, '<html>', { kind: 'away', why: 'server' }],
  [
    410,
    { code: 'erased', erasedAt: '2027-05-23T00:00:00Z' },
    { kind: 'problem', code: 'erased', status: 410, fields: [], erasedAt: '2027-05-23T00:00:00Z' },
  ],
])('%i with %j is what it is', (status, body, outcome) => {
  expect(refusalOf(status, body)).toEqual(outcome);
});

test('a call that finds no network does not reject', async () => {
  const outcome = await ask(Promise.reject(new TypeError('fetch failed')));

  expect(outcome).toEqual({ kind: 'away', why: 'offline' });
});

test('an answer has its ETag beside it', async () => {
  const response = new Response('{}', { headers: { etag: '"3"' } });

  const outcome = await ask(Promise.resolve({ data: { id: 1 }, response }));

  expect(outcome).toEqual({ kind: 'ok', value: { id: 1 }, etag: '"3"' });
});

test('asking again is seldomer after five idle minutes, and never in step with others', () => {
  const pace = { activeMs: 2_500, idleMs: 10_000 };

  expect([pollDelayMs(pace, 0, 0), pollDelayMs(pace, 0, 1), pollDelayMs(pace, 300_000, 0.5)]).toEqual([
    2_250, 2_750, 10_000,
  ]);
});
