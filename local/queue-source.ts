// A queue as an event source: batches go to the function, what it took is deleted, the rest shows again in its time.
import type { QueueMapping } from '#local/mappings.ts';
import type { Queues } from '#local/queues.ts';
import type { Source } from '#local/stream-source.ts';

type Received = ReturnType<ReturnType<Queues['byArn']>['dequeue']>[number];

/** SQS hands out ten at a time. */
const MOST_RECEIVED = 10;
export const MOST_POLLERS = 2;
const LONG_POLL_SECONDS = 20;

export function openQueueSource(mapping: QueueMapping, queues: Queues, region: string): Source {
  const queue = queues.byArn(mapping.queueArn);
  let stopped = false;

  function receive(): Received[] {
    const received: Received[] = [];
    while (received.length < mapping.batchSize) {
      const wanted = Math.min(MOST_RECEIVED, mapping.batchSize - received.length);
      const some = queue.dequeue(wanted, undefined, (arn) => queues.byArn(arn));
      received.push(...some);
      if (some.length < wanted) break;
    }
    return received;
  }

  async function poll(): Promise<void> {
    while (!stopped) {
      const received = receive();
      if (received.length === 0) {
        await queue.waitForMessages(LONG_POLL_SECONDS);
        continue;
      }
      let answer: unknown;
      try {
        answer = await mapping.function.invoke({ Records: received.map(recordOf) });
      } catch {
        // The function's log has what happened; the messages show again when their visibility ends.
        continue;
      }
      for (const message of taken(received, answer)) queue.deleteMessage(message.ReceiptHandle);
    }
  }

  function taken(received: readonly Received[], answer: unknown): readonly Received[] {
    if (!mapping.reportsItemFailures) return received;
    const failures = (answer as { batchItemFailures?: { itemIdentifier?: string }[] } | null)?.batchItemFailures ?? [];
    const failed = new Set(failures.map(({ itemIdentifier }) => itemIdentifier));
    const known = new Set(received.map(({ MessageId }) => MessageId));
    // An answer that names a message outside the batch counts as a failure of all of it.
    if ([...failed].some((id) => id === undefined || !known.has(id))) return [];
    return received.filter(({ MessageId }) => !failed.has(MessageId));
  }

  function recordOf(message: Received): object {
    const kept = queue.inflightMessages.get(message.ReceiptHandle)?.message;
    return {
      messageId: message.MessageId,
      receiptHandle: message.ReceiptHandle,
      body: message.Body,
      attributes: {
        ApproximateReceiveCount: String(kept?.approximateReceiveCount ?? 1),
        SentTimestamp: String(kept?.sentTimestamp ?? ''),
        SenderId: 'local',
        ApproximateFirstReceiveTimestamp: String(kept?.approximateFirstReceiveTimestamp ?? ''),
      },
      messageAttributes: Object.fromEntries(
        Object.entries(message.MessageAttributes ?? {}).map(([name, { DataType, StringValue, BinaryValue }]) => [
          name,
          {
            dataType: DataType,
            stringValue: StringValue,
            binaryValue: BinaryValue,
            stringListValues: [],
            binaryListValues: [],
          },
        ]),
      ),
      md5OfBody: message.MD5OfBody,
      eventSource: 'aws:sqs',
      eventSourceARN: mapping.queueArn,
      awsRegion: region,
    };
  }

  const pollers = Array.from({ length: Math.min(MOST_POLLERS, mapping.mostConcurrent) }, poll);
  return {
    wake: () => undefined,
    async stop() {
      stopped = true;
      queue.cancelWaiters();
      await Promise.all(pollers);
    },
  };
}
