// The lane of the indexes of people: orders from the topic, a queue that waits a little, the function that makes them, and alarms.
import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { type ITopic, SubscriptionFilter } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import { MeaningfulAlarm } from '#lib/constructs/alarm.ts';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { DeadLetters } from '#lib/constructs/dead-letters.ts';
import type { Tables } from '#lib/constructs/table-access.ts';
import { functionFacts } from '#lib/functions.ts';
import type { Stage } from '#lib/stage.ts';

export interface DirectoryLaneProps {
  readonly stage: Stage;
  readonly tables: Tables;
  readonly orders: ITopic;
  readonly alarmTopic: ITopic;
}

/** Whoever edits one person edits the next: an index that is made a little later has both. */
const DELAY_SECONDS = 3;
/** One that rests between two builds of a large register is received twice for each. */
const MAX_RECEIVE_COUNT = 10;

export class DirectoryLane extends Construct {
  constructor(scope: Construct, id: string, { stage, tables, orders, alarmTopic }: DirectoryLaneProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', {
      alarmTopic,
      meaning:
        "An index of a client's people could not be made anew after many attempts: who was added is not found, and what was taken out of a person's record still lies in the index, sealed. Nobody who was erased is shown. Look at order-failed in the log of rebuild-directory; redriving an order is always safe.",
    });
    const queue = new Queue(this, 'Orders', {
      deliveryDelay: Duration.seconds(DELAY_SECONDS),
      visibilityTimeout: Duration.seconds(6 * functionFacts['rebuild-directory'].timeoutSeconds),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: MAX_RECEIVE_COUNT },
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    orders.addSubscription(
      new SqsSubscription(queue, {
        rawMessageDelivery: true,
        filterPolicy: { channel: SubscriptionFilter.stringFilter({ allowlist: ['directory'] }) },
        deadLetterQueue: deadLetters,
      }),
    );
    const rebuild = new AppFunction(this, 'rebuild-directory', {
      stage,
      tables,
      environment: { DIRECTORY_QUEUE_URL: queue.queueUrl },
    });
    this.#feed(rebuild, queue);

    new MeaningfulAlarm(this, 'Waiting', {
      topic: alarmTopic,
      meaning:
        'Indexes of people have waited for more than ten minutes to be made anew: who was added is not found yet. Look at the errors of rebuild-directory, and at what its throttles say.',
      metric: queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) }),
      threshold: Duration.minutes(10).toSeconds(),
      evaluationPeriods: 2,
    });
  }

  #feed(rebuild: AppFunction, queue: Queue): void {
    rebuild.mayDo(
      ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'],
      [queue.queueArn],
    );
    const mapping = new EventSourceMapping(this, 'Feed', {
      target: rebuild,
      eventSourceArn: queue.queueArn,
      batchSize: 10,
      maxConcurrency: 2,
      reportBatchItemFailures: true,
    });
    acknowledge(mapping, {
      'Serverless-LambdaEventSourceMappingDestination':
        "A queue as a source takes no failure destination: the queue's own redrive policy moves what failed to the dead letters.",
    });
  }
}
