// A batch of the Records stream: its records opened, and those that failed. Lambda sends all from the first of them on again.
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';

interface StreamRecord<Image> {
  eventName: 'INSERT' | 'MODIFY';
  sequenceNumber: string;
  image: Image;
}

/** What came and what changed, with the new image, of which the reader knows what it is; what is gone has none. */
export const streamRecords = <Image>(event: DynamoDBStreamEvent): StreamRecord<Image>[] =>
  event.Records.flatMap(({ eventName, dynamodb }) => {
    if (!eventName || eventName === 'REMOVE' || !dynamodb?.NewImage || !dynamodb.SequenceNumber) return [];
    const image = unmarshall(dynamodb.NewImage as Parameters<typeof unmarshall>[0]) as Image;
    return [{ eventName, sequenceNumber: dynamodb.SequenceNumber, image }];
  });

export const streamFailures = (sequenceNumbers: readonly string[]): DynamoDBBatchResponse => ({
  batchItemFailures: sequenceNumbers.map((itemIdentifier) => ({ itemIdentifier })),
});
