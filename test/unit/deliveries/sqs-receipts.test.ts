// Receipts on their way to the queue: ten a request, and none lost without a word.
import type { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, test } from 'vitest';
import type { SmsReceipt } from '#deliveries/receipts.ts';
import { sendReceipts } from '#deliveries/sqs-receipts.ts';

const QUEUE = 'https://sqs.eu-north-1.amazonaws.com/123456789012/receipts';
const receipts = (count: number): SmsReceipt[] =>
  Array.from({ length: count }, (_, n) => ({ code: 'SmsDelivered', providerId: `id-${n}`, atMs: n }));

/** @param takes how many of each batch the queue takes. */
function queueThat(takes: (size: number) => number) {
  const batches: string[][] = [];
  const client = {
    async send({ input: { Entries = [] } }: SendMessageBatchCommand) {
      batches.push(Entries.map(({ MessageBody = '' }) => MessageBody));
      return { Successful: Entries.slice(0, takes(Entries.length)) };
    },
  } as unknown as Pick<SQSClient, 'send'>;
  return { client, batches };
}

test('go ten in a request, as they are', async () => {
  const { client, batches } = queueThat((size) => size);
  const sent = receipts(23);

  await sendReceipts(QUEUE, sent, client);

  expect(batches.map(({ length }) => length)).toEqual([10, 10, 3]);
  expect(batches.flat().map((body) => JSON.parse(body))).toEqual(sent);
});

test('ask for nothing when there are none', async () => {
  const { client, batches } = queueThat((size) => size);

  await sendReceipts(QUEUE, [], client);

  expect(batches).toEqual([]);
});

test('of which one was not taken come again, all of them', async () => {
  const { client } = queueThat((size) => size - 1);

  await expect(sendReceipts(QUEUE, receipts(3), client)).rejects.toThrow('Not all receipts could be sent');
});
