// Tells the engineers at once when somebody disables a key of the key tables, or schedules its deletion.
import { Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { DeadLetters } from '#lib/constructs/dead-letters.ts';

export interface KmsWatchProps {
  readonly keys: readonly IKey[];
  readonly alarmTopic: ITopic;
}

/** Such calls reach EventBridge by way of CloudTrail: the account needs a trail of its management events. */
export class KmsWatch extends Construct {
  constructor(scope: Construct, id: string, { keys, alarmTopic }: KmsWatchProps) {
    super(scope, id);
    const deadLetterQueue = new DeadLetters(this, 'DeadLetters', {
      alarmTopic,
      meaning:
        'A warning that a KMS key of the key tables is being disabled or deleted could not be delivered. Look at both keys now.',
    });
    new Rule(this, 'Rule', {
      description: 'A KMS key of the key tables is being disabled or deleted',
      eventPattern: {
        source: ['aws.kms'],
        detailType: ['AWS API Call via CloudTrail'],
        detail: {
          eventName: ['DisableKey', 'ScheduleKeyDeletion'],
          resources: { ARN: keys.map((key) => key.keyArn) },
        },
      },
      targets: [
        new SnsTopic(alarmTopic, {
          // A role of its own: by the topic's policy any rule, of any account, could warn in our name.
          authorizeUsingRole: true,
          deadLetterQueue,
          message: RuleTargetInput.fromText(
            'A KMS key of the key tables has been disabled or is to be deleted. Without it no message can be taken or ' +
              'read, and after seven days DynamoDB archives the table into a backup, which breaks the promise of erasure. ' +
              'Enable the key again, or cancel its deletion, at once.',
          ),
        }),
      ],
    });
  }
}
