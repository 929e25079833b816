// A batch of the Records stream: which records failed, told one by one, so that the others are not sent again.
import { unmarshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda';

export interface StreamRecord {
  eventName: 'INSERT' | 'MODIFY' | 'REMOVE';
  sequenceNumber: string;
  image: Record<string, unknown>;
}

/** Records that have a new image, opened; REMOVE has none. */
export const streamRecords = (event: DynamoDBStreamEvent): StreamRecord[] =>
  event.Records.flatMap(({ eventName, dynamodb }) => {
    if (!eventName || !dynamodb?.NewImage || !dynamodb.SequenceNumber) return [];
    const image = unmarshall(dynamodb.NewImage as Parameters<typeof unmarshall>[0]);
    return [{ eventName, sequenceNumber: dynamodb.SequenceNumber, image }];
  });

export const streamFailures = (sequenceNumbers: readonly string[]): DynamoDBBatchResponse => ({
  batchItemFailures: sequenceNumbers.map((itemIdentifier) => ({ itemIdentifier })),
});
