// The arrival canary in the template: there where a stage wants one, counted when it arrives, and missed when it does not.
import { describe, expect, test } from 'vitest';
import { logArrived, logSent } from '#deliveries/canary.ts';
import type { Stage } from '#lib/stage.ts';
import { stageNamed } from '#lib/stages.ts';
import { log } from '#shared/log.ts';
import { asRegExp, linesInLambda } from '#test/infra/log-lines.ts';
import { pointsAt, synthesize, the } from '#test/infra/synthesized.ts';

const canary = { mailbox: 'kanarie@answeronline.example', number: '+46701740699' };
const withCanary = (wanted: Stage['canary']) => synthesize('dev', { canary: wanted });
const both = withCanary(canary);

test('a stage that says nothing of it has none, and the example of a real one has both', () => {
  expect(synthesize('dev').all.filter(({ id }) => /canary/i.test(id))).toEqual([]);
  expect(JSON.stringify(synthesize('dev').all)).not.toContain('cny_');
  expect(stageNamed('prod').canary).toMatchObject({ mailbox: expect.any(String), number: expect.any(String) });
});

test('a stage may have it for one channel alone', () => {
  const mailOnly = withCanary({ mailbox: canary.mailbox });
  const smsOnly = withCanary({ number: canary.number });

  expect(() => mailOnly.functionNamed('send-canary-email')).not.toThrow();
  expect(() => mailOnly.functionNamed('send-canary-sms')).toThrow('found 0');
  expect(() => smsOnly.functionNamed('send-canary-email')).toThrow('found 0');
  expect(() => smsOnly.functionNamed('send-canary-sms')).not.toThrow();
});

describe.each([
  ['email', 'send-canary-email', 5, { everyMinutes: 2 }],
  ['sms', 'send-canary-sms', 60, { smsEveryMinutes: 120 }],
] as const)('by %s', (channel, name, everyMinutes, changed) => {
  const of = (stage: ReturnType<typeof withCanary>) => ({
    handler: stage.functionNamed(name),
    schedule: the(
      stage.ofType('AWS::Scheduler::Schedule'),
      ({ Properties: { Target } }) => pointsAt(Target.Arn, stage.functionNamed(name).id),
      `the schedule of ${name}`,
    ).Properties,
    alarm: the(
      stage.ofType('AWS::CloudWatch::Alarm'),
      ({ Properties: { MetricName } }) => MetricName === `canary-arrived-${channel}`,
      `the alarm of ${name}`,
    ).Properties,
  });
  const { handler, schedule, alarm } = of(both);

  test('it flies by the clock, and a flight that fails is not repeated', () => {
    const invocation = the(
      both.ofType('AWS::Lambda::EventInvokeConfig'),
      ({ Properties }) => pointsAt(Properties.FunctionName, handler.id),
      `the invocation of ${name}`,
    ).Properties;

    expect(schedule.ScheduleExpression).toBe(`rate(${everyMinutes} minutes)`);
    expect(invocation.MaximumRetryAttempts).toBe(0);
  });

  test('it takes the very way that a message takes', () => {
    const variable = channel === 'email' ? 'CONFIGURATION_SET' : 'SMS_SENDER_ID';
    const sender = both.functionNamed(`send-${channel}`).Properties.Environment.Variables;

    expect(handler.Properties.Environment.Variables[variable]).toEqual(sender[variable]);
  });

  test('none that arrives in three times its interval raises an alarm, silence too', () => {
    expect(alarm).toMatchObject({
      Namespace: 'AnswerOnline/dev',
      Period: 3 * everyMinutes * 60,
      EvaluationPeriods: 1,
      Statistic: 'Sum',
      Threshold: 1,
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
    expect(JSON.stringify(alarm.AlarmActions)).toContain('Alarms');
    expect(alarm.AlarmDescription).toMatch(/^[A-Z].{40,}\.$/);
  });

  test('the alarm keeps to the interval that the stage says', () => {
    const slower = of(withCanary({ ...canary, ...changed }));
    const [minutes = 0] = Object.values(changed);

    expect(slower.schedule.ScheduleExpression).toBe(`rate(${minutes} minutes)`);
    expect(slower.alarm.Period).toBe(3 * minutes * 60);
  });

  test('only its arrival is counted, in the log of note-receipts', () => {
    const filter = the(
      both.ofType('AWS::Logs::MetricFilter'),
      ({ Properties }) => Properties.MetricTransformations[0].MetricName === `canary-arrived-${channel}`,
      'the count of arrivals',
    ).Properties;
    const pattern = asRegExp(filter.FilterPattern);
    const other = channel === 'email' ? 'sms' : 'email';

    expect(filter.LogGroupName).toEqual(both.functionNamed('note-receipts').Properties.LoggingConfig.LogGroup);
    for (const line of linesInLambda(() => logArrived(channel)))
      expect([line, pattern.test(line)]).toEqual([line, true]);
    const others = linesInLambda(() => {
      logArrived(other);
      logSent(channel, { outcome: 'accepted', providerId: 'an-id' });
      logSent(channel, { outcome: 'failed', code: 'MessageRejected' });
      log.warn('canary-not-arrived', { channel, code: 'SmsCarrierOnly' });
    });
    for (const line of others) expect([line, pattern.test(line)]).toEqual([line, false]);
  });
});

test('the rules of SES let its receipts into the queue beside those of deliveries', () => {
  const rules = both
    .ofType('AWS::Events::Rule')
    .filter(({ Properties }) => JSON.stringify(Properties).includes('cny_'));

  expect(rules).toHaveLength(5);
  for (const { Properties } of rules)
    expect(Properties.EventPattern.detail.mail.tags).toMatchObject({
      message: [{ prefix: 'msg_' }, { prefix: 'cny_' }],
      delivery: [{ prefix: 'dlv_' }, { prefix: 'cny_' }],
    });
});

test('CloudWatch takes no more than five patterns of this kind for one log', () => {
  const counts = new Map<string, number>();
  for (const { Properties } of both.ofType('AWS::Logs::MetricFilter')) {
    const group = JSON.stringify(Properties.LogGroupName);
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }

  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
  for (const [group, count] of counts) expect([group, count <= 5]).toEqual([group, true]);
});
