// The evidence: a bucket that nobody can change or delete from, and a key that signs and does nothing else.
import { describe, expect, test } from 'vitest';
import { pointsAt, synthesize, the } from '#test/infra/synthesized.ts';

const dev = synthesize('dev');
const prod = synthesize('prod');
const bucketOf = (stage: typeof dev) =>
  the(stage.ofType('AWS::S3::Bucket'), ({ id }) => /^EvidenceBucket/.test(id), 'the bucket');
const keyOf = (stage: typeof dev) =>
  the(stage.ofType('AWS::KMS::Key'), ({ id }) => id.startsWith('EvidenceSigningKey'), 'the signing key');

describe('the evidence bucket', () => {
  test('keeps every version, and locks each for two years: in a stage that keeps its data for everybody', () => {
    const lockOf = (stage: typeof dev) => bucketOf(stage).Properties.ObjectLockConfiguration.Rule.DefaultRetention;

    for (const stage of [dev, prod]) {
      expect(bucketOf(stage).Properties.VersioningConfiguration).toEqual({ Status: 'Enabled' });
      expect(bucketOf(stage).Properties.ObjectLockEnabled).toBe(true);
    }
    expect([lockOf(dev), lockOf(prod)]).toEqual([
      { Mode: 'GOVERNANCE', Days: 1 },
      { Mode: 'COMPLIANCE', Days: 731 },
    ]);
  });

  test('lets what it holds go when its lock is over, and not before', () => {
    const { Rules } = bucketOf(prod).Properties.LifecycleConfiguration;

    expect(Rules).toEqual([
      {
        Status: 'Enabled',
        ExpirationInDays: 731,
        NoncurrentVersionExpiration: { NoncurrentDays: 1 },
        AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
      },
      { Status: 'Enabled', ExpiredObjectDeleteMarker: true },
    ]);
  });

  test('is encrypted, open to nobody without TLS, and to nobody outside', () => {
    const { Properties, id } = bucketOf(prod);
    const policy = the(
      prod.ofType('AWS::S3::BucketPolicy'),
      (one) => pointsAt(one.Properties.Bucket, id),
      'its policy',
    );

    expect(Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(Properties.OwnershipControls.Rules).toEqual([{ ObjectOwnership: 'BucketOwnerEnforced' }]);
    expect(Properties.BucketEncryption.ServerSideEncryptionConfiguration).toHaveLength(1);
    expect(policy.Properties.PolicyDocument.Statement).toMatchObject([
      { Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ]);
  });

  test('and the key outlive the stack where data is kept', () => {
    for (const of of [bucketOf, keyOf])
      expect([of(prod).DeletionPolicy, of(dev).DeletionPolicy]).toEqual(['RetainExceptOnCreate', 'Delete']);
  });
});

test('agreements and certificates are sealed with a key of their own, of the same kind', () => {
  const sealing = the(prod.ofType('AWS::KMS::Key'), ({ id }) => id.startsWith('EvidenceSealingKey'), 'the key');

  expect(sealing.Properties).toMatchObject({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
  expect(sealing.DeletionPolicy).toBe('RetainExceptOnCreate');
});

test('the key signs by P-256, and nothing else', () => {
  expect(keyOf(prod).Properties).toMatchObject({ KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' });
});

test('somebody is told of whoever changes the bucket or disables the key', () => {
  const rules = prod.ofType('AWS::Events::Rule');
  const ofBucket = the(rules, ({ id }) => id.startsWith('KeyWatchEvidenceRule'), 'its rule').Properties.EventPattern;
  const ofKey = the(rules, ({ id }) => id.startsWith('KeyWatchSigningKeyRule'), 'its rule').Properties.EventPattern;

  expect(pointsAt(ofBucket.detail.requestParameters.bucketName, bucketOf(prod).id)).toBe(true);
  expect(ofBucket.detail.eventName).toContain('PutBucketObjectLockConfiguration');
  expect(pointsAt(ofKey.detail.resources.ARN, keyOf(prod).id)).toBe(true);
});

test('the keys that sign and seal are outputs of the stack, so that anybody there can fetch their public halves', () => {
  for (const stage of [dev, prod]) {
    const outputs = stage.templates.data.toJSON().Outputs;
    const idOf = (name: string) => the(stage.ofType('AWS::KMS::Key'), ({ id }) => id.startsWith(name), name).id;

    expect(outputs.SigningKeyId.Value).toEqual({ Ref: idOf('EvidenceSigningKey') });
    expect(outputs.SealingKeyId.Value).toEqual({ Ref: idOf('EvidenceSealingKey') });
  }
});
