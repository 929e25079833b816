// The portal: its files, the distribution that is the one address of everything, and what it tells the app at its start.
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { PortalDistribution } from '#lib/constructs/portal-distribution.ts';
import { PortalFiles } from '#lib/constructs/portal-files.ts';
import { portalConfig } from '#lib/portal-config.ts';
import type { DataStack } from '#lib/stacks/data.ts';
import type { EdgeStack } from '#lib/stacks/edge.ts';
import type { IdentityStack } from '#lib/stacks/identity.ts';
import type { ServiceStack } from '#lib/stacks/service.ts';
import type { Stage } from '#lib/stage.ts';

export interface PortalStackProps extends StackProps {
  readonly stage: Stage;
  readonly data: DataStack;
  readonly identity: IdentityStack;
  readonly service: ServiceStack;
  readonly edge: EdgeStack;
}

export class PortalStack extends Stack {
  constructor(scope: Construct, id: string, { stage, data, identity, service, edge, ...props }: PortalStackProps) {
    super(scope, id, props);
    // A weak reference says nothing about order.
    this.addStackDependency(edge);

    const files = new PortalFiles(this, 'Files', { keep: stage.keepData });
    const { distribution } = new PortalDistribution(this, 'Distribution', {
      stage,
      files: files.bucket,
      webAclArn: edge.webAclArn,
      elsewhere: { loginUrl: identity.loginUrl, handoutUrl: data.handouts.url },
      api: service.origin,
    });
    const { userPoolProviderUrl: issuer } = identity.userPool;
    const { userPoolClientId: clientId } = identity.clients.portal;
    files.deploy({ distribution, config: portalConfig({ stage, issuer, clientId, loginUrl: identity.loginUrl }) });

    new CfnOutput(this, 'PortalAddress', { value: `https://${distribution.distributionDomainName}` });
    new CfnOutput(this, 'DistributionId', { value: distribution.distributionId });
  }
}
