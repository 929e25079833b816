// Rules that do more than warn people would be missed on one machine: they stop the start.
import { describe, expect, it } from 'vitest';
import { checkRules } from '#local/rules.ts';
import { resourcesOf } from '#test/support/builders/stacks.ts';

const aRule = (...targets: object[]) => ({ Type: 'AWS::Events::Rule', Properties: { Targets: targets } });
const aSubscription = (topic: string, protocol: string) => ({
  Type: 'AWS::SNS::Subscription',
  Properties: { TopicArn: { Ref: topic }, Protocol: protocol, Endpoint: 'somewhere' },
});
const topics = {
  Alarms: { Type: 'AWS::SNS::Topic' },
  Engineers: aSubscription('Alarms', 'email'),
  Events: { Type: 'AWS::SNS::Topic' },
  Mail: aSubscription('Events', 'email'),
  Others: aSubscription('Events', 'sqs'),
  Silent: { Type: 'AWS::SNS::Topic' },
  Orders: { Type: 'AWS::SQS::Queue' },
};
const toTopic = (name: string) => ({ Arn: { Ref: name } });

describe('a rule', () => {
  it('may warn people by e-mail', () => {
    expect(() => checkRules(resourcesOf({ ...topics, Rule: aRule(toTopic('Alarms')) }))).not.toThrow();
  });

  it.each([
    ['a topic with other subscribers', toTopic('Events'), ':Events'],
    ['a topic that nobody reads', toTopic('Silent'), ':Silent'],
    ['a queue', { Arn: { 'Fn::GetAtt': ['Orders', 'Arn'] } }, ':Orders'],
  ])('may not lead to %s', (_, target, where) => {
    const resources = resourcesOf({ ...topics, Rule: aRule(toTopic('Alarms'), target) });

    expect(() => checkRules(resources)).toThrow(where);
  });
});
