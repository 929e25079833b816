// Which resources the runner takes from the templates, and how their references are filled in.
import { describe, expect, it } from 'vitest';
import { openResources } from '#local/resources.ts';
import { aStack, places, resourcesOf } from '#test/support/builders/stacks.ts';

describe('the resources of the templates', () => {
  it('refer to each other across stacks by what is exported', () => {
    const data = aStack({
      name: 'data',
      resources: { Orders: { Type: 'AWS::SQS::Queue', Properties: {} } },
      exports: { 'data:Orders': { 'Fn::GetAtt': ['Orders', 'Arn'] } },
    });
    const service = aStack({
      name: 'service',
      resources: {
        Feed: { Type: 'AWS::SNS::Subscription', Properties: { Endpoint: { 'Fn::ImportValue': 'data:Orders' } } },
      },
    });

    const [subscription] = openResources([data, service], places).of('AWS::SNS::Subscription');

    expect(subscription?.properties.Endpoint).toBe('arn:aws:sqs:eu-north-1:000000000000:Orders');
  });

  it('know where a queue and the issuer are on this machine', () => {
    const resources = { Orders: { Type: 'AWS::SQS::Queue' }, People: { Type: 'AWS::Cognito::UserPool' } };

    const opened = resourcesOf(resources);

    expect(opened.of('AWS::SQS::Queue')[0]?.physical.ref).toBe('http://127.0.0.1:5000/000000000000/Orders');
    expect(opened.of('AWS::Cognito::UserPool')[0]?.physical.attributes.ProviderURL).toBe(places.issuer);
  });

  it('leave out what is of no matter here', () => {
    const resources = { Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Of: { 'Fn::Unheard': 'of' } } } };

    expect(resourcesOf(resources).of('AWS::CloudWatch::Alarm')).toEqual([]);
  });

  it.each(['AWS::EFS::FileSystem', 'AWS::SES::Template', 'AWS::CloudWatch::Dashboard'])(
    'stop the start at a type that is not known, by name: %s',
    (type) => {
      expect(() => resourcesOf({ Files: { Type: type } })).toThrow(`Files (${type}) in stack stack`);
    },
  );

  it('stop the start at a reference that leads nowhere', () => {
    const resources = { Topic: { Type: 'AWS::SNS::Topic', Properties: { Key: { Ref: 'Gone' } } } };

    expect(() => resourcesOf(resources)).toThrow('Topic (AWS::SNS::Topic) in stack stack: ');
  });
});
