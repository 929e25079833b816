// SES's events by way of EventBridge, which takes ids, codes and times out of them: no address gets into a queue.
import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { EventBus, EventField, Match, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import {
  type ConfigurationSet,
  ConfigurationSetEventDestination,
  EmailSendingEvent,
  EventDestination,
} from 'aws-cdk-lib/aws-ses';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import { MeaningfulAlarm } from '#lib/constructs/alarm.ts';

export interface MailReceiptsProps {
  readonly configurationSet: ConfigurationSet;
  readonly queue: IQueue;
  /** Events of canaries are taken too. */
  readonly canary: boolean;
  readonly alarmTopic: ITopic;
}

interface EventKind {
  readonly sending: EmailSendingEvent;
  /** https://docs.aws.amazon.com/eventbridge/latest/ref/events-ref-ses.html */
  readonly detailType: string;
  /** Beyond what every event has: only fields that every event of this kind has, for a path that is not there fails. */
  readonly paths?: Readonly<Record<string, string>>;
}

/**
 * By what SES calls them; the receipt carries that name as its `event`. Fields:
 * https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html
 */
const eventKinds: Readonly<Record<string, EventKind>> = {
  Delivery: { sending: EmailSendingEvent.DELIVERY, detailType: 'Email Delivered' },
  Bounce: {
    sending: EmailSendingEvent.BOUNCE,
    detailType: 'Email Bounced',
    paths: { type: '$.detail.bounce.bounceType', subType: '$.detail.bounce.bounceSubType' },
  },
  Complaint: { sending: EmailSendingEvent.COMPLAINT, detailType: 'Email Complaint Received' },
  Reject: { sending: EmailSendingEvent.REJECT, detailType: 'Email Rejected' },
  DeliveryDelay: {
    sending: EmailSendingEvent.DELIVERY_DELAY,
    detailType: 'Email Delivery Delayed',
    paths: { type: '$.detail.deliveryDelay.delayType' },
  },
};

export class MailReceipts extends Construct {
  constructor(scope: Construct, id: string, props: MailReceiptsProps) {
    super(scope, id);
    const { configurationSet, alarmTopic } = props;
    new ConfigurationSetEventDestination(this, 'Events', {
      configurationSet,
      // SES knows no other bus than the account's own.
      destination: EventDestination.eventBus(EventBus.fromEventBusName(this, 'Bus', 'default')),
      events: Object.values(eventKinds).map(({ sending }) => sending),
    });
    const rules = Object.entries(eventKinds).map(([event, kind]) => this.#rule(event, kind, props));
    this.#watch(rules, alarmTopic);
  }

  /** Only of our own configuration set, and only with both ids: so each path of the transformer is there. */
  #rule(
    event: string,
    { detailType, paths = {} }: EventKind,
    { configurationSet: { configurationSetName }, queue, canary }: MailReceiptsProps,
  ) {
    const ofOurs = (prefix: string) =>
      canary ? Match.anyOf(Match.prefix(prefix), Match.prefix('cny_')) : Match.prefix(prefix);
    const rule = new Rule(this, event, {
      description: `${detailType}: ids, codes and time of it`,
      eventPattern: {
        source: ['aws.ses'],
        detailType: [detailType],
        detail: {
          mail: {
            tags: {
              'ses:configuration-set': [configurationSetName],
              message: ofOurs('msg_'),
              delivery: ofOurs('dlv_'),
            },
          },
        },
      },
    });
    const field = EventField.fromPath;
    rule.addTarget(
      new SqsQueue(queue, {
        message: RuleTargetInput.fromObject({
          event,
          message: field('$.detail.mail.tags.message'),
          delivery: field('$.detail.mail.tags.delivery'),
          providerId: field('$.detail.mail.messageId'),
          at: field('$.time'),
          ...Object.fromEntries(Object.entries(paths).map(([name, path]) => [name, field(path)])),
        }),
      }),
    );
    acknowledge(rule, {
      'Serverless-EventBusDLQ':
        'Dead letters of a rule could hold the event as SES wrote it, with the address. EventBridge tries for a day, and an alarm tells of each that it gives up.',
    });
    return rule;
  }

  #watch(rules: readonly Rule[], topic: ITopic): void {
    const metrics = rules.map((rule, n) => [
      `m${n}`,
      new Metric({
        namespace: 'AWS/Events',
        metricName: 'FailedInvocations',
        dimensionsMap: { RuleName: rule.ruleName },
        statistic: 'Sum',
      }),
    ]);
    new MeaningfulAlarm(this, 'Lost', {
      topic,
      meaning:
        "EventBridge could not put events of SES into the queue of receipts: deliveries of e-mail show less than is known of them. Look at the rules' targets and at the policy of the queue.",
      metric: new MathExpression({
        expression: metrics.map(([name]) => `FILL(${name}, 0)`).join(' + '),
        usingMetrics: Object.fromEntries(metrics),
        period: Duration.minutes(15),
        label: 'Events that did not reach the queue',
      }),
      threshold: 0,
    });
  }
}
