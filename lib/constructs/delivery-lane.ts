// A channel's lane: orders from the topic, a queue with dead letters, the function that sends, and the alarms.
import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { type ITopic, SubscriptionFilter } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { type IQueue, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import { MeaningfulAlarm } from '#lib/constructs/alarm.ts';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { DeadLetters } from '#lib/constructs/dead-letters.ts';
import { failureShare } from '#lib/constructs/failure-share.ts';
import { countDeliveries } from '#lib/constructs/log-lines.ts';
import type { Tables } from '#lib/constructs/table-access.ts';
import { type FunctionName, functionFacts } from '#lib/functions.ts';
import type { Stage } from '#lib/stage.ts';

/** What every lane gets. */
export interface LaneProps {
  readonly stage: Stage;
  readonly tables: Tables;
  readonly orders: ITopic;
  /** Where what the provider tells afterwards goes. */
  readonly receipts: IQueue;
  readonly alarmTopic: ITopic;
}

export interface DeliveryLaneProps extends LaneProps {
  readonly functionName: FunctionName;
  /** The value of the orders' attribute `channel`. */
  readonly channel: string;
  readonly environment: Readonly<Record<string, string>>;
  /** The environment variable that tells the function its queue. */
  readonly queueUrlVariable: string;
  readonly batchSize: number;
  /** How many orders' batches are worked on at once, at least 2: the brake towards the provider's rate. */
  readonly maxConcurrency: number;
  /** What it means that an order was given up. */
  readonly deadLettersMean: string;
  /** What it means that an order has waited for ten minutes. */
  readonly waitingMeans: string;
  /** What it means that deliveries end as failed or unknown. */
  readonly failingMeans: string;
  /** What it means that deliveries are tried again and again. */
  readonly puttingOffMeans: string;
}

/** Senders set an order's visibility by themselves (5 s, 15 s, 60 s, ...): this is how often they may. */
const MAX_RECEIVE_COUNT = 10;

export class DeliveryLane extends Construct {
  readonly function: AppFunction;
  readonly queue: Queue;
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: DeliveryLaneProps) {
    super(scope, id);
    this.deadLetters = new DeadLetters(this, 'DeadLetters', {
      alarmTopic: props.alarmTopic,
      meaning: props.deadLettersMean,
      takenOutBy: 'note-dead-letters',
    });
    const { deadLetters } = this;
    this.queue = new Queue(this, 'Orders', {
      visibilityTimeout: Duration.seconds(6 * functionFacts[props.functionName].timeoutSeconds),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: MAX_RECEIVE_COUNT },
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    props.orders.addSubscription(
      new SqsSubscription(this.queue, {
        rawMessageDelivery: true,
        filterPolicy: { channel: SubscriptionFilter.stringFilter({ allowlist: [props.channel] }) },
        deadLetterQueue: deadLetters,
      }),
    );

    const { stage, tables, environment, queueUrlVariable } = props;
    this.function = new AppFunction(this, props.functionName, {
      stage,
      tables,
      environment: { ...environment, [queueUrlVariable]: this.queue.queueUrl },
    });
    this.#feed(props);

    new MeaningfulAlarm(this, 'Waiting', {
      topic: props.alarmTopic,
      meaning: props.waitingMeans,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) }),
      threshold: Duration.minutes(10).toSeconds(),
      evaluationPeriods: 2,
    });
    this.#watchOutcomes(props);
  }

  /** A function that writes down each refusal succeeds: its errors, its queue and its dead letters show nothing. */
  #watchOutcomes({ stage, alarmTopic, channel, failingMeans, puttingOffMeans }: DeliveryLaneProps): void {
    const period = Duration.hours(1);
    const count = (name: string, states: readonly string[]) =>
      countDeliveries(this.function, { stage, metricName: `${channel}-${name}`, states, period });
    new MeaningfulAlarm(this, 'Failing', {
      topic: alarmTopic,
      meaning: failingMeans,
      metric: failureShare({
        failed: count('failed', ['failed', 'unknown']),
        succeeded: count('accepted', ['accepted']),
        allowed: 3,
        period,
        label: 'Percent that ended as failed or unknown',
      }),
      threshold: 5,
    });
    new MeaningfulAlarm(this, 'PuttingOff', {
      topic: alarmTopic,
      meaning: puttingOffMeans,
      metric: countDeliveries(this.function, {
        stage,
        metricName: `${channel}-put-off`,
        states: ['queued'],
        period: Duration.minutes(15),
      }),
      threshold: 10,
    });
  }

  #feed({ batchSize, maxConcurrency }: DeliveryLaneProps): void {
    this.function.mayDo(
      ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'],
      [this.queue.queueArn],
    );
    const mapping = new EventSourceMapping(this, 'Feed', {
      target: this.function,
      eventSourceArn: this.queue.queueArn,
      batchSize,
      maxConcurrency,
      reportBatchItemFailures: true,
    });
    acknowledge(mapping, {
      'Serverless-LambdaEventSourceMappingDestination':
        "A queue as a source takes no failure destination: the queue's own redrive policy moves what failed to the dead letters.",
    });
  }
}
