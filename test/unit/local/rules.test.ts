// Rules of EventBridge on one machine: what fits goes to its queue, transformed; what the runner does not know stops the start.
import { describe, expect, it } from 'vitest';
import { openRules } from '#local/rules.ts';
import { resourcesOf } from '#test/support/builders/stacks.ts';

const aRule = (target: object, pattern: object = { source: ['aws.ses'] }) => ({
  Type: 'AWS::Events::Rule',
  Properties: { EventPattern: pattern, Targets: [target] },
});
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
const toQueue = (paths: Record<string, string>, template: string) => ({
  Arn: { 'Fn::GetAtt': ['Orders', 'Arn'] },
  InputTransformer: { InputPathsMap: paths, InputTemplate: template },
});

const opened = (rule: object) => {
  const sent: [string, string][] = [];
  const bus = openRules(resourcesOf({ ...topics, Rule: rule as ReturnType<typeof aRule> }), (arn, body) =>
    sent.push([arn.split(':').at(-1) ?? '', body]),
  );
  return { bus, sent };
};

const event = { source: 'aws.ses', detail: { mail: { tags: { delivery: ['dlv_1'] }, to: 'anna@nordvik.example' } } };

describe('a rule', () => {
  it('may warn people by e-mail, which nobody hears of here', () => {
    const { bus, sent } = opened(aRule(toTopic('Alarms')));

    bus(event);

    expect(sent).toEqual([]);
  });

  it('puts of an event what its transformer takes out of it into the queue', () => {
    const { bus, sent } = opened(
      aRule(toQueue({ 'the-tag': '$.detail.mail.tags.delivery' }, '{"event":"Bounce","delivery":<the-tag>}')),
    );

    bus(event);

    expect(sent).toEqual([['Orders', '{"event":"Bounce","delivery":["dlv_1"]}']]);
  });

  it.each([
    ['another source', { source: ['aws.s3'] }, 0],
    ['a value of a list', { detail: { mail: { tags: { delivery: ['dlv_1', 'dlv_2'] } } } }, 1],
    ['how it begins', { detail: { mail: { tags: { delivery: [{ prefix: 'dlv_' }] } } } }, 1],
    ['how it does not begin', { detail: { mail: { tags: { delivery: [{ prefix: 'msg_' }] } } } }, 0],
    ['something that is not there', { detail: { mail: { tags: { message: [{ prefix: 'msg_' }] } } } }, 0],
  ])('that asks for %s', (_, pattern, times) => {
    const { bus, sent } = opened(aRule(toQueue({}, '{}'), pattern));

    bus(event);

    expect(sent).toHaveLength(times);
  });

  it('fails where the event has nothing at a path, as EventBridge does', () => {
    const { bus } = opened(aRule(toQueue({ type: '$.detail.bounce.bounceType' }, '{"type":<type>}')));

    expect(() => bus(event)).toThrow('nothing at $.detail.bounce.bounceType');
  });

  it.each([
    ['a topic with other subscribers', toTopic('Events'), ':Events'],
    ['a topic that nobody reads', toTopic('Silent'), ':Silent'],
    ['a queue, as it is', { Arn: { 'Fn::GetAtt': ['Orders', 'Arn'] } }, ':Orders'],
    ['a path with an index', toQueue({ first: '$.detail.list[0]' }, '{"first":<first>}'), '$.detail.list[0]'],
    ['a placeholder in a text', toQueue({ first: '$.detail.first' }, '{"first":"it is <first>"}'), 'whole value'],
  ])('may not lead to %s', (_, target, why) => {
    expect(() => opened(aRule(target))).toThrow(why);
  });

  it.each([{ source: [{ suffix: 'ses' }] }, { source: [{ prefix: 1 }] }, { source: [{ prefix: 'a', suffix: 'b' }] }])(
    'may not ask for %j',
    (pattern) => {
      expect(() => opened(aRule(toQueue({}, '{}'), pattern))).toThrow('the runner does not know');
    },
  );
});
