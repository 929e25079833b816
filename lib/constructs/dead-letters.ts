// A queue for what could not be done, kept for 14 days or less, with an alarm as soon as something lies in it.
import { Duration } from 'aws-cdk-lib';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import { MeaningfulAlarm } from '#lib/constructs/alarm.ts';

export interface DeadLettersProps {
  readonly alarmTopic: ITopic;
  /** What it means that something lies here. */
  readonly meaning: string;
  /** Default: 14. */
  readonly keptDays?: number;
}

export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string, { alarmTopic, meaning, keptDays = 14 }: DeadLettersProps) {
    super(scope, id, {
      retentionPeriod: Duration.days(keptDays),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
    acknowledge(this, {
      'AwsSolutions-SQS3':
        'Holds dead letters itself: of a queue, a stream, a schedule or a rule, not all of which the check knows of.',
      'Serverless-SQSRedrivePolicy': `This is the end of the line: an alarm tells as soon as one entry lies here, and it stays for ${keptDays} days.`,
    });
    new MeaningfulAlarm(this, 'Alarm', {
      topic: alarmTopic,
      meaning,
      metric: this.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(1), statistic: 'Maximum' }),
      threshold: 0,
    });
  }
}
