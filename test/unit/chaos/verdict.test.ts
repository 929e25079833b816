// The verdict of the chaos sees what breaks a promise: each in its line, and in no other.
import { expect, test } from 'vitest';
import type { Sent } from '#local/outbox.ts';
import type { Posted } from '#test/chaos/load.ts';
import { linesOf } from '#test/chaos/verdict.ts';
import type { Json } from '#test/support/http-world.ts';

const canary = 'kanarie-000001';
const number = '+46701740610';
const posted: Posted = { clientId: 'cli_1', canary, messageId: 'msg_1', amendment: null };
const aDelivery = (changes: object = {}): Json => ({
  id: 'dlv_1',
  channel: 'sms',
  state: 'delivered',
  address: number,
  step: 1,
  ...changes,
});
const aMessage = (deliveries: Json[] = [aDelivery()], id = 'msg_1'): Json => ({ id, matter: canary, deliveries });
const anSms = (changes: Partial<Sent> = {}): Sent => ({
  channel: 'sms',
  to: number,
  text: `10.42 Från: ... ${canary}`,
  at: '',
  ...changes,
});

/** What broke, by line. */
function brokenIn({
  messages = [aMessage()],
  tasks = [] as Json[],
  sent = [anSms()],
  amendment = null as Posted['amendment'],
}): Record<string, readonly string[]> {
  const lines = linesOf([{ ...posted, amendment }], { messages, tasks, sent });
  return Object.fromEntries(lines.flatMap(({ what, faults = [] }) => (faults.length > 0 ? [[what, faults]] : [])));
}

const failed = aMessage([aDelivery({ state: 'failed' })]);

test.for([
  ['a message that is delivered', {}],
  [
    'an accepted e-mail that was sent twice',
    {
      messages: [aMessage([aDelivery({ channel: 'email', address: 'disa@kvarngardet.example', state: 'accepted' })])],
      sent: [1, 2].map(() => anSms({ channel: 'email', to: 'disa@kvarngardet.example' })),
    },
  ],
  ['a failed one with a task', { messages: [failed], tasks: [{ messageId: 'msg_1' }], sent: [] }],
  [
    'two deliveries to one number, and two SMS',
    {
      messages: [aMessage([aDelivery(), aDelivery({ id: 'dlv_2', step: 2 })])],
      sent: [anSms(), anSms()],
    },
  ],
  [
    'an old text with a correction after it',
    {
      amendment: 'correction',
      messages: [aMessage([aDelivery(), aDelivery({ id: 'dlv_2', state: 'failed', correction: true })])],
      tasks: [{ messageId: 'msg_1', reason: 'notDelivered' }],
    },
  ],
] as const)('%s breaks nothing', ([, given]) => {
  const broken = brokenIn(given as Parameters<typeof brokenIn>[0]);

  expect(broken).toEqual({});
});

test('who was sent an old text that came back by a receipt needs no correction of it', () => {
  const attempts = [{ outcome: 'returned' }];
  const tasks = [{ messageId: 'msg_1', reason: 'notDelivered' }];

  const broken = brokenIn({
    amendment: 'correction',
    messages: [aMessage([aDelivery({ state: 'failed', attempts })])],
    tasks,
  });

  expect(broken).toEqual({});
});

test.for([
  ['Answered 201, and lost', { messages: [] }],
  ['Made twice by one Idempotency-Key', { messages: [aMessage(), aMessage([], 'msg_2')] }],
  ['Told as sent, and never handed over', { sent: [] }],
  ['Told as sent, and never handed over', { sent: [anSms({ to: '+46701740699', text: 'kanarie-000002' })] }],
  ['SMS requests per delivery, at most', { sent: [anSms(), anSms()] }],
  ['SMS requests per delivery, at most', { sent: [anSms(), anSms({ to: '+46701740699' })] }],
  ['Planned twice for one address', { messages: [aMessage([aDelivery(), aDelivery({ id: 'dlv_2' })])] }],
  ['Two tasks for one track', { tasks: [1, 2].map(() => ({ messageId: 'msg_1', reason: 'notDelivered' })) }],
  ['Old text, and no correction after it', { amendment: 'correction' }],
  ['Taken back, and no task asks why', { amendment: 'redirection' }],
  ['Reached nobody, and stand on no list', { messages: [failed], sent: [] }],
  [
    'Reached nobody, and stand on no list',
    {
      amendment: 'redirection',
      messages: [aMessage([aDelivery({ withdrawn: true })])],
      tasks: [{ messageId: 'msg_1', reason: 'misdirected' }],
    },
  ],
  ['Reached nobody, and stand on no list', { messages: [failed], tasks: [{ messageId: 'msg_2' }], sent: [] }],
] as const)('%s: is seen, and nothing else', ([what, given]) => {
  const broken = brokenIn(given as unknown as Parameters<typeof brokenIn>[0]);

  expect(Object.keys(broken)).toEqual([what]);
});

test('what is on its way is not at rest, and has reached nobody', () => {
  const broken = brokenIn({ messages: [aMessage([aDelivery({ state: 'queued' })])], sent: [] });

  expect(Object.keys(broken)).toEqual(['Still on its way', 'Reached nobody, and stand on no list']);
});
