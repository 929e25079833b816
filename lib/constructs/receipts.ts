// What SES and SNS tell of deliveries afterwards: a queue of ids and codes, the function that writes them down, alarms.
import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import { MeaningfulAlarm } from '#lib/constructs/alarm.ts';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { DeadLetters } from '#lib/constructs/dead-letters.ts';
import { failureShare } from '#lib/constructs/failure-share.ts';
import { countDeliveries, countLines } from '#lib/constructs/log-lines.ts';
import type { Tables } from '#lib/constructs/table-access.ts';
import { functionFacts } from '#lib/functions.ts';
import type { Stage } from '#lib/stage.ts';

export interface ReceiptsProps {
  readonly stage: Stage;
  readonly tables: Tables;
  readonly alarmTopic: ITopic;
}

/** A day: what has not been written down by then tells nobody anything in time. */
const KEPT_DAYS = 1;
/** The function sets by itself when a receipt is brought again that is not to be found yet: three times. */
const MAX_RECEIVE_COUNT = 10;

export class Receipts extends Construct {
  readonly queue: Queue;
  /** Writes receipts down; its log tells of each. */
  readonly notes: AppFunction;

  constructor(scope: Construct, id: string, { stage, tables, alarmTopic }: ReceiptsProps) {
    super(scope, id);
    const deadLetters = new DeadLetters(this, 'DeadLetters', {
      alarmTopic,
      keptDays: KEPT_DAYS,
      meaning:
        'A receipt of SES or SNS could not be written down: a delivery shows less than is known of it, and a bounce may have been missed. Look at the log of note-receipts, and redrive within a day.',
    });
    this.queue = new Queue(this, 'Queue', {
      retentionPeriod: Duration.days(KEPT_DAYS),
      visibilityTimeout: Duration.seconds(6 * functionFacts['note-receipts'].timeoutSeconds),
      deadLetterQueue: { queue: deadLetters, maxReceiveCount: MAX_RECEIVE_COUNT },
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    this.notes = new AppFunction(this, 'note-receipts', {
      stage,
      tables,
      environment: { RECEIPTS_QUEUE_URL: this.queue.queueUrl },
    });
    this.#feed(this.notes);
    this.#watch(this.notes, { stage, tables, alarmTopic });
  }

  #feed(notes: AppFunction): void {
    notes.mayDo(
      ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ChangeMessageVisibility'],
      [this.queue.queueArn],
    );
    const mapping = new EventSourceMapping(this, 'Feed', {
      target: notes,
      eventSourceArn: this.queue.queueArn,
      batchSize: 10,
      maxConcurrency: 2,
      reportBatchItemFailures: true,
    });
    acknowledge(mapping, {
      'Serverless-LambdaEventSourceMappingDestination':
        "A queue as a source takes no failure destination: the queue's own redrive policy moves what failed to the dead letters.",
    });
  }

  #watch(notes: AppFunction, { stage, alarmTopic }: ReceiptsProps): void {
    new MeaningfulAlarm(this, 'Waiting', {
      topic: alarmTopic,
      meaning:
        'Receipts wait for more than ten minutes: deliveries show less than is known of them, and what has come back is not moved on. Look at the function note-receipts.',
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(1) }),
      threshold: Duration.minutes(10).toSeconds(),
      evaluationPeriods: 2,
    });
    const period = Duration.hours(1);
    const count = (metricName: string, state: string) =>
      countDeliveries(notes, { stage, metricName, states: [state], period });
    new MeaningfulAlarm(this, 'Returned', {
      topic: alarmTopic,
      meaning:
        'More than ten deliveries came back in an hour, and more than one in twenty: their recipients have not been told by them. Look at the codes of the event delivery in the log of note-receipts; one code on all of them is a provider or a carrier refusing us.',
      metric: failureShare({
        failed: count('returned', 'failed'),
        succeeded: count('delivered', 'delivered'),
        allowed: 10,
        period,
        label: 'Percent of the receipts that tell of a return',
      }),
      threshold: 5,
    });
    new MeaningfulAlarm(this, 'Dropped', {
      topic: alarmTopic,
      meaning:
        'Receipts of SMS belong to no delivery that is known: their senders died before they could write the id down, or something else in this account sends SMS. Look at the event receipt-dropped in the log of note-receipts.',
      metric: countLines(notes, {
        stage,
        metricName: 'receipts-dropped',
        event: 'receipt-dropped',
        period: Duration.hours(1),
      }),
      threshold: 10,
    });
  }
}
