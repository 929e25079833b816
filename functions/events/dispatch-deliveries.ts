// The one reader of the stream: orders to the senders, events to whoever listens.
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { dispatchDeliveries, type StreamChange } from '#deliveries/dispatch-deliveries.ts';
import { snsTopics } from '#deliveries/sns-topics.ts';
import type { Topics } from '#deliveries/topics.ts';
import { readEnv } from '#shared/env.ts';
import { streamFailures, streamRecords } from '#shared/stream-batch.ts';

let topics: Topics | undefined;

function start(): Topics {
  const env = readEnv(['ORDERS_TOPIC_ARN', 'EVENTS_TOPIC_ARN']);
  return snsTopics(env.ORDERS_TOPIC_ARN, env.EVENTS_TOPIC_ARN);
}

export const handler = async (event: DynamoDBStreamEvent) => {
  topics ??= start();
  const changes = streamRecords<StreamChange['image']>(event);
  const failed = await dispatchDeliveries(topics, changes);
  return streamFailures(failed.flatMap((position) => changes[position]?.sequenceNumber ?? []));
};
