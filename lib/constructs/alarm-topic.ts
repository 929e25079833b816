// The topic that alarms go to, and the engineers' address that subscribes to it.
import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Subscription, SubscriptionProtocol, Topic } from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';

export class AlarmTopic extends Topic {
  constructor(scope: Construct, id: string, email: string) {
    super(scope, id, { displayName: 'AnswerOnline', enforceSSL: true });

    this.addToResourcePolicy(
      new PolicyStatement({
        sid: 'AlarmsOfThisAccount',
        principals: [new ServicePrincipal('cloudwatch.amazonaws.com')],
        actions: ['sns:Publish'],
        resources: [this.topicArn],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );

    const subscription = new Subscription(this, 'Email', {
      topic: this,
      protocol: SubscriptionProtocol.EMAIL,
      endpoint: email,
    });
    acknowledge(subscription, {
      'Serverless-SNSRedrivePolicy':
        'An alarm e-mail that cannot be delivered has no better way to make itself known; the state of the alarm itself stays in CloudWatch.',
    });
  }
}
