// Where the evidence lies: a bucket that nobody can change, and the key that its logs are signed with.
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Key, KeySpec, KeyUsage } from 'aws-cdk-lib/aws-kms';
import { BlockPublicAccess, Bucket, BucketEncryption, ObjectLockRetention, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import type { AppFunction } from '#lib/constructs/app-function.ts';
import { evidencePrefixes } from '#shared/tables.ts';

/** Two years: longer than any tombstone, and than anything that could be restored. */
const EVIDENCE_DAYS = 731;

/**
 * In a stage that keeps its data nobody can shorten the lock, the account's root user among them (COMPLIANCE). One for
 * trying out locks for a day, and whoever has the right may go past that.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
 */
const lockOf = (keep: boolean) =>
  keep
    ? ObjectLockRetention.compliance(Duration.days(EVIDENCE_DAYS))
    : ObjectLockRetention.governance(Duration.days(1));

export class EvidenceStore extends Construct {
  readonly bucket: Bucket;
  readonly signingKey: Key;
  /** Apart from the log's: whoever answers the internet signs with this one, and can forge no day of a log. */
  readonly sealingKey: Key;

  /** @param keep Retained when the stack goes, as the tables are. */
  constructor(scope: Construct, id: string, { keep }: { readonly keep: boolean }) {
    super(scope, id);
    const removalPolicy = keep ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
    this.bucket = new Bucket(this, 'Bucket', {
      versioned: true,
      objectLockDefaultRetention: lockOf(keep),
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy,
      lifecycleRules: [
        {
          expiration: Duration.days(EVIDENCE_DAYS),
          noncurrentVersionExpiration: Duration.days(1),
          abortIncompleteMultipartUploadAfter: Duration.days(1),
        },
        // Of what has expired a marker stays, until there is nothing left behind it.
        { expiredObjectDeleteMarker: true },
      ],
    });
    acknowledge(this.bucket, {
      'AwsSolutions-S1':
        'Two functions alone write here, and nothing can be changed or deleted. Access logs would be one more store, which itself would have to be locked and logged.',
    });
    const signs = { keySpec: KeySpec.ECC_NIST_P256, keyUsage: KeyUsage.SIGN_VERIFY, removalPolicy };
    this.signingKey = new Key(this, 'SigningKey', {
      description: 'AnswerOnline: signs the erasure log and the audit',
      ...signs,
    });
    this.sealingKey = new Key(this, 'SealingKey', {
      description: 'AnswerOnline: seals agreements and certificates',
      ...signs,
    });
    // Whoever checks a log, an agreement or a certificate fetches the public half by these.
    new CfnOutput(Stack.of(this), 'SigningKeyId', { value: this.signingKey.keyId });
    new CfnOutput(Stack.of(this), 'SealingKeyId', { value: this.sealingKey.keyId });
  }

  /** Writes down what is erased, and what a sweep did; reads nothing. */
  mayKeep(fn: AppFunction): void {
    fn.addEnvironment('EVIDENCE_BUCKET', this.bucket.bucketName);
    this.#mayDo(fn, ['s3:PutObject'], [evidencePrefixes.days]);
  }

  /** Reads what was kept on a day, signs it, and writes that down; and days of the audit. */
  mayClose(fn: AppFunction): void {
    const { days, closed, audit } = evidencePrefixes;
    fn.addEnvironment('EVIDENCE_BUCKET', this.bucket.bucketName);
    fn.addEnvironment('SIGNING_KEY_ID', this.signingKey.keyArn);
    this.#mayDo(fn, ['s3:GetObject'], [days, closed, audit]);
    this.#mayDo(fn, ['s3:PutObject'], [closed, audit]);
    // Without it, what is not there would be answered as forbidden.
    fn.mayDo(['s3:ListBucket'], [this.bucket.bucketArn]);
    fn.mayDo(['kms:Sign', 'kms:GetPublicKey'], [this.signingKey.keyArn]);
  }

  /** Seals certificates of erasures, keeps them, and issues what stands there already. */
  mayCertify(fn: AppFunction): void {
    fn.addEnvironment('EVIDENCE_BUCKET', this.bucket.bucketName);
    this.#mayDo(fn, ['s3:GetObject', 's3:PutObject'], [evidencePrefixes.certificates]);
    // Without it, what is not there would be answered as forbidden.
    fn.mayDo(['s3:ListBucket'], [this.bucket.bucketArn]);
    this.maySeal(fn);
  }

  /** Puts the service's seal on an agreement or a certificate. */
  maySeal(fn: AppFunction): void {
    fn.addEnvironment('SEALING_KEY_ID', this.sealingKey.keyArn);
    fn.mayDo(['kms:Sign', 'kms:GetPublicKey'], [this.sealingKey.keyArn]);
  }

  #mayDo(fn: AppFunction, actions: readonly string[], prefixes: readonly string[]): void {
    const objects = prefixes.map((prefix) => `${prefix}*`);
    fn.mayDo(
      actions,
      objects.map((name) => this.bucket.arnForObjects(name)),
    );
    // As cdk-nag writes the ARN of a bucket in another stack.
    const exported = Stack.of(this).exportValue(this.bucket.bucketArn);
    const { 'Fn::ImportValue': bucketArn } = Stack.of(this).resolve(exported);
    const policy = fn.ownRole.node.findChild('DefaultPolicy');
    for (const name of objects)
      acknowledge(policy, {
        [`AwsSolutions-IAM5[Resource::${bucketArn}/${name}]`]:
          'Objects are named by day and a new id: their names begin alike, and that is all that can be said of them.',
      });
  }
}
