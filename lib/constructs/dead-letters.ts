// A queue for what could not be done, kept for 14 days or less, with an alarm as soon as something lies in it.
import { Duration } from 'aws-cdk-lib';
import { MathExpression, type Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import { MeaningfulAlarm } from '#lib/constructs/alarm.ts';
import { type FunctionName, functionFacts } from '#lib/functions.ts';

export interface DeadLettersProps {
  readonly alarmTopic: ITopic;
  /** What it means that something lies here. */
  readonly meaning: string;
  /** Default: 14. */
  readonly keptDays?: number;
  /** The function that takes out what lies here; without, an engineer does. */
  readonly takenOutBy?: FunctionName;
}

export class DeadLetters extends Queue {
  constructor(scope: Construct, id: string, { alarmTopic, meaning, keptDays = 14, takenOutBy }: DeadLettersProps) {
    super(scope, id, {
      retentionPeriod: Duration.days(keptDays),
      ...(takenOutBy && { visibilityTimeout: Duration.seconds(6 * functionFacts[takenOutBy].timeoutSeconds) }),
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
      metric: takenOutBy ? this.#lyingOrTaken() : this.#lying(Duration.minutes(1)),
      threshold: 0,
    });
  }

  #lying(period: Duration): Metric {
    return this.metricApproximateNumberOfMessagesVisible({ period, statistic: 'Maximum' });
  }

  /**
   * What a function takes out at once is not seen lying there. SQS does not count what it moves here as sent, but does count
   * what is received: once for what becomes a task, again and again for what nobody can do anything with.
   * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-available-cloudwatch-metrics.html
   */
  #lyingOrTaken(): MathExpression {
    const period = Duration.minutes(5);
    return new MathExpression({
      expression: 'FILL(lying, 0) + FILL(taken, 0)',
      label: 'dead letters',
      usingMetrics: {
        lying: this.#lying(period),
        taken: this.metricNumberOfMessagesReceived({ period, statistic: 'Sum' }),
      },
      period,
    });
  }
}
