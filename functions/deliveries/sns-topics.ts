// The topics on SNS: ten entries a request, ids as the body, and what the queues filter by as an attribute.
import { PublishBatchCommand, SNSClient } from '@aws-sdk/client-sns';
import type { Failed, Topics } from '#deliveries/topics.ts';

/** Orders for whoever makes indexes of people, and whoever does jobs: bodies as they are, ids only. */
interface OtherOrders {
  directories(orders: readonly object[]): Failed;
  jobs(orders: readonly object[]): Failed;
}

interface Entry {
  body: object;
  attribute: { name: string; value: string };
}

const BATCH_SIZE = 10;

async function publish(client: SNSClient, topicArn: string, entries: readonly Entry[]): Failed {
  const starts = Array.from({ length: Math.ceil(entries.length / BATCH_SIZE) }, (_, n) => n * BATCH_SIZE);
  const failed = await Promise.all(
    starts.map(async (start) => {
      const batch = entries.slice(start, start + BATCH_SIZE);
      const reply = await client.send(
        new PublishBatchCommand({
          TopicArn: topicArn,
          PublishBatchRequestEntries: batch.map(({ body, attribute }, n) => ({
            Id: String(start + n),
            Message: JSON.stringify(body),
            MessageAttributes: { [attribute.name]: { DataType: 'String', StringValue: attribute.value } },
          })),
        }),
      );
      // Whatever is not said to be out is not out.
      const out = new Set((reply.Successful ?? []).map(({ Id }) => Id));
      return batch.map((_, n) => start + n).filter((n) => !out.has(String(n)));
    }),
  );
  return failed.flat();
}

const to =
  (channel: string) =>
  (body: object): Entry => ({ body, attribute: { name: 'channel', value: channel } });

export const snsTopics = (
  ordersArn: string,
  eventsArn: string | undefined,
  client = new SNSClient({}),
): Topics & OtherOrders => ({
  orders: (orders) =>
    publish(
      client,
      ordersArn,
      orders.map(({ channel, order }) => to(channel)(order)),
    ),
  directories: (orders) => publish(client, ordersArn, orders.map(to('directory'))),
  jobs: (orders) => publish(client, ordersArn, orders.map(to('job'))),
  events: (events) =>
    eventsArn === undefined
      ? Promise.resolve([])
      : publish(
          client,
          eventsArn,
          events.map((event) => ({ body: event, attribute: { name: 'type', value: event.type } })),
        ),
});
