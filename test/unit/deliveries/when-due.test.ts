// The table of the tick, and what a stream record asks for.
import { describe, expect, test } from 'vitest';
import { attemptWords } from '#deliveries/attempt-words.ts';
import { dispatchDeliveries, dispatchFor, type StreamChange } from '#deliveries/dispatch-deliveries.ts';
import type { Attempt } from '#deliveries/schema.ts';
import { type Delivery, STUCK_MS } from '#deliveries/store.ts';
import type { Topics } from '#deliveries/topics.ts';
import { whenDue } from '#deliveries/when-due.ts';

const NOW_MS = Date.parse('2026-11-23T08:00:00Z');
const HOUR_MS = 3_600_000;

const aDelivery = (changes: Partial<Delivery> = {}): Delivery => ({
  id: 'dlv_1',
  clientId: 'cli_1',
  messageId: 'msg_1',
  staffId: 'stf_1',
  addressOf: 'staff',
  keyId: 'key',
  channel: 'email',
  state: 'queued',
  language: 'sv',
  content: 'full',
  to: new Uint8Array(),
  toName: undefined,
  attempts: [],
  notBeforeMs: undefined,
  createdAtMs: NOW_MS - STUCK_MS,
  expiresAt: NOW_MS / 1000 + 86_400,
  ...changes,
});
const sending: Attempt = { atMs: NOW_MS - STUCK_MS, outcome: 'sending' };
const retried: Attempt = { atMs: NOW_MS - 9 * HOUR_MS, outcome: 'retry', code: 'Throttling' };
const noAnswer: Attempt = { ...sending, outcome: 'unknown', code: 'NoAnswer' };
/** Ordered again, with these attempts. */
const again = (attempts: Attempt[]) => ({
  move: { to: 'queued', attempts, dueAtMs: NOW_MS + STUCK_MS },
  order: true,
  track: false,
});
/** At its end; what failed or is unknown stays due until its track has moved on. */
const over = (to: string, attempts: Attempt[]) => {
  const track = to === 'failed' || to === 'unknown';
  return { move: { to, attempts, dueAtMs: track ? NOW_MS : undefined }, order: false, track };
};
const trackAlone = { order: false, track: true };

describe('of what is due', () => {
  test.each<[string, Partial<Delivery>, object]>([
    ['a held one goes out', { state: 'held', notBeforeMs: NOW_MS }, again([])],
    ['an unclaimed one is ordered again', {}, again([])],
    ['a dead claim of an e-mail goes again', { state: 'sending', attempts: [sending] }, again([noAnswer])],
    [
      'a dead claim of an SMS is unknown',
      { state: 'sending', channel: 'sms', attempts: [retried, sending] },
      over('unknown', [retried, noAnswer]),
    ],
    [
      'the seventh dead claim of an e-mail is unknown',
      { state: 'sending', attempts: [...Array(6).fill(retried), sending] },
      over('unknown', [...Array(6).fill(retried), noAnswer]),
    ],
    [
      'an order that nobody takes for six hours has failed',
      { createdAtMs: NOW_MS - 6 * HOUR_MS - 1 },
      over('failed', [{ atMs: NOW_MS, outcome: 'failed', code: 'GaveUp' }]),
    ],
    [
      'the six hours begin with the last attempt, or the end of the quiet hours',
      { createdAtMs: 0, attempts: [retried], notBeforeMs: NOW_MS - HOUR_MS },
      again([retried]),
    ],
    ['a held one that expired is cancelled', { state: 'held', expiresAt: NOW_MS / 1000 }, over('cancelled', [])],
    ['one that expired is cancelled', { expiresAt: NOW_MS / 1000 }, over('cancelled', [])],
    ['one that has ended is left as it is', { state: 'accepted' }, over('accepted', [])],
    ['one that failed lets its track move on', { state: 'failed' }, trackAlone],
    ['one of which nobody knows lets its track move on', { state: 'unknown' }, trackAlone],
    ['an urgent one that was silent lets its track move on', { state: 'accepted', waitMinutes: 10 }, trackAlone],
    [
      'an urgent one that nobody has taken over in time is ordered again, and its track moves on',
      { waitMinutes: 1 },
      { ...again([]), track: true },
    ],
    [
      'an urgent one whose next attempt is later than its wait is not ordered before that, and its track moves on',
      { waitMinutes: 1, notBeforeMs: NOW_MS + HOUR_MS },
      { move: { to: 'queued', attempts: [], dueAtMs: NOW_MS + HOUR_MS }, order: false, track: true },
    ],
  ])('%s', (_, changes, expected) => {
    expect(whenDue(aDelivery(changes), NOW_MS)).toEqual(expected);
  });
});

