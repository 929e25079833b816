// The bucket of sealed files: private, without versions, empty after a week, read by links of a quarter of an hour.
import { describe, expect, test } from 'vitest';
import { stageNamed } from '#lib/stages.ts';
import { ownDomain } from '#test/infra/own-domain.ts';
import { pointsAt, type Synthesized, synthesize, the } from '#test/infra/synthesized.ts';

const dev = synthesize('dev');
const prod = synthesize('prod');
const bucketOf = (stage: Synthesized) =>
  the(stage.ofType('AWS::S3::Bucket'), ({ id }) => id.startsWith('HandoutsBucket'), 'the bucket');
const originsOf = (stage: Synthesized) => bucketOf(stage).Properties.CorsConfiguration.CorsRules[0].AllowedOrigins;

describe('the bucket', () => {
  const { Properties, id } = bucketOf(prod);

  test('forgets: no versions, no object for longer than a week, no upload for longer than a day', () => {
    expect(Properties).not.toHaveProperty('VersioningConfiguration');
    expect(Properties.LifecycleConfiguration.Rules).toEqual([
      { Status: 'Enabled', ExpirationInDays: 7, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 } },
    ]);
  });

  test('is encrypted, and open to nobody outside', () => {
    expect(Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(Properties.BucketEncryption.ServerSideEncryptionConfiguration).toHaveLength(1);
  });

  test('refuses whoever comes without TLS, and every signature that is older than a quarter of an hour', () => {
    const policy = the(
      prod.ofType('AWS::S3::BucketPolicy'),
      (one) => pointsAt(one.Properties.Bucket, id),
      'its policy',
    );

    expect(policy.Properties.PolicyDocument.Statement).toMatchObject([
      { Effect: 'Deny', Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
      {
        Effect: 'Deny',
        Action: 's3:GetObject',
        Principal: { AWS: '*' },
        Condition: { NumericGreaterThan: { 's3:signatureAge': 900_000 } },
      },
    ]);
  });

  test('lets pages of the portal read, and no others write', () => {
    const [rule] = Properties.CorsConfiguration.CorsRules;

    expect(rule.AllowedMethods).toEqual(['GET']);
    expect(originsOf(synthesize('prod', ownDomain))).toEqual([`https://${stageNamed('prod').domain}`]);
    expect(originsOf(prod)[0]).toBe('https://*.cloudfront.net');
  });
});

test('jobs come one at a time, five at once, and an order comes again only when its run is over', () => {
  const queue = the(dev.ofType('AWS::SQS::Queue'), ({ id }) => id.startsWith('JobsOrders'), 'the queue of jobs');
  const feed = the(
    dev.ofType('AWS::Lambda::EventSourceMapping'),
    ({ Properties }) => pointsAt(Properties.EventSourceArn, queue.id),
    'what feeds them',
  );

  expect(feed.Properties).toMatchObject({ BatchSize: 1, ScalingConfig: { MaximumConcurrency: 5 } });
  expect(queue.Properties.VisibilityTimeout).toBe(960);
});
