// The clock of the service: invokes a function every minute, and tells when it stops or fails.
import { Duration, Stack } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventInvokeConfig } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import { MeaningfulAlarm } from '#lib/constructs/alarm.ts';
import type { AppFunction } from '#lib/constructs/app-function.ts';
import type { DeadLetters } from '#lib/constructs/dead-letters.ts';
import { countDeliveries } from '#lib/constructs/delivery-log.ts';
import type { Stage } from '#lib/stage.ts';

export interface MinuteTickProps {
  readonly stage: Stage;
  readonly function: AppFunction;
  /** For ticks that could not be handed to the function. */
  readonly deadLetters: DeadLetters;
  readonly alarmTopic: ITopic;
}

export class MinuteTick extends Construct {
  constructor(scope: Construct, id: string, { stage, function: handler, deadLetters, alarmTopic }: MinuteTickProps) {
    super(scope, id);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    const policy = new Policy(this, 'Rights', {
      roles: [role],
      statements: [
        new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [handler.functionArn] }),
        new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] }),
      ],
    });
    const schedule = new CfnSchedule(this, 'Schedule', {
      description: 'Held and stuck deliveries are looked at',
      scheduleExpression: 'rate(1 minute)',
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: handler.functionArn,
        roleArn: role.roleArn,
        deadLetterConfig: { arn: deadLetters.queueArn },
        retryPolicy: { maximumRetryAttempts: 1, maximumEventAgeInSeconds: 60 },
      },
    });
    schedule.node.addDependency(policy);
    // That was the handing over. Lambda by itself would run what fails twice again, within six hours: but the next minute
    // brings another tick, and an old one is of no use.
    const invocation = new EventInvokeConfig(this, 'Invocation', {
      function: handler,
      retryAttempts: 0,
      maxEventAge: Duration.minutes(1),
    });
    acknowledge(invocation, {
      'Serverless-LambdaAsyncFailureDestination':
        'The function has dead letters of its own, with an alarm; a destination would keep what was asked and answered too, and a tick asks nothing.',
    });

    new MeaningfulAlarm(this, 'Failing', {
      topic: alarmTopic,
      meaning:
        "The minute tick fails again and again: held and stuck deliveries are not sent. Look at the function's log.",
      metric: handler.metricErrors({ period: Duration.minutes(5) }),
      threshold: 2,
    });
    new MeaningfulAlarm(this, 'GivenUp', {
      topic: alarmTopic,
      meaning:
        'The minute tick has given deliveries up: nobody sent them for six hours, or their sender died. Their recipients have not been told: find them by the event delivery in the log of tick.',
      metric: countDeliveries(handler, {
        stage,
        metricName: 'given-up',
        states: ['failed', 'unknown'],
        period: Duration.minutes(15),
      }),
      threshold: 0,
    });
    new MeaningfulAlarm(this, 'Stopped', {
      topic: alarmTopic,
      meaning:
        'The minute tick has not run for ten minutes: held and stuck deliveries are not sent. Look at the schedule.',
      metric: handler.metricInvocations({ period: Duration.minutes(5) }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      evaluationPeriods: 2,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }
}
