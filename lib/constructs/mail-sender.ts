// What e-mail is sent with: the sender's domain as an SES identity, a configuration set without tracking, reputation alarms.
import { ArnFormat, Duration, Stack } from 'aws-cdk-lib';
import { Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { ConfigurationSet, ConfigurationSetTlsPolicy, EmailIdentity, Identity } from 'aws-cdk-lib/aws-ses';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { MeaningfulAlarm } from '#lib/constructs/alarm.ts';
import type { AppFunction } from '#lib/constructs/app-function.ts';
import { domainOf } from '#lib/stage.ts';

export interface MailSenderProps {
  readonly senderAddress: string;
  readonly alarmTopic: ITopic;
}

export class MailSender extends Construct {
  readonly configurationSet: ConfigurationSet;
  readonly identity: EmailIdentity;
  readonly #senderAddress: string;

  constructor(scope: Construct, id: string, { senderAddress, alarmTopic }: MailSenderProps) {
    super(scope, id);
    this.#senderAddress = senderAddress;
    const configurationSet = new ConfigurationSet(this, 'Configuration', {
      tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE,
      reputationMetrics: true,
      // The account's list would carry one client's bounce or complaint to all others: each client has its own here.
      disableSuppressionList: true,
    });
    this.configurationSet = configurationSet;
    this.identity = new EmailIdentity(this, 'Domain', { identity: Identity.domain(domainOf(senderAddress)) });

    // SES begins to review an account at 5 % bounces and 0.1 % complaints.
    this.#watch(alarmTopic, 'BounceRate', 0.05, 'More than 5 % of the e-mails come back');
    this.#watch(alarmTopic, 'ComplaintRate', 0.001, 'More than one recipient in a thousand calls our e-mail spam');
  }

  #watch(topic: ITopic, rate: string, threshold: number, finding: string): void {
    new MeaningfulAlarm(this, rate, {
      topic,
      meaning: `${finding}: SES may stop sending for us. Look at which client's staff register holds dead addresses.`,
      metric: new Metric({
        namespace: 'AWS/SES',
        metricName: `Reputation.${rate}`,
        statistic: 'Average',
        period: Duration.hours(1),
      }),
      threshold,
    });
  }

  /** To send as the sender's address, with this configuration set, and nothing else. */
  grantSend(to: AppFunction): void {
    const configurationSetArn = Stack.of(this).formatArn({
      service: 'ses',
      resource: 'configuration-set',
      resourceName: this.configurationSet.configurationSetName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
    to.mayDo(['ses:SendEmail'], [this.identity.emailIdentityArn, configurationSetArn], {
      StringEquals: { 'ses:FromAddress': this.#senderAddress },
    });
  }

  /** Likewise, with what it has to know for that. */
  lendTo(to: AppFunction): void {
    to.addEnvironment('SENDER_ADDRESS', this.#senderAddress);
    to.addEnvironment('CONFIGURATION_SET', this.configurationSet.configurationSetName);
    this.grantSend(to);
  }
}
