// The way of a message through the template: stream, topic, queues, dead letters, the tick.
import { describe, expect, test } from 'vitest';
import type { DeliveryState } from '#deliveries/schema.ts';
import { stageNamed } from '#lib/stages.ts';
import { log } from '#shared/log.ts';
import { asRegExp, linesInLambda } from '#test/infra/log-lines.ts';
import { pointsAt, type Resource, synthesize, the } from '#test/infra/synthesized.ts';

const dev = synthesize('dev');

const mappings = dev.ofType('AWS::Lambda::EventSourceMapping');
const mappingOf = (name: string): Resource =>
  the(
    mappings,
    (mapping) => pointsAt(mapping.Properties.FunctionName, dev.functionNamed(name).id),
    `the feed of ${name}`,
  );
const queues = dev.ofType('AWS::SQS::Queue');
const queueNamed = (id: unknown) => the(queues, (queue) => pointsAt(id, queue.id), 'a queue');

const everyState: Record<DeliveryState, true> = {
  held: true,
  queued: true,
  sending: true,
  accepted: true,
  delivered: true,
  failed: true,
  unknown: true,
  cancelled: true,
};
const states = Object.keys(everyState) as DeliveryState[];

/** What the alarm makes of so many that failed and succeeded in its period, as CloudWatch reckons its expression. */
function alarmOfShare({ Properties }: Resource): (failed: number, succeeded: number | undefined) => boolean {
  const [{ Expression }, ...metrics] = Properties.Metrics;
  const [, allowed = ''] =
    /^IF\(failed > (\d+), 100 \* failed \/ \(failed \+ FILL\(succeeded, 0\)\), 0\)$/.exec(Expression) ?? [];
  expect(allowed).not.toBe('');
  expect(metrics.map(({ Id }: { Id: string }) => Id).toSorted()).toEqual(['failed', 'succeeded']);
  for (const { MetricStat } of metrics) expect(MetricStat).toMatchObject({ Period: 3600, Stat: 'Sum' });
  return (failed, succeeded) =>
    (failed > Number(allowed) ? (100 * failed) / (failed + (succeeded ?? 0)) : 0) > Properties.Threshold;
}

describe("the records' stream", () => {
  const { Properties } = mappingOf('dispatch-deliveries');

  test('shows new deliveries, messages, tombstones, people and jobs, changed deliveries and people, and nothing else', () => {
    const patterns = Properties.FilterCriteria.Filters.map(({ Pattern }: { Pattern: string }) => JSON.parse(Pattern));

    expect(patterns).toEqual([
      {
        eventName: ['INSERT'],
        dynamodb: { NewImage: { kind: { S: ['delivery', 'message', 'tombstone', 'staff', 'job'] } } },
      },
      { eventName: ['MODIFY'], dynamodb: { NewImage: { kind: { S: ['delivery', 'staff'] } } } },
    ]);
  });

  test('has one reader, which no poisoned record can block for long', () => {
    expect(mappings.filter((mapping) => JSON.stringify(mapping).includes('StreamArn'))).toHaveLength(1);
    expect(Properties).toMatchObject({
      StartingPosition: 'TRIM_HORIZON',
      BisectBatchOnFunctionError: true,
      FunctionResponseTypes: ['ReportBatchItemFailures'],
    });
    expect(Properties.MaximumRetryAttempts).toBeLessThanOrEqual(10);
    expect(Properties.MaximumRecordAgeInSeconds).toBeLessThanOrEqual(6 * 3600);
    expect(Properties.DestinationConfig.OnFailure.Destination).toMatchObject({
      'Fn::GetAtt': [expect.stringContaining('Failures'), 'Arn'],
    });
  });
});

