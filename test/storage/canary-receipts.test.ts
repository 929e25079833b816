// Receipts of canaries on the engine: only an arrival is counted, nothing is written, and nobody's delivery is taken for one.
import { beforeEach, expect, test, vi } from 'vitest';
import { noteReceipt } from '#attention/note-receipt.ts';
import { toReceipt } from '#deliveries/receipts.ts';
import { type DeliveryWorld, deliveryWorld } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { rawItems } from '#test/support/raw-items.ts';

const engine = useEngine();
const CANARY = 'cny_01M8H8J3X0Z7T5R2Q9W4E6K1BD';
let world: DeliveryWorld;
let logged: object[];

beforeEach(async () => {
  logged = [];
  for (const level of ['info', 'warn'] as const)
    vi.spyOn(console, level).mockImplementation((line) => void logged.push(JSON.parse(String(line))));
  world = await deliveryWorld(engine);
  logged = [];
});

const byMail = (event: string, more: object = {}) => ({
  event,
  message: [CANARY],
  delivery: [CANARY],
  providerId: 'provider-of-a-canary',
  at: '2026-11-23T08:00:01Z',
  ...more,
});
const bySms = (code: string, providerId = 'provider-of-a-canary') => ({ code, providerId, atMs: 1, canary: true });
const note = (body: object) => noteReceipt(world.app, toReceipt(body), 1);

test('an e-mail that arrived is counted, at no cost', async () => {
  const { tally } = await world.meter.measure(() => note(byMail('Delivery')));

  expect(logged).toEqual([{ level: 'info', event: 'canary-arrived', channel: 'email' }]);
  expect(tally.requests).toEqual({});
});

test('an SMS that arrived is counted, for one read', async () => {
  const { result, tally } = await world.meter.measure(() => note(bySms('SmsDelivered')));

  expect(result).toEqual({});
  expect(logged).toEqual([{ level: 'info', event: 'canary-arrived', channel: 'sms' }]);
  expect(tally.requests).toEqual({ BatchGetItem: 1 });
});

test.each([
  ['email', byMail('Bounce', { type: 'Permanent', subType: 'General' }), 'BouncePermanentGeneral'],
  ['email', byMail('DeliveryDelay', { type: 'MailboxFull' }), expect.any(String)],
  ['sms', bySms('SmsOtherSuccess'), 'SmsOtherSuccess'],
  ['sms', bySms('SmsInvalidNumber'), 'SmsInvalidNumber'],
])(
  'what an %s met instead is told with its code, suppresses nobody and comes to an end',
  async (channel, body, code) => {
    const before = await rawItems(world, 'records');

    const result = await note(body);

    expect(result).toEqual({});
    expect(logged).toEqual([{ level: 'warn', event: 'canary-not-arrived', channel, code }]);
    expect(await rawItems(world, 'records')).toEqual(before);
  },
);

test('an SMS to the same number about a message is a delivery, and no canary', async () => {
  const { house, sms } = world;
  await house.send(sms);
  logged = [];

  await note(bySms('SmsDelivered', `provider-${sms.order.deliveryId}`));

  expect((await world.states())[1]).toBe('delivered');
  expect(JSON.stringify(logged)).not.toContain('canary');
});

test('a receipt with an id of a canary and one of a delivery is neither', () => {
  const mixed = { ...byMail('Delivery'), delivery: [world.email.order.deliveryId] };

  expect(() => toReceipt(mixed)).toThrow();
});
