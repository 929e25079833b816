// Tells the engineers at once when somebody endangers the keys or the evidence: makes keys unusable or recoverable, or evidence changeable.
import { type EventPattern, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import { DeadLetters } from '#lib/constructs/dead-letters.ts';

interface WatchedTable {
  readonly tableName: string;
  readonly tableArn: string;
}

export interface KeyWatchProps {
  readonly tables: readonly WatchedTable[];
  readonly keys: readonly IKey[];
  readonly evidence: {
    readonly bucket: Pick<IBucket, 'bucketName'>;
    readonly signingKey: IKey;
    readonly sealingKey: IKey;
  };
  readonly alarmTopic: ITopic;
}

/** Calls after which a key that was destroyed might be had from somewhere else, or a table that keeps them is gone. */
const callsOnTables = [
  'UpdateContinuousBackups',
  'CreateBackup',
  'StartAwsBackupJob',
  'ExportTableToPointInTime',
  'EnableKinesisStreamingDestination',
  'RestoreTableToPointInTime',
  'PutResourcePolicy',
  'DeleteResourcePolicy',
  'UpdateTimeToLive',
  'UpdateTable',
  'DeleteTable',
];

/** Calls after which a KMS key might be of no use, to DynamoDB among others, or of use to somebody else. */
const callsOnKeys = ['DisableKey', 'ScheduleKeyDeletion', 'PutKeyPolicy', 'RevokeGrant'];

/** Calls after which evidence might be changed, deleted or hidden. */
const callsOnBucket = [
  'PutBucketObjectLockConfiguration',
  'PutBucketLifecycle',
  'DeleteBucketLifecycle',
  'PutBucketVersioning',
  'PutBucketPolicy',
  'DeleteBucketPolicy',
  'DeleteBucket',
];

/** Such calls reach EventBridge by way of CloudTrail: the account needs a trail of its management events. */
export class KeyWatch extends Construct {
  readonly #props: KeyWatchProps;
  readonly #deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: KeyWatchProps) {
    super(scope, id);
    this.#props = props;
    this.#deadLetters = new DeadLetters(this, 'DeadLetters', {
      alarmTopic: props.alarmTopic,
      meaning:
        'A warning about the key tables or their KMS keys could not be delivered. Look at both tables and both keys now.',
    });
    this.#warnOfKeys();
    this.#warnOfTables();
    this.#warnOfEvidence();
  }

  #warnOfKeys(): void {
    this.#warn('Rule', {
      description: 'A KMS key of the key tables is being disabled, deleted or opened',
      source: 'aws.kms',
      detail: {
        eventName: callsOnKeys,
        resources: { ARN: this.#props.keys.map((key) => key.keyArn) },
      },
      text:
        'A KMS key of the key tables has been disabled, is to be deleted, or has another policy or a grant less. Where ' +
        'DynamoDB cannot use it no message can be taken or read, and after seven days DynamoDB archives the table into ' +
        'a backup, which breaks the promise of erasure. If that was not a deployment: enable the key again, cancel its ' +
        'deletion, or take the policy back, at once.',
    });
  }

  #warnOfTables(): void {
    const named = this.#props.tables.flatMap(({ tableName, tableArn }) => [tableName, tableArn]);
    const fields = ['tableName', 'tableArn', 'resourceArn', 'sourceTableName', 'sourceTableArn'];
    this.#warn('TablesRule', {
      description: 'A key table is being backed up, exported, streamed, opened or changed',
      source: 'aws.dynamodb',
      detail: { eventName: callsOnTables, $or: fields.map((field) => ({ requestParameters: { [field]: named } })) },
      text:
        'Somebody has changed a table of keys, or has copied it: its recovery, a backup, an export, a stream, its policy ' +
        'or the table itself. If that was not a deployment, keys that are destroyed may live on elsewhere, which breaks ' +
        'the promise of erasure. Find the call in CloudTrail, take it back, and delete what it made.',
    });
  }

  #warnOfEvidence(): void {
    const { bucket, signingKey, sealingKey } = this.#props.evidence;
    this.#warn('EvidenceRule', {
      description: 'The evidence bucket is being changed',
      source: 'aws.s3',
      detail: { eventName: callsOnBucket, requestParameters: { bucketName: [bucket.bucketName] } },
      text:
        'Somebody has changed the evidence bucket: its lock, lifecycle, versions or policy. If that was not a deployment, ' +
        'find the call in CloudTrail and take it back. What is locked cannot have been changed meanwhile.',
    });
    this.#warn('SigningKeyRule', {
      description: 'A key that signs logs, agreements or certificates is being disabled, deleted or opened',
      source: 'aws.kms',
      detail: { eventName: callsOnKeys, resources: { ARN: [signingKey.keyArn, sealingKey.keyArn] } },
      text:
        'A key that signs the logs, or that agreements and certificates are sealed with, has been disabled, is to be deleted, or has another policy: days may no longer ' +
        'be closed and nothing be signed, or somebody else may sign. If that was not a deployment, take it back. What was signed holds: its ' +
        'public key stands in the log, or in the agreement itself.',
    });
  }

  #warn(
    id: string,
    {
      description,
      source,
      detail,
      text,
    }: { description: string; source: string; text: string } & Pick<EventPattern, 'detail'>,
  ): void {
    new Rule(this, id, {
      description,
      eventPattern: { source: [source], detailType: ['AWS API Call via CloudTrail'], ...(detail && { detail }) },
      targets: [
        new SnsTopic(this.#props.alarmTopic, {
          // A role of its own: by the topic's policy any rule, of any account, could warn in our name.
          authorizeUsingRole: true,
          deadLetterQueue: this.#deadLetters,
          message: RuleTargetInput.fromText(text),
        }),
      ],
    });
  }
}
