// The clock of the privacy desk: every quarter of an hour whatever of it has a date is looked after.
import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { DeadLetters } from '#lib/constructs/dead-letters.ts';
import type { Handouts } from '#lib/constructs/handouts.ts';
import { Schedule } from '#lib/constructs/schedule.ts';
import type { Tables } from '#lib/constructs/table-access.ts';
import type { Stage } from '#lib/stage.ts';

export interface PrivacyTenderProps {
  readonly stage: Stage;
  readonly tables: Tables;
  readonly handouts: Handouts;
  readonly ordersTopic: ITopic;
  readonly alarmTopic: ITopic;
}

export class PrivacyTender extends Construct {
  /** The function: more rights are given to it by whoever has something to be tended. */
  readonly tender: AppFunction;

  constructor(scope: Construct, id: string, props: PrivacyTenderProps) {
    super(scope, id);
    const { stage, tables, handouts, ordersTopic, alarmTopic } = props;
    const deadLetters = new DeadLetters(this, 'DeadLetters', {
      alarmTopic,
      meaning:
        'A run of tend-privacy was lost or failed. The next one looks at the same things; if that fails too, look at its log, which names by ids what could not be looked after.',
    });
    this.tender = new AppFunction(this, 'tend-privacy', {
      stage,
      tables,
      environment: { ORDERS_TOPIC_ARN: ordersTopic.topicArn },
      deadLetterQueue: deadLetters,
    });
    this.tender.mayDo(['sns:Publish'], [ordersTopic.topicArn]);
    handouts.mayEnd(this.tender);
    new Schedule(this, 'EveryQuarter', {
      function: this.tender,
      deadLetters,
      alarmTopic,
      description: 'Files, jobs, requests, agreements and clients with a date are looked after',
      everyMinutes: 15,
      silence: Duration.hours(1),
      stoppedMeans:
        'Nothing has looked after the dates of the privacy desk for an hour: files whose time is over cannot be fetched, but their keys still lie there; nobody is reminded of a request, an agreement or the end of a client. Look at the schedule, and run tend-privacy by hand.',
      mostErrors: 2,
      failingMeans:
        'The clock of the privacy desk fails again and again: some file, job, request, agreement or client with a date is not looked after. Look at the log of tend-privacy, which names by ids what could not be.',
    });
  }
}
