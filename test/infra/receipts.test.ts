// Receipts through the template: what SES and SNS tell comes to one queue, and no address on the way into it.
import { describe, expect, test } from 'vitest';
import { mailEvents } from '#deliveries/outcomes.ts';
import { toReceipt } from '#deliveries/receipts.ts';
import { pointsAt, type Resource, synthesize, the } from '#test/infra/synthesized.ts';

const dev = synthesize('dev');
const queue = the(dev.ofType('AWS::SQS::Queue'), ({ id }) => id.startsWith('ReceiptsQueue'), 'the queue of receipts');
const rules = dev
  .ofType('AWS::Events::Rule')
  .filter(({ Properties }) => Properties.Targets.some(({ Arn }: { Arn: unknown }) => pointsAt(Arn, queue.id)));
const [set] = dev.ofType('AWS::SES::ConfigurationSet') as [Resource];

describe('the events of SES', () => {
  const [destination, ...others] = dev.ofType('AWS::SES::ConfigurationSetEventDestination') as [Resource];

  test('are those that the table of outcomes has rows for, and go to the bus of the account', () => {
    const asked = destination.Properties.EventDestination.MatchingEventTypes.map((name: string) => name.toLowerCase());

    expect(asked.toSorted()).toEqual(mailEvents.map((name) => name.toLowerCase()).toSorted());
    expect(JSON.stringify(destination.Properties.EventDestination.EventBridgeDestination)).toContain(
      'event-bus/default',
    );
    expect(others).toEqual([]);
  });

  test('leave the list of the account alone: one client is not to silence another', () => {
    expect(set.Properties.SuppressionOptions).toEqual({ SuppressedReasons: [] });
  });
});

describe.each(mailEvents)('the rule of %s', (event) => {
  const rule = the(
    rules,
    ({ Properties }) => Properties.Targets[0].InputTransformer.InputTemplate.includes(`"event":"${event}"`),
    `the rule of ${event}`,
  ).Properties;
  const { InputPathsMap, InputTemplate } = rule.Targets[0].InputTransformer;

  test('takes our own configuration set only, and only what carries both ids', () => {
    expect(rule.EventPattern.source).toEqual(['aws.ses']);
    expect(rule.EventPattern.detail.mail.tags).toEqual({
      'ses:configuration-set': [{ Ref: set.id }],
      message: [{ prefix: 'msg_' }],
      delivery: [{ prefix: 'dlv_' }],
    });
  });

  test('takes ids, time and types out of the event, and nothing that could hold an address', () => {
    const harmless = [
      '$.detail.mail.tags.message',
      '$.detail.mail.tags.delivery',
      '$.detail.mail.messageId',
      '$.time',
      '$.detail.bounce.bounceType',
      '$.detail.bounce.bounceSubType',
      '$.detail.deliveryDelay.delayType',
    ];

    expect(Object.values(InputPathsMap).filter((path) => !harmless.includes(path as string))).toEqual([]);
    expect(InputTemplate).not.toContain('aws.events');
  });

  test('makes a receipt that can be read', () => {
    const values: Record<string, unknown> = {
      '$.detail.mail.tags.message': ['msg_00000000000000000000000000'],
      '$.detail.mail.tags.delivery': ['dlv_00000000000000000000000000'],
      '$.detail.mail.messageId': '01100187c7d5e5c5-1b2c3d4e-0000-000000',
      '$.time': '2026-11-23T08:00:01Z',
    };
    const body = InputTemplate.replace(/<([\w-]+)>/g, (_: string, name: string) =>
      JSON.stringify(values[InputPathsMap[name]] ?? 'MailboxFull'),
    );

    expect(toReceipt(JSON.parse(body))).toMatchObject({ atMs: Date.parse('2026-11-23T08:00:01Z') });
  });

  test('has no dead letters, in which the event would lie with its address', () => {
    expect(rule.Targets).toHaveLength(1);
    expect(rule.Targets[0]).not.toHaveProperty('DeadLetterConfig');
  });
});

test('what rules could not hand on raises an alarm, for every rule', () => {
  const alarm = the(
    dev.ofType('AWS::CloudWatch::Alarm'),
    ({ id }) => id.startsWith('EmailReceiptsLost'),
    'the alarm of lost events',
  );

  for (const { id } of rules) expect(pointsAt(alarm.Properties.Metrics, id)).toBe(true);
});

test('rules may put into the queue, and the queue keeps for a day', () => {
  const policies = dev
    .ofType('AWS::SQS::QueuePolicy')
    .filter(({ Properties }) => pointsAt(Properties.Queues, queue.id));
  const statements = policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement);
  const allowed = statements.filter(({ Effect }) => Effect === 'Allow');

  expect(allowed).toHaveLength(mailEvents.length);
  for (const { Principal, Condition } of allowed) {
    expect(Principal).toEqual({ Service: 'events.amazonaws.com' });
    expect(Condition).toHaveProperty('ArnEquals.aws:SourceArn');
  }
  expect(queue.Properties.MessageRetentionPeriod).toBe(24 * 3600);
});

describe('the logs of SMS', () => {
  const forward = dev.functionNamed('forward-sms-receipts');

  test('both go to the function that takes ids and codes out of them', () => {
    const filters = dev.ofType('AWS::Logs::SubscriptionFilter');

    expect(filters).toHaveLength(2);
    for (const { Properties } of filters) expect(pointsAt(Properties.DestinationArn, forward.id)).toBe(true);
    expect(new Set(filters.map(({ Properties }) => Properties.LogGroupName.Ref.slice(0, -8)))).toEqual(
      new Set(['SmsLogsDelivered', 'SmsLogsFailed']),
    );
  });

  test('lie nowhere when that fails: it is tried twice more within the hour, and nothing keeps what it was given', () => {
    const config = the(
      dev.ofType('AWS::Lambda::EventInvokeConfig'),
      ({ Properties }) => pointsAt(Properties.FunctionName, forward.id),
      'how it is invoked',
    ).Properties;

    expect(config).toMatchObject({ MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 3600 });
    expect(config).not.toHaveProperty('DestinationConfig');
    expect(forward.Properties).not.toHaveProperty('DeadLetterConfig');
  });
});
