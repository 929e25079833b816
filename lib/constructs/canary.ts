// The arrival canary: messages to the service's own mailbox and number by the clock, and an alarm when none has arrived.
import { Duration } from 'aws-cdk-lib';
import { ComparisonOperator, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch';
import type { Policy } from 'aws-cdk-lib/aws-iam';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { MeaningfulAlarm } from '#lib/constructs/alarm.ts';
import { AppFunction } from '#lib/constructs/app-function.ts';
import { countLines } from '#lib/constructs/log-lines.ts';
import type { MailSender } from '#lib/constructs/mail-sender.ts';
import { BareSchedule } from '#lib/constructs/schedule.ts';
import type { FunctionName } from '#lib/functions.ts';
import type { Stage } from '#lib/stage.ts';

export interface CanaryProps {
  readonly stage: Stage;
  readonly canary: NonNullable<Stage['canary']>;
  readonly sender: MailSender;
  readonly smsRights: Policy;
  /** Whose log tells of each that has arrived. */
  readonly notes: AppFunction;
  readonly alarmTopic: ITopic;
}

interface Flight {
  readonly channel: 'email' | 'sms';
  readonly functionName: FunctionName;
  readonly environment: Readonly<Record<string, string>>;
  readonly description: string;
  readonly everyMinutes: number;
  readonly missingMeans: string;
}

/** One may be late, and one may fall between two of the alarm's periods. */
const PERIODS = 3;
const EVERY_MINUTES = 5;
const SMS_EVERY_MINUTES = 60;

export class Canary extends Construct {
  constructor(scope: Construct, id: string, props: CanaryProps) {
    super(scope, id);
    const { stage, canary, sender, smsRights } = props;
    if (canary.mailbox) {
      const byMail = this.#fly('Email', props, {
        channel: 'email',
        functionName: 'send-canary-email',
        environment: {
          SENDER_ADDRESS: stage.senderAddress,
          CONFIGURATION_SET: sender.configurationSet.configurationSetName,
          CANARY_MAILBOX: canary.mailbox,
        },
        description: 'An e-mail to the mailbox of the service itself',
        everyMinutes: canary.everyMinutes ?? EVERY_MINUTES,
        missingMeans:
          "None of the service's own e-mails has arrived for three times their interval: those to people do not arrive either, or nobody is told that they do. Look at canary-not-sent in the log of send-canary-email, then at SES, then at canary-not-arrived in the log of note-receipts.",
      });
      sender.grantSend(byMail);
    }
    if (canary.number) {
      const bySms = this.#fly('Sms', props, {
        channel: 'sms',
        functionName: 'send-canary-sms',
        environment: { SMS_SENDER_ID: stage.smsSenderId, CANARY_NUMBER: canary.number },
        description: 'An SMS to the number of the service itself',
        everyMinutes: canary.smsEveryMinutes ?? SMS_EVERY_MINUTES,
        missingMeans:
          "None of the service's own SMS has arrived for three times their interval: those to people do not arrive either, or nobody is told that they do. Look at the spend limit of SNS, at canary-not-sent in the log of send-canary-sms, then at canary-not-arrived in the log of note-receipts.",
      });
      smsRights.attachToRole(bySms.ownRole);
    }
  }

  #fly(id: string, { stage, notes, alarmTopic }: CanaryProps, flight: Flight): AppFunction {
    const { channel, functionName, environment, description, everyMinutes, missingMeans } = flight;
    const sends = new AppFunction(this, functionName, {
      stage,
      environment,
      withoutDeadLetters:
        'The next one flies soon, and an old one is of no use. That none arrives, for whatever reason, has an alarm.',
    });
    new BareSchedule(this, `${id}Flight`, { function: sends, description, everyMinutes });
    new MeaningfulAlarm(this, `${id}NotArriving`, {
      topic: alarmTopic,
      meaning: missingMeans,
      metric: countLines(notes, {
        stage,
        metricName: `canary-arrived-${channel}`,
        event: 'canary-arrived',
        channel,
        period: Duration.minutes(PERIODS * everyMinutes),
      }),
      threshold: 1,
      comparisonOperator: ComparisonOperator.LESS_THAN_THRESHOLD,
      treatMissingData: TreatMissingData.BREACHING,
    });
    return sends;
  }
}
