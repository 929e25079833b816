// The one reader of a table's stream: what it is shown, how it fails without blocking, and the alarms.
import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, FilterCriteria, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { SqsDlq } from 'aws-cdk-lib/aws-lambda-event-sources';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { MeaningfulAlarm } from '#lib/constructs/alarm.ts';
import type { AppFunction } from '#lib/constructs/app-function.ts';
import { DeadLetters } from '#lib/constructs/dead-letters.ts';
import type { Kind } from '#shared/tables.ts';

export interface StreamReaderProps {
  readonly function: AppFunction;
  readonly streamArn: string;
  /** Kinds of records whose making is shown. */
  readonly inserted: readonly Kind[];
  /** Kinds of records whose change is shown. */
  readonly modified: readonly Kind[];
  readonly alarmTopic: ITopic;
}

const whenOfKind = (eventName: 'INSERT' | 'MODIFY', kinds: readonly Kind[]) =>
  FilterCriteria.filter({ eventName: [eventName], dynamodb: { NewImage: { kind: { S: [...kinds] } } } });

export class StreamReader extends Construct {
  constructor(scope: Construct, id: string, props: StreamReaderProps) {
    super(scope, id);
    const failures = new DeadLetters(this, 'Failures', {
      alarmTopic: props.alarmTopic,
      meaning:
        'Changes in the table of records could not be dispatched and were given up. Nothing is lost: the minute tick orders ' +
        'deliveries that are still queued, and tend-privacy jobs that wait; subscribers of events have missed some; who was added to a register may not be ' +
        "found until somebody of that client is changed. Look at the function's log.",
    });
    props.function.mayDo(
      ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'],
      [props.streamArn],
    );
    failures.grantSendMessages(props.function);

    // Lambda's own defaults would let one record that always fails block its shard for a day.
    new EventSourceMapping(this, 'Feed', {
      target: props.function,
      eventSourceArn: props.streamArn,
      startingPosition: StartingPosition.TRIM_HORIZON,
      batchSize: 100,
      bisectBatchOnError: true,
      reportBatchItemFailures: true,
      retryAttempts: 10,
      maxRecordAge: Duration.hours(6),
      onFailure: new SqsDlq(failures),
      filters: [whenOfKind('INSERT', props.inserted), whenOfKind('MODIFY', props.modified)],
    });

    new MeaningfulAlarm(this, 'Late', {
      topic: props.alarmTopic,
      meaning:
        'Changes in the table of records wait for more than a minute before they are dispatched: messages reach people ' +
        "late. Look at the function's errors and at what the stream's oldest record is.",
      metric: props.function.metric('IteratorAge', { statistic: 'Maximum', period: Duration.minutes(1) }),
      threshold: Duration.minutes(1).toMilliseconds(),
      evaluationPeriods: 3,
    });
  }
}
