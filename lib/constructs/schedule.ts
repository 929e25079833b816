// A schedule that invokes a function again and again, and one that tells when it stops or fails.
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

export interface BareScheduleProps {
  readonly function: AppFunction;
  /** For runs that could not be handed to the function. */
  readonly deadLetters?: DeadLetters;
  readonly description: string;
  readonly everyMinutes: number;
}

export interface ScheduleProps extends BareScheduleProps {
  readonly deadLetters: DeadLetters;
  readonly alarmTopic: ITopic;
  /** It has stopped when nothing has run for so long. */
  readonly silence: Duration;
  readonly stoppedMeans: string;
  /** It fails with so many errors in the time of `silence`. */
  readonly mostErrors: number;
  readonly failingMeans: string;
}

/** For what is watched by what it brings about. */
export class BareSchedule extends Construct {
  constructor(scope: Construct, id: string, props: BareScheduleProps) {
    super(scope, id);
    const { function: handler, deadLetters, description, everyMinutes } = props;
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    const policy = new Policy(this, 'Rights', {
      roles: [role],
      statements: [
        new PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [handler.functionArn] }),
        ...(deadLetters
          ? [new PolicyStatement({ actions: ['sqs:SendMessage'], resources: [deadLetters.queueArn] })]
          : []),
      ],
    });
    const schedule = new CfnSchedule(this, 'Schedule', {
      description,
      scheduleExpression: `rate(${everyMinutes} minute${everyMinutes === 1 ? '' : 's'})`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: handler.functionArn,
        roleArn: role.roleArn,
        ...(deadLetters && { deadLetterConfig: { arn: deadLetters.queueArn } }),
        retryPolicy: { maximumRetryAttempts: 1, maximumEventAgeInSeconds: 60 },
      },
    });
    schedule.node.addDependency(policy);
    // That was the handing over. Lambda by itself would run what fails twice again, within six hours: but the next run is
    // due soon, and an old one is of no use.
    const invocation = new EventInvokeConfig(this, 'Invocation', {
      function: handler,
      retryAttempts: 0,
      maxEventAge: Duration.minutes(1),
    });
    acknowledge(invocation, {
      'Serverless-LambdaAsyncFailureDestination':
        'What fails has an alarm: by dead letters of its own, or by what does not come of it. A destination would keep what was asked and answered too, and a schedule asks nothing.',
    });
  }
}

export class Schedule extends BareSchedule {
  constructor(scope: Construct, id: string, props: ScheduleProps) {
    super(scope, id, props);
    this.#watch(props);
  }

  #watch({ function: handler, alarmTopic, silence, stoppedMeans, mostErrors, failingMeans }: ScheduleProps): void {
    new MeaningfulAlarm(this, 'Failing', {
      topic: alarmTopic,
      meaning: failingMeans,
      metric: handler.metricErrors({ period: silence }),
      threshold: mostErrors,
    });
    new MeaningfulAlarm(this, 'Stopped', {
      topic: alarmTopic,
      meaning: stoppedMeans,
      metric: handler.metricInvocations({ period: silence }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
  }
}
