// What runs by the clock: how often, on whose right, and who hears when it stops, fails or gives up.
import { describe, expect, test } from 'vitest';
import { log } from '#shared/log.ts';
import { asRegExp, linesInLambda } from '#test/infra/log-lines.ts';
import { pointsAt, type Resource, synthesize, the } from '#test/infra/synthesized.ts';

const dev = synthesize('dev');
const alarmOf = (metric: string, about: string) =>
  the(
    dev.ofType('AWS::CloudWatch::Alarm'),
    ({ Properties }) => Properties.MetricName === metric && JSON.stringify(Properties).includes(about),
    `the alarm of ${metric} about ${about}`,
  ).Properties;

describe.each([
  ['tick', 'rate(1 minute)', 600],
  ['sweep-expired', 'rate(15 minutes)', 1_800],
  ['erase-clients', 'rate(15 minutes)', 3_600],
  ['close-day', 'rate(60 minutes)', 10_800],
])('%s', (name, rate, silenceSeconds) => {
  const handler = dev.functionNamed(name);
  const isIts = (piece: unknown) => pointsAt(piece, handler.id);

  test('runs by its schedule, and a lost run is kept', () => {
    const { Properties } = the(
      dev.ofType('AWS::Scheduler::Schedule'),
      ({ Properties: { Target } }) => isIts(Target.Arn),
      `the schedule of ${name}`,
    );

    expect(Properties).toMatchObject({ ScheduleExpression: rate, FlexibleTimeWindow: { Mode: 'OFF' } });
    expect(Properties.Target.DeadLetterConfig).toHaveProperty('Arn');
  });

  test('is not run again when it fails: the next run is due', () => {
    const { Properties } = the(
      dev.ofType('AWS::Lambda::EventInvokeConfig'),
      (one) => isIts(one.Properties.FunctionName),
      `the invocation of ${name}`,
    );

    expect(Properties).toMatchObject({
      Qualifier: '$LATEST',
      MaximumRetryAttempts: 0,
      MaximumEventAgeInSeconds: 60,
    });
    expect(handler.Properties.DeadLetterConfig).toHaveProperty('TargetArn');
  });

  test('raises an alarm when it stops, also when nothing is heard of it at all', () => {
    expect(alarmOf('Invocations', handler.id)).toMatchObject({
      Period: silenceSeconds,
      EvaluationPeriods: 1,
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
  });

  test('raises an alarm when it fails', () => {
    expect(alarmOf('Errors', handler.id)).toMatchObject({ Period: silenceSeconds, Statistic: 'Sum' });
  });
});

test.each(['sweep-expired', 'erase-clients', 'close-day'])('%s may run for as long as Lambda lets it', (name) => {
  expect(dev.functionNamed(name).Properties.Timeout).toBe(900);
});

describe.each<[string, string, number, () => void]>([
  ['given-up', 'tick', 0, () => log.warn('delivery', { deliveryId: 'dlv_x', channel: 'sms', state: 'unknown' })],
  // Once is what a tick finds that comes after none.
  ['due-late', 'tick', 2, () => log.warn('due-late', { minutes: 7 })],
  ['sweep-disagrees', 'sweep-expired', 0, () => log.warn('sweep-disagrees', { messageId: 'msg_x' })],
  // The next sweep, a quarter of an hour later, may make it good: two of them in half an hour may not.
  ['expired-but-live', 'sweep-expired', 1, () => log.warn('expired-but-live', { count: 3 })],
])('what is %s', (metricName, name, most, act) => {
  const counts = ({ Properties }: Resource) => Properties.MetricTransformations?.[0]?.MetricName === metricName;
  const filter = the(dev.ofType('AWS::Logs::MetricFilter'), counts, `the count of ${metricName}`).Properties;
  const pattern = asRegExp(filter.FilterPattern);

  test('is counted in the log of its function, and raises an alarm', () => {
    expect(filter.LogGroupName).toEqual(dev.functionNamed(name).Properties.LoggingConfig.LogGroup);
    for (const line of linesInLambda(act)) expect([line, pattern.test(line)]).toEqual([line, true]);
    for (const line of linesInLambda(() => log.info('sweep', { count: 3, state: 'finished' })))
      expect([line, pattern.test(line)]).toEqual([line, false]);
    expect(alarmOf(metricName, 'AnswerOnline/dev')).toMatchObject({
      Threshold: most,
      ComparisonOperator: 'GreaterThanThreshold',
    });
  });
});
