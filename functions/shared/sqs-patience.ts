// The patience of an SQS queue: how long a message stays hidden is what its receiver may set.
import { ChangeMessageVisibilityCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { QueuePatience } from '#shared/queue-batch.ts';

export const sqsPatience = (queueUrl: string, client = new SQSClient({})): QueuePatience => ({
  async bringAgain(receiptHandle, afterSeconds) {
    const input = { QueueUrl: queueUrl, ReceiptHandle: receiptHandle, VisibilityTimeout: afterSeconds };
    await client.send(new ChangeMessageVisibilityCommand(input));
  },
});
