// What cannot be sent however often it is tried: orders become tasks; what is no order lies among the dead letters, where /dev shows it.
import { PurgeQueueCommand, SendMessageCommand, SetQueueAttributesCommand, SQSClient } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type HttpWorld, made, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

const PATIENCE_MS = 20_000;

let world: HttpWorld;
let sqs: SQSClient;
let orders: string;
let deadLetters: string;

beforeAll(async () => {
  world = await openWorld({ generalInbox: { emails: ['vaxel@kvarngardet.example'] } });
  expectRecipients('vaxel@kvarngardet.example');
  const endpoint = await world.runner.addressOf('SQS, SNS, SES, S3, KMS, Cognito');
  sqs = new SQSClient({ endpoint, region: 'local', credentials: { accessKeyId: 'local', secretAccessKey: 'local' } });
  const names = (await world.runner.queues()).map(({ name }) => name);
  const urlOf = (beginning: string) => `${endpoint}/000000000000/${names.find((name) => name.startsWith(beginning))}`;
  [orders, deadLetters] = [urlOf('EmailLaneOrders'), urlOf('EmailLaneDeadLetters')];
});

const showAgainAfter = (seconds: number) =>
  sqs.send(new SetQueueAttributesCommand({ QueueUrl: orders, Attributes: { VisibilityTimeout: String(seconds) } }));
/** Lying there, or just being looked at by a function. */
async function waiting(url: string) {
  const queue = (await world.runner.queues()).find(({ name }) => url.endsWith(`/${name}`));
  return queue && queue.ready + queue.inFlight;
}

afterAll(async () => {
  await sqs.send(new PurgeQueueCommand({ QueueUrl: deadLetters }));
  sqs.destroy();
});

test('an order that nobody can carry out ends among the dead letters, and the next one goes out', async () => {
  await showAgainAfter(0);
  await sqs.send(new SendMessageCommand({ QueueUrl: orders, MessageBody: JSON.stringify({ deliveryId: 'dlv_?' }) }));
  await vi.waitFor(async () => expect(await waiting(deadLetters)).toBe(1), PATIENCE_MS);
  await showAgainAfter(180);

  const message = await made(world.take({ matter: 'Ring mig' }));
  const done = await world.untilDone(message.id);

  expect(done.deliveries).toMatchObject([{ state: 'delivered' }]);
  expect([await waiting(orders), await waiting(deadLetters)]).toEqual([0, 1]);
});

test('an order that was given up is a task for the operators, once, and no dead letter any more', async () => {
  const allDay = { from: '00:00', until: '23:59' };
  const staffId = await world.addStaff({
    name: 'Disa',
    emails: [{ address: 'disa@kvarngardet.example' }],
    delivery: { normal: [{ channels: ['email'] }], quietHours: allDay },
  });
  const message = await made(world.take({ staffId, matter: 'Ring mig' }));
  const [{ id: deliveryId }] = message.deliveries;
  const MessageBody = JSON.stringify({ clientId: world.clientId, messageId: message.id, deliveryId });
  const before = await waiting(deadLetters);

  for (let n = 0; n < 2; n++) await sqs.send(new SendMessageCommand({ QueueUrl: deadLetters, MessageBody }));
  await vi.waitFor(async () => expect(await waiting(deadLetters)).toBe(before), PATIENCE_MS);

  const { body } = await world.call('GET', `/attention?clientId=${world.clientId}&reason=deadLetter`);
  expect(body.items).toMatchObject([{ messageId: message.id, deliveryId, tried: [{ deliveryId, channel: 'email' }] }]);
  await made(world.call('DELETE', world.path(`/messages/${message.id}`)), 204);
});
