// The one reader of the stream: orders to the senders, to whoever makes indexes of people and does jobs, events to whoever listens.
import type { DynamoDBStreamEvent } from 'aws-lambda';
import { dispatchDeliveries, type StreamChange } from '#deliveries/dispatch-deliveries.ts';
import { snsTopics } from '#deliveries/sns-topics.ts';
import type { Topics } from '#deliveries/topics.ts';
import { type DirectoryTopic, orderDirectories } from '#desk/order-directories.ts';
import { type JobTopic, orderJobs } from '#jobs/order-jobs.ts';
import { systemClock } from '#shared/clock.ts';
import { readEnv } from '#shared/env.ts';
import { streamFailures, streamRecords } from '#shared/stream-batch.ts';

type AllTopics = Topics & DirectoryTopic & JobTopic;

let topics: AllTopics | undefined;

function start(): AllTopics {
  const env = readEnv(['ORDERS_TOPIC_ARN', 'EVENTS_TOPIC_ARN']);
  return snsTopics(env.ORDERS_TOPIC_ARN, env.EVENTS_TOPIC_ARN);
}

export const handler = async (event: DynamoDBStreamEvent) => {
  topics ??= start();
  const changes = streamRecords<StreamChange['image']>(event);
  const failed = await Promise.all([
    dispatchDeliveries(topics, changes),
    orderDirectories({ topic: topics, clock: systemClock }, changes),
    orderJobs(topics, changes),
  ]);
  return streamFailures(failed.flat().flatMap((position) => changes[position]?.sequenceNumber ?? []));
};