describe.each([
  ['email', 'send-email', 'EMAIL_QUEUE_URL'],
  ['sms', 'send-sms', 'SMS_QUEUE_URL'],
])('the lane of %s', (channel, name, variable) => {
  const { Properties } = dev.functionNamed(name);
  const mapping = mappingOf(name).Properties;
  const queue = queueNamed(mapping.EventSourceArn);

  test('takes the orders of its channel, as they were published', () => {
    const subscription = the(
      dev.ofType('AWS::SNS::Subscription'),
      ({ Properties: { Endpoint } }) => pointsAt(Endpoint?.['Fn::GetAtt']?.[0], queue.id),
      `the subscription of ${channel}`,
    ).Properties;

    expect(subscription.TopicArn).toEqual(dev.functionNamed('tick').Properties.Environment.Variables.ORDERS_TOPIC_ARN);
    expect(subscription.FilterPolicy).toEqual({ channel: [channel] });
    expect(subscription.RawMessageDelivery).toBe(true);
    expect(subscription).toHaveProperty('RedrivePolicy.deadLetterTargetArn');
  });

  test('tells failed orders one by one, and is braked towards its provider', () => {
    expect(mapping.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    expect(mapping.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2);
  });

  test("hides an order for six times the function's time, and gives it at least five tries", () => {
    expect(queue.Properties.VisibilityTimeout).toBeGreaterThanOrEqual(6 * Properties.Timeout);
    expect(queue.Properties.RedrivePolicy.maxReceiveCount).toBeGreaterThanOrEqual(5);
  });

  test.each<[string, DeliveryState[]]>([
    ['failed', ['failed', 'unknown']],
    ['accepted', ['accepted']],
    ['put-off', ['queued']],
  ])('counts what the function logs as %s, and nothing else, for an alarm', (name, counted) => {
    const metricName = `${channel}-${name}`;
    const filter = the(
      dev.ofType('AWS::Logs::MetricFilter'),
      ({ Properties: { MetricTransformations } }) => MetricTransformations[0].MetricName === metricName,
      metricName,
    ).Properties;
    const alarm = the(
      dev.ofType('AWS::CloudWatch::Alarm'),
      (resource) => JSON.stringify(resource.Properties).includes(`"MetricName":"${metricName}"`),
      `the alarm of ${metricName}`,
    ).Properties;
    const pattern = asRegExp(filter.FilterPattern);

    expect(filter.LogGroupName).toEqual(Properties.LoggingConfig.LogGroup);
    expect(filter.MetricTransformations).toMatchObject([{ MetricNamespace: 'AnswerOnline/dev', MetricValue: '1' }]);
    expect(alarm).toMatchObject({ ComparisonOperator: 'GreaterThanThreshold', TreatMissingData: 'notBreaching' });
    for (const state of states) {
      const lines = linesInLambda(() => log.info('delivery', { deliveryId: 'dlv_x', channel, state, code: 'Refused' }));
      for (const line of lines) expect([line, pattern.test(line)]).toEqual([line, counted.includes(state)]);
    }
    const others = linesInLambda(() =>
      log.warn('delivery-overtaken', { deliveryId: 'dlv_x', channel, state: 'failed' }),
    );
    for (const line of others) expect([line, pattern.test(line)]).toEqual([line, false]);
  });

  test('wakes nobody for three failures, nor for one in twenty, and does for more', () => {
    const failing = the(
      dev.ofType('AWS::CloudWatch::Alarm'),
      ({ id }) => id.startsWith(`${channel === 'email' ? 'Email' : 'Sms'}LaneFailing`),
      'the alarm of failures',
    );

    const wakes = alarmOfShare(failing);

    expect([wakes(3, 0), wakes(4, 76), wakes(4, 75), wakes(40, 1_000)]).toEqual([false, false, true, false]);
    expect(wakes(4, undefined)).toBe(true);
  });

  test('knows its own queue', () => {
    expect(Properties.Environment.Variables[variable]).toEqual({ Ref: queue.id });
  });
});

describe('queues', () => {
  test('keep dead letters for fourteen days, those of receipts for one, with an alarm at the first', () => {
    const deadLetters = queues.filter((queue) => !queue.Properties.RedrivePolicy);

    expect(deadLetters).toHaveLength(12);
    for (const queue of deadLetters) {
      const days = queue.id.startsWith('Receipts') ? 1 : 14;
      expect([queue.id, queue.Properties.MessageRetentionPeriod]).toEqual([queue.id, days * 24 * 3600]);
      const alarm = the(
        dev.ofType('AWS::CloudWatch::Alarm'),
        ({ id }) => id.startsWith(`${queue.id.slice(0, -8)}Alarm`),
        `the alarm of ${queue.id}`,
      );
      const metrics = alarm.Properties.Metrics?.flatMap(({ MetricStat }: Resource['Properties']) => MetricStat ?? []);
      const names = metrics?.map(({ Metric }: Resource['Properties']) => Metric.MetricName) ?? [
        alarm.Properties.MetricName,
      ];
      expect(names).toContain('ApproximateNumberOfMessagesVisible');
      // What a function takes out at once is not seen lying there.
      if (queue.id.includes('Lane')) expect(names).toContain('NumberOfMessagesReceived');
      expect(alarm.Properties).toMatchObject({ Threshold: 0, ComparisonOperator: 'GreaterThanThreshold' });
    }
  });

  test('of the lanes are taken out by the one function that makes tasks of them, one by one', () => {
    const name = 'note-dead-letters';
    const feeds = mappings.filter(({ Properties }) => pointsAt(Properties.FunctionName, dev.functionNamed(name).id));

    expect(feeds.map(({ Properties }) => queueNamed(Properties.EventSourceArn).id.slice(0, 9)).toSorted()).toEqual([
      'EmailLane',
      'SmsLaneDe',
    ]);
    for (const { Properties } of feeds) {
      expect(Properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
      const { VisibilityTimeout } = queueNamed(Properties.EventSourceArn).Properties;
      expect(VisibilityTimeout).toBeGreaterThanOrEqual(6 * dev.functionNamed(name).Properties.Timeout);
    }
  });

  test('are encrypted and take no request without TLS', () => {
    const policies = dev.ofType('AWS::SQS::QueuePolicy');

    for (const queue of queues) {
      expect(queue.Properties.SqsManagedSseEnabled).toBe(true);
      const policy = the(
        policies,
        ({ Properties }) => pointsAt(Properties.Queues, queue.id),
        `the policy of ${queue.id}`,
      );
      expect(policy.Properties.PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    }
  });
});

test('every alarm says what it means and reaches the engineers', () => {
  const alarms = dev.ofType('AWS::CloudWatch::Alarm');

  expect(alarms.length).toBeGreaterThan(10);
  for (const { id, Properties } of alarms) {
    expect([id, Properties.AlarmDescription]).toEqual([id, expect.stringMatching(/^[A-Z].{40,}\.$/)]);
    expect([id, JSON.stringify(Properties.AlarmActions)]).toEqual([id, expect.stringContaining('Alarms')]);
  }
});

test('what comes back wakes people where it is more than ten in an hour, and more than one in twenty', () => {
  const wakes = alarmOfShare(
    the(dev.ofType('AWS::CloudWatch::Alarm'), ({ id }) => id.startsWith('ReceiptsReturned'), 'the alarm of returns'),
  );

  expect([wakes(10, 0), wakes(11, 209), wakes(11, 200)]).toEqual([false, false, true]);
});

test('spending on SMS warns before the limit above which SNS drops them', () => {
  const { Properties } = the(
    synthesize('prod').ofType('AWS::CloudWatch::Alarm'),
    ({ Properties: { MetricName } }) => MetricName === 'SMSMonthToDateSpentUSD',
    'the alarm of spending',
  );

  expect(Properties).toMatchObject({
    Namespace: 'AWS/SNS',
    Statistic: 'Maximum',
    Threshold: stageNamed('prod').smsSpendAlarmUsd,
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'ignore',
  });
  expect(Properties).not.toHaveProperty('Dimensions');
});

describe('what SNS logs of each SMS, numbers included', () => {
  const logs = dev
    .ofType('AWS::Logs::LogGroup')
    .filter(({ Properties }) => JSON.stringify(Properties.LogGroupName ?? '').includes('DirectPublishToPhoneNumber'));

  test('goes to the two names that SNS writes to, and is kept for a day', () => {
    const account = { Ref: 'AWS::AccountId' };

    expect(logs.map(({ Properties }) => [Properties.LogGroupName['Fn::Join'][1], Properties.RetentionInDays])).toEqual([
      [['sns/eu-north-1/', account, '/DirectPublishToPhoneNumber'], 1],
      [['sns/eu-north-1/', account, '/DirectPublishToPhoneNumber/Failure'], 1],
    ]);
  });

  test('has its place before the first SMS: or SNS would make one that keeps everything', () => {
    const dependsOn = dev.functionNamed('send-sms').DependsOn ?? [];

    expect(dependsOn).toEqual(expect.arrayContaining(logs.map(({ id }) => id)));
  });
});

test('e-mail goes out over TLS only, and nobody tracks who opens it', () => {
  const [configuration] = dev.ofType('AWS::SES::ConfigurationSet');

  expect(configuration?.Properties.DeliveryOptions).toMatchObject({ TlsPolicy: 'REQUIRE' });
  expect(configuration?.Properties.ReputationOptions).toEqual({ ReputationMetricsEnabled: true });
  expect(configuration?.Properties).not.toHaveProperty('TrackingOptions');
  for (const { Properties } of dev.ofType('AWS::SES::ConfigurationSetEventDestination'))
    expect(Properties.EventDestination.MatchingEventTypes).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/open|click/i)]),
    );
});
