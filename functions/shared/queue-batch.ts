// A batch of a queue: each message on its own; what failed or is to come again is named, the rest is done.
import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import { log } from '#shared/log.ts';

/** What is to become of a message: done, or to be brought again after a while. */
export interface QueueResult {
  againAfterSeconds?: number;
}

export interface QueuePatience {
  /** Sets when a message is brought again. */
  bringAgain(receiptHandle: string, afterSeconds: number): Promise<void>;
}

/** Runs `work` for each message at once. A message whose work throws comes back in the queue's own time. */
export async function eachMessage(
  event: SQSEvent,
  patience: QueuePatience,
  work: (body: unknown, timesReceived: number) => Promise<QueueResult>,
): Promise<SQSBatchResponse> {
  const one = async (record: SQSRecord): Promise<boolean> => {
    try {
      const { againAfterSeconds } = await work(
        JSON.parse(record.body),
        Number(record.attributes.ApproximateReceiveCount),
      );
      if (againAfterSeconds === undefined) return true;
      await patience.bringAgain(record.receiptHandle, againAfterSeconds);
    } catch (error) {
      log.error('order-failed', error, { requestId: record.messageId });
    }
    return false;
  };
  const done = await Promise.all(event.Records.map(one));
  const failed = event.Records.filter((_, n) => !done[n]);
  return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
}
