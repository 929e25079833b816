// The lane of jobs: orders from the topic, a queue, the function that does one at a time as long as Lambda lets it, and alarms.
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
import type { Handouts } from '#lib/constructs/handouts.ts';
import { countLines } from '#lib/constructs/log-lines.ts';
import type { Tables } from '#lib/constructs/table-access.ts';
import { functionFacts } from '#lib/functions.ts';
import { portalUrl, type Stage } from '#lib/stage.ts';

export interface JobLaneProps {
  readonly stage: Stage;
  readonly tables: Tables;
  readonly handouts: Handouts;
  readonly orders: ITopic;
  readonly alarmTopic: ITopic;
}

/** An order comes back after each run of a long job, too: it is the row of the job that says when enough is enough. */
const MAX_RECEIVE_COUNT = 100;
/** So that a run that died is over when its order comes again: as long as a run, and the grace of its lease. */
const VISIBLE_AGAIN_SECONDS = functionFacts['work-jobs'].timeoutSeconds + 60;
const AT_ONCE = 5;

export class JobLane extends Construct {
  /** The function that does them: more rights are given to it by whoever has work for it. */
  readonly worker: AppFunction;

  constructor(scope: Construct, id: string, { stage, tables, handouts, orders, alarmTopic }: JobLaneProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', {
      alarmTopic,
      meaning:
        'An order for a job was given up after many attempts: a report, an export, an erasure or a letter is not being made. Its row still stands and is ordered again within half an hour. Look at order-failed in the log of work-jobs; redriving an order is always safe.',
    });
    const queue = new Queue(this, 'Orders', {
      visibilityTimeout: Duration.seconds(VISIBLE_AGAIN_SECONDS),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: MAX_RECEIVE_COUNT },
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    orders.addSubscription(
      new SqsSubscription(queue, {
        rawMessageDelivery: true,
        filterPolicy: { channel: SubscriptionFilter.stringFilter({ allowlist: ['job'] }) },
        deadLetterQueue: deadLetters,
      }),
    );
    this.worker = new AppFunction(this, 'work-jobs', {
      stage,
      tables,
      // Letters say where one signs in.
      environment: { JOB_QUEUE_URL: queue.queueUrl, PORTAL_URL: portalUrl(stage) },
    });
    handouts.mayFill(this.worker);
    this.#feed(queue);
    this.#watch(stage, queue, alarmTopic);
  }

  #feed(queue: Queue): void {
    this.worker.mayDo(
      ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'],
      [queue.queueArn],
    );
    const mapping = new EventSourceMapping(this, 'Feed', {
      target: this.worker,
      eventSourceArn: queue.queueArn,
      batchSize: 1,
      maxConcurrency: AT_ONCE,
      reportBatchItemFailures: true,
    });
    acknowledge(mapping, {
      'Serverless-LambdaEventSourceMappingDestination':
        "A queue as a source takes no failure destination: the queue's own redrive policy moves what failed to the dead letters.",
    });
  }

  #watch(stage: Stage, queue: Queue, alarmTopic: ITopic): void {
    new MeaningfulAlarm(this, 'Failed', {
      topic: alarmTopic,
      meaning:
        'A job was given up after five runs in which it did not come on: somebody waits for a report, an export, an erasure or a letter that does not come. Look at job-run-failed in the log of work-jobs, which says what went wrong; when that is mended, whoever asked asks again.',
      metric: countLines(this.worker, {
        stage,
        metricName: 'job-failed',
        event: 'job-failed',
        period: Duration.minutes(5),
      }),
      threshold: 0,
    });
    new MeaningfulAlarm(this, 'Waiting', {
      topic: alarmTopic,
      meaning:
        'An order for a job has been in its queue for more than three hours. A very large client takes so long; else look at what the throttles and errors of work-jobs say.',
      metric: queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5) }),
      threshold: Duration.hours(3).toSeconds(),
      evaluationPeriods: 2,
    });
  }
}
