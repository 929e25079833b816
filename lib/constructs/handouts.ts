// Where sealed files lie until somebody fetches them: a private bucket that forgets, read through links of a quarter of an hour.
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { AnyPrincipal, Effect, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, HttpMethods, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import type { AppFunction } from '#lib/constructs/app-function.ts';
import { portalUrl, type Stage } from '#lib/stage.ts';

/** The latest that anything goes, whatever becomes of the function that ends files: S3 looks once a day, at midnight of UTC. */
const MOST_DAYS = 7;
/** No signature opens anything for longer, whoever has made it. */
const LINK_MS = Duration.minutes(15).toMilliseconds();

/** A stage without a certificate has its portal at a name that CloudFront gives it later. */
const originsOf = (stage: Stage): string[] => [
  stage.certificateArn === undefined ? 'https://*.cloudfront.net' : portalUrl(stage),
  ...(stage.localPortal === undefined ? [] : [new URL(stage.localPortal).origin]),
];

export class Handouts extends Construct {
  readonly bucket: Bucket;
  /** Where a browser finds what lies in it. */
  readonly url: string;

  constructor(scope: Construct, id: string, { stage }: { readonly stage: Stage }) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      // Without versions: what is deleted is gone.
      versioned: false,
      removalPolicy: stage.keepData ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY,
      lifecycleRules: [{ expiration: Duration.days(MOST_DAYS), abortIncompleteMultipartUploadAfter: Duration.days(1) }],
      cors: [
        {
          allowedMethods: [HttpMethods.GET],
          allowedOrigins: originsOf(stage),
          allowedHeaders: [],
          maxAge: Duration.hours(1).toSeconds(),
        },
      ],
    });
    // https://docs.aws.amazon.com/AmazonS3/latest/API/bucket-policy-s3-sigv4-conditions.html
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:GetObject'],
        resources: [this.bucket.arnForObjects('*')],
        conditions: { NumericGreaterThan: { 's3:signatureAge': LINK_MS } },
      }),
    );
    acknowledge(this.bucket, {
      'AwsSolutions-S1':
        'What lies here is sealed under keys from elsewhere and gone within days; who asked for a link stands in the audit log. A log of readers would be a store of addresses.',
    });
    this.url = `https://${this.bucket.bucketRegionalDomainName}`;
  }

  /** Puts files there, and reads none. */
  mayFill(fn: AppFunction): void {
    fn.addEnvironment('HANDOUT_BUCKET', this.bucket.bucketName);
    this.#mayDo(fn, ['s3:PutObject']);
  }

  /** Ends them. */
  mayEnd(fn: AppFunction): void {
    fn.addEnvironment('HANDOUT_BUCKET', this.bucket.bucketName);
    this.#mayDo(fn, ['s3:DeleteObject']);
  }

  /** Signs links to them: a link can do what its signer may. */
  mayLink(fn: AppFunction): void {
    fn.addEnvironment('HANDOUT_URL', this.url);
    this.#mayDo(fn, ['s3:GetObject']);
  }

  #mayDo(fn: AppFunction, actions: readonly string[]): void {
    fn.mayDo(actions, [this.bucket.arnForObjects('*')]);
    // As cdk-nag writes the ARN of a bucket in another stack.
    const exported = Stack.of(this).exportValue(this.bucket.bucketArn);
    const { 'Fn::ImportValue': bucketArn } = Stack.of(this).resolve(exported);
    acknowledge(fn.ownRole.node.findChild('DefaultPolicy'), {
      [`AwsSolutions-IAM5[Resource::${bucketArn}/*]`]:
        'Objects are named by ids that are not known before: all that can be said of them is that they lie in this bucket, and nothing else does.',
    });
  }
}
