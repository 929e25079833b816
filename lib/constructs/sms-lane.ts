// The lane of SMS: what may be sent where, the right to publish to telephones, the logs of SNS and its
// receipts in them, and what its alarms mean.
import { Duration, Stack } from 'aws-cdk-lib';
import { Metric, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Effect, Policy, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import { MeaningfulAlarm } from '#lib/constructs/alarm.ts';
import type { DeadLetters } from '#lib/constructs/dead-letters.ts';
import { DeliveryLane, type LaneProps } from '#lib/constructs/delivery-lane.ts';
import { SmsLogs } from '#lib/constructs/sms-logs.ts';
import { SmsReceipts } from '#lib/constructs/sms-receipts.ts';
import { portalUrl } from '#lib/stage.ts';

export class SmsLane extends Construct {
  /** To publish to telephones, and to nothing else. */
  readonly rights: Policy;

  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: LaneProps) {
    super(scope, id);
    const { stage } = props;
    const lane = new DeliveryLane(this, 'Lane', {
      ...props,
      functionName: 'send-sms',
      channel: 'sms',
      queueUrlVariable: 'SMS_QUEUE_URL',
      batchSize: 5,
      maxConcurrency: 4,
      environment: {
        SMS_SENDER_ID: stage.smsSenderId,
        SMS_COUNTRIES: stage.smsCountries.join(' '),
        SMS_CAP_PER_CLIENT_AND_DAY: String(stage.smsCapPerClientAndDay),
        PORTAL_URL: portalUrl(stage),
      },
      deadLettersMean:
        'An SMS about a message was given up by its queue after many attempts: send-sms fails. There is a task for it, and the tick tries on: find the delivery by the event dead-letter in the log of note-dead-letters. While the alarm stays on something lies there that is no order, or note-dead-letters fails too.',
      waitingMeans: 'SMS wait for more than ten minutes. Look at the sending function and at the state of SNS.',
      failingMeans:
        'More than three SMS in an hour, and more than one in twenty, end as failed or unknown: their recipients may not have been told, though the next step of each is tried. Look at the codes of the event delivery in the log of send-sms: SmsCapReached and CountryNotAllowed are limits of the stage, others are answers of SNS.',
      puttingOffMeans:
        "SMS are put off again and again: they reach people late, and fail after 80 minutes. Look at the codes of the event delivery in the log of send-sms: SNS's rate, or a right.",
    });
    this.deadLetters = lane.deadLetters;
    const logs = new SmsLogs(this, 'Logs', { keep: stage.keepData });
    lane.function.node.addDependency(logs);
    new SmsReceipts(this, 'Receipts', {
      stage,
      logs: logs.groups,
      queue: props.receipts,
      alarmTopic: props.alarmTopic,
    });
    this.#watchSpending(props);

    this.rights = new Policy(this, 'PublishToTelephones', {
      roles: [lane.function.ownRole],
      statements: [
        new PolicyStatement({ actions: ['sns:Publish'], resources: ['*'] }),
        new PolicyStatement({
          effect: Effect.DENY,
          actions: ['sns:Publish'],
          resources: [`arn:${Stack.of(this).partition}:sns:*:*:*`],
        }),
      ],
    });
    acknowledge(this.rights, {
      'AwsSolutions-IAM5[Resource::*]':
        'A telephone number has no ARN, so that sns:Publish to one can only be allowed on all resources; every topic is denied in the next statement. Countries and a daily cap for each client are checked by the function.',
    });
  }

  /** Above its limit SNS still takes an SMS and drops it: nothing else in here would notice. */
  #watchSpending({ stage, alarmTopic }: LaneProps): void {
    new MeaningfulAlarm(this, 'Spending', {
      topic: alarmTopic,
      meaning: `SMS of this month have cost more than ${stage.smsSpendAlarmUsd} USD. At its spend limit SNS accepts SMS and sends none, without an error: have the limit raised now, and smsSpendAlarmUsd with it.`,
      metric: new Metric({
        namespace: 'AWS/SNS',
        metricName: 'SMSMonthToDateSpentUSD',
        statistic: 'Maximum',
        period: Duration.minutes(15),
      }),
      threshold: stage.smsSpendAlarmUsd,
      // There is a value only while SMS are sent, and it falls at the turn of the month only.
      treatMissingData: TreatMissingData.IGNORE,
    });
  }
}
