// When a schedule is due, and which expressions the runner knows.
import { describe, expect, it } from 'vitest';
import { checkRetries, isDue, rateMs } from '#local/schedules.ts';
import { resourcesOf } from '#test/support/builders/stacks.ts';

const MINUTE_MS = 60_000;

describe('a schedule', () => {
  it('is due when its time has passed, however often', () => {
    expect(isDue(0, MINUTE_MS, MINUTE_MS)).toBe(true);
    expect(isDue(0, MINUTE_MS, 1000 * MINUTE_MS)).toBe(true);
  });

  it('is not due before', () => {
    expect(isDue(0, MINUTE_MS, MINUTE_MS - 1)).toBe(false);
  });

  it('is due when the clock was moved back', () => {
    expect(isDue(5 * MINUTE_MS, MINUTE_MS, MINUTE_MS)).toBe(true);
  });

  it.each([
    ['rate(1 minute)', MINUTE_MS],
    ['rate(15 minutes)', 15 * MINUTE_MS],
    ['rate(2 hours)', 120 * MINUTE_MS],
    ['rate(1 day)', 1440 * MINUTE_MS],
  ])('of %s is known', (expression, expected) => {
    expect(rateMs(expression)).toBe(expected);
  });

  it.each(['cron(0 8 * * ? *)', 'at(2026-11-01T00:00:00)', 'rate(1 month)'])('of %s is refused', (expression) => {
    expect(() => rateMs(expression)).toThrow('the runner knows schedules of the form rate(1 minute)');
  });

  it('stops the start where a run that failed would be repeated or reported', () => {
    const retrying = (changes: object) =>
      resourcesOf({
        Tick: { Type: 'AWS::Lambda::EventInvokeConfig', Properties: { FunctionName: 'tick', ...changes } },
      });

    expect(() => checkRetries(retrying({ MaximumRetryAttempts: 0 }))).not.toThrow();
    expect(() => checkRetries(retrying({ MaximumRetryAttempts: 2 }))).toThrow('Tick: the runner repeats');
    expect(() => checkRetries(retrying({}))).toThrow('Tick: the runner repeats');
    expect(() => checkRetries(retrying({ MaximumRetryAttempts: 0, DestinationConfig: {} }))).toThrow(
      'Tick: the runner repeats',
    );
  });

  it('leaves alone what a log is handed to, which the runner repeats', () => {
    const resources = resourcesOf({
      Forward: { Type: 'AWS::Lambda::Function' },
      Invocation: {
        Type: 'AWS::Lambda::EventInvokeConfig',
        Properties: { FunctionName: { Ref: 'Forward' }, MaximumRetryAttempts: 2 },
      },
      Lines: {
        Type: 'AWS::Logs::SubscriptionFilter',
        Properties: { DestinationArn: { 'Fn::GetAtt': ['Forward', 'Arn'] } },
      },
    });

    expect(() => checkRetries(resources)).not.toThrow();
  });
});