const change = (image: object, eventName: StreamChange['eventName'] = 'INSERT'): StreamChange => ({
  eventName,
  sequenceNumber: '1',
  image: { kind: 'delivery', pk: 'DELIVERIES#msg_1', sk: 'dlv_1', ...image } as StreamChange['image'],
});
const ids = { clientId: 'cli_1', messageId: 'msg_1' };
const delivery = { ...ids, channel: 'sms', state: 'queued' };
const order = { channel: 'sms', order: { ...ids, deliveryId: 'dlv_1' } };

describe('a stream record', () => {
  test.each<[string, StreamChange, object]>([
    [
      'of a new queued delivery: an order and an event',
      change(delivery),
      { orders: [order], events: [{ type: 'delivery.queued', ...ids, deliveryId: 'dlv_1' }] },
    ],
    [
      'of a new held delivery: no order',
      change({ ...delivery, state: 'held' }),
      { orders: [], events: [{ type: 'delivery.held', ...ids, deliveryId: 'dlv_1' }] },
    ],
    [
      'of a delivery that moved on: an event',
      change({ ...delivery, state: 'accepted' }, 'MODIFY'),
      { orders: [], events: [{ type: 'delivery.accepted', ...ids, deliveryId: 'dlv_1' }] },
    ],
    [
      'of a delivery that is queued again: no order, the queue or the tick brings it',
      change(delivery, 'MODIFY'),
      { orders: [], events: [{ type: 'delivery.queued', ...ids, deliveryId: 'dlv_1' }] },
    ],
    [
      'of a new message',
      change({ kind: 'message', sk: 'msg_1', clientId: 'cli_1' }),
      { orders: [], events: [{ type: 'message.taken', ...ids }] },
    ],
    [
      'of a message that was marked: nothing',
      change({ kind: 'message', sk: 'msg_1', clientId: 'cli_1' }, 'MODIFY'),
      { orders: [], events: [] },
    ],
    [
      'of an erased message',
      change({ kind: 'tombstone', pk: 'ERASED#cli_1', sk: 'msg_1' }),
      { orders: [], events: [{ type: 'message.erased', ...ids }] },
    ],
    [
      'of an erased staff member: nothing',
      change({ kind: 'tombstone', pk: 'ERASED#cli_1', sk: 'stf_1' }),
      { orders: [], events: [] },
    ],
    ['of anything else: nothing', change({ kind: 'client', pk: 'CLIENTS', sk: 'cli_1' }), { orders: [], events: [] }],
  ])('%s', (_, record, expected) => {
    expect(dispatchFor(record)).toEqual(expected);
  });
});

test('of a batch those records come again of which an order or an event was not published', async () => {
  const topics: Topics = { orders: async () => [1], events: async () => [0, 3] };
  const changes = [
    change({ kind: 'message', sk: 'msg_1', clientId: 'cli_1' }),
    change(delivery),
    change({ kind: 'client' }),
    change({ ...delivery, state: 'held' }),
    change(delivery),
  ];

  // Orders are of the changes 1 and 4, events of 0, 1, 3 and 4.
  expect(await dispatchDeliveries(topics, changes)).toEqual([0, 4]);
  expect(await dispatchDeliveries({ ...topics, events: async () => [2] }, changes)).toEqual([3, 4]);
});

test('every outcome has words for people, a known code better ones', () => {
  expect(attemptWords({ atMs: 0, outcome: 'unknown' })).toEqual({
    sv: 'Okänt – kontrollera',
    en: 'Unknown – please check',
  });
  expect(attemptWords({ atMs: 0, outcome: 'failed', code: 'SmsCapReached' }).sv).toBe('Dagens gräns för SMS är nådd');
  expect(attemptWords({ atMs: 0, outcome: 'failed', code: 'Whatever' }).sv).toBe('Misslyckades');
  expect(attemptWords({ atMs: 0, outcome: 'failed', code: 'Erased' }).sv).not.toBe('Misslyckades');
});
