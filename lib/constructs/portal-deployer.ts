// What CDK's own function that puts files into a bucket may do, line by line, and what is said to an auditor about it.
import { Stack } from 'aws-cdk-lib';
import type { IDistribution } from 'aws-cdk-lib/aws-cloudfront';
import { type IRole, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { ISource } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledge } from '#lib/acknowledge.ts';

export interface PortalDeployerProps {
  readonly logGroup: ILogGroup;
  readonly bucket: IBucket;
}

/** CDK would give it a policy of AWS's and actions with stars; it gets a role that nothing is added to but here. */
export class PortalDeployer extends Construct {
  readonly role: IRole;
  readonly #own: Role;

  constructor(scope: Construct, id: string, { logGroup, bucket }: PortalDeployerProps) {
    super(scope, id);
    this.#own = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.role = this.#own.withoutPolicyUpdates();
    this.#mayDo(['logs:CreateLogStream', 'logs:PutLogEvents'], logGroup.logGroupArn);
    this.#mayDo(['s3:ListBucket'], bucket.bucketArn);
    this.#mayDo(['s3:PutObject'], bucket.arnForObjects('*'));
    const stack = Stack.of(this);
    acknowledge(this.#own.node.findChild('DefaultPolicy'), {
      [`AwsSolutions-IAM5[Resource::<${stack.getLogicalId(bucket.node.defaultChild as never)}.Arn>/*]`]:
        "The portal's files have names with hashes, which change at every build: all that can be said of them is the bucket, which holds nothing else.",
      [`AwsSolutions-IAM5[Resource::arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-${stack.region}/*]`]:
        'Reads what CDK itself has uploaded for this deployment. A right to the newest files alone would be gone when a deployment that failed is rolled back to the ones before.',
    });
  }

  /** The same source, which gives the right to read what is uploaded, and no other. */
  reading(source: ISource): ISource {
    return {
      bind: (scope, context) => {
        const bound = source.bind(scope, { ...context, handlerRole: this.role });
        this.#mayDo(['s3:GetObject'], bound.bucket.arnForObjects('*'));
        return bound;
      },
    };
  }

  mayInvalidate({ distributionArn }: IDistribution): void {
    this.#mayDo(['cloudfront:CreateInvalidation', 'cloudfront:GetInvalidation'], distributionArn);
  }

  /** One for all deployments of the stack, made by the first of them. */
  acknowledgeFunction(): void {
    const found = Stack.of(this).node.children.find(({ node }) => node.id.startsWith('Custom::CDKBucketDeployment'));
    if (!found) throw new Error('CDK calls its function by another name: look at aws-s3-deployment');
    const runtime = 'Its code and its Python come with aws-cdk-lib, and are renewed with it.';
    acknowledge(found, {
      'AwsSolutions-L1': `${runtime} It runs at deployments alone, on files that this build has made.`,
      'Serverless-LambdaLatestVersion': `${runtime} It runs at deployments alone, on files that this build has made.`,
      'Serverless-LambdaDLQ':
        'Called by CloudFormation, which waits for its answer: a failure is a deployment that fails, and is rolled back.',
      'Serverless-LambdaTracing':
        "Runs at deployments alone, and writes each step into a log of its own. There is nobody's request to follow.",
    });
  }

  #mayDo(actions: string[], resource: string): void {
    this.#own.addToPolicy(new PolicyStatement({ actions, resources: [resource] }));
  }
}
