// What cannot be sent however often it is tried: it goes to the dead letters, where /dev shows it.
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
const waiting = async (url: string) =>
  (await world.runner.queues()).find(({ name }) => url.endsWith(`/${name}`))?.ready;

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
