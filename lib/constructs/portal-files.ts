// The portal's files: a bucket that only CloudFront reads, and what puts the built files and config.json there.
import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, type BucketDeploymentProps, CacheControl, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';
import { PortalDeployer } from '#lib/constructs/portal-deployer.ts';
import { portalFolder } from '#lib/portal-build.ts';
import type { PortalConfig } from '#lib/portal-config.ts';

/** Their names have a hash of what stands in them. */
const ASSETS = 'assets';
const A_YEAR = CacheControl.fromString('public, max-age=31536000, immutable');
const NEVER = CacheControl.fromString('no-store');

export interface PortalFilesProps {
  /** Retained when the stack goes. */
  readonly keep: boolean;
}

export class PortalFiles extends Construct {
  readonly bucket: IBucket;
  readonly #logGroup: LogGroup;
  readonly #deployer: PortalDeployer;

  constructor(scope: Construct, id: string, { keep }: PortalFilesProps) {
    super(scope, id);
    const removalPolicy = keep ? RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE : RemovalPolicy.DESTROY;
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy,
      lifecycleRules: [{ abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    }) as IBucket;
    acknowledge(this.bucket, {
      'AwsSolutions-S1':
        'Holds the published files of the portal and nothing about anybody; only CloudFront reads it. A log of readers would be a store of addresses.',
    });
    this.#logGroup = new LogGroup(this, 'DeploymentLogs', { retention: RetentionDays.ONE_MONTH, removalPolicy });
    this.#deployer = new PortalDeployer(this, 'Deployer', { logGroup: this.#logGroup, bucket: this.bucket });
  }

  /** What is hashed comes first, and stays: a page that is open in a tab may still ask for the files of its own time. */
  deploy({ distribution, config }: { distribution: IDistribution; config: PortalConfig }): void {
    const assets = this.#deployment('Assets', {
      sources: [Source.asset(`${portalFolder()}/${ASSETS}`)],
      destinationKeyPrefix: ASSETS,
      cacheControl: [A_YEAR],
    });
    const pages = this.#deployment('Pages', {
      sources: [Source.asset(portalFolder(), { exclude: [ASSETS] }), Source.jsonData('config.json', config)],
      cacheControl: [NEVER],
      distribution,
      distributionPaths: ['/', '/index.html', '/config.json'],
    });
    pages.node.addDependency(assets);
    this.#deployer.mayInvalidate(distribution);
    this.#deployer.acknowledgeFunction();
  }

  #deployment(id: string, { sources, ...props }: Omit<BucketDeploymentProps, 'destinationBucket'>): BucketDeployment {
    const deployment = new BucketDeployment(this, id, {
      sources: sources.map((source) => this.#deployer.reading(source)),
      destinationBucket: this.bucket,
      prune: false,
      logGroup: this.#logGroup,
      memoryLimit: 256,
      role: this.#deployer.role,
      ...props,
    });
    deployment.node.addDependency(this.#deployer);
    return deployment;
  }
}
