// SNS's receipts of SMS, which it writes into logs and nowhere else: the role that it writes them with, and the function
// that takes ids, codes and times out of them.
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { FilterPattern, type LogGroup, SubscriptionFilter } from 'aws-cdk-lib/aws-logs';
import { LambdaDestination } from 'aws-cdk-lib/aws-logs-destinations';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import { MeaningfulAlarm } from '#lib/constructs/alarm.ts';
import { AppFunction } from '#lib/constructs/app-function.ts';
import type { Stage } from '#lib/stage.ts';

export interface SmsReceiptsProps {
  readonly stage: Stage;
  /** What SNS writes of SMS that arrived, and of those that did not. */
  readonly logs: readonly LogGroup[];
  readonly queue: IQueue;
  readonly alarmTopic: ITopic;
}

const noDeadLetters =
  'What it is given holds telephone numbers, and would lie in dead letters or a destination. Lambda tries three times within an hour, an alarm tells of each that fails, and the log itself has the lines for a day.';

export class SmsReceipts extends Construct {
  constructor(scope: Construct, id: string, { stage, logs, queue, alarmTopic }: SmsReceiptsProps) {
    super(scope, id);
    const forward = new AppFunction(this, 'forward-sms-receipts', {
      stage,
      environment: {
        RECEIPTS_QUEUE_URL: queue.queueUrl,
        ...(stage.canary?.number && { CANARY_NUMBER: stage.canary.number }),
      },
      withoutDeadLetters: noDeadLetters,
    });
    forward.mayDo(['sqs:SendMessage'], [queue.queueArn]);
    const invocation = new EventInvokeConfig(this, 'Invocation', {
      function: forward,
      retryAttempts: 2,
      maxEventAge: Duration.hours(1),
    });
    acknowledge(invocation, { 'Serverless-LambdaAsyncFailureDestination': noDeadLetters });
    for (const logGroup of logs) {
      new SubscriptionFilter(logGroup, 'Receipts', {
        logGroup,
        destination: new LambdaDestination(forward),
        filterPattern: FilterPattern.allEvents(),
      });
    }
    new MeaningfulAlarm(this, 'Failing', {
      topic: alarmTopic,
      meaning:
        'Receipts of SMS could not be passed on: deliveries by SMS show less than is known of them. Look at the log of forward-sms-receipts. The lines are in the logs of SNS for a day.',
      metric: forward.metricErrors({ period: Duration.minutes(15) }),
      threshold: 0,
    });
    this.#role(logs);
  }

  /** An account has one such setting, which CloudFormation cannot make: docs/operations.md has the command. */
  #role(logs: readonly LogGroup[]): void {
    const role = new Role(this, 'WriterOfLogs', {
      description: 'AnswerOnline: SNS logs what became of SMS',
      assumedBy: new ServicePrincipal('sns.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    role.addToPolicy(
      new PolicyStatement({
        actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
        resources: logs.map(({ logGroupArn }) => logGroupArn),
      }),
    );
    new CfnOutput(this, 'Role', {
      description: 'For the account setting DeliveryStatusIAMRole of SNS',
      value: role.roleArn,
    }).overrideLogicalId('SmsDeliveryStatusRole');
  }
}
