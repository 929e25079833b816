// The queue of receipts on SQS: ten a request.
import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SmsReceipt } from '#deliveries/receipts.ts';

const BATCH_SIZE = 10;

/** @throws Error where any could not be sent: all come again then, and harm nobody. */
export async function sendReceipts(
  queueUrl: string,
  receipts: readonly SmsReceipt[],
  client: Pick<SQSClient, 'send'>,
): Promise<void> {
  for (let start = 0; start < receipts.length; start += BATCH_SIZE) {
    const batch = receipts.slice(start, start + BATCH_SIZE);
    const Entries = batch.map((receipt, n) => ({ Id: String(n), MessageBody: JSON.stringify(receipt) }));
    const { Successful = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    if (Successful.length < batch.length) throw new Error('Not all receipts could be sent');
  }
}

export const sqsClient = () => new SQSClient({});
