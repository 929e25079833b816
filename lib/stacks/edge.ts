// What stands before everything: the firewall, in the one region where CloudFront looks for it.
import { ReferenceStrength, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { WebAcl } from '#lib/constructs/web-acl.ts';
import type { Stage } from '#lib/stage.ts';

export interface EdgeStackProps extends StackProps {
  readonly stage: Stage;
}

export class EdgeStack extends Stack {
  readonly #webAcl: WebAcl;

  constructor(scope: Construct, id: string, { stage, ...props }: EdgeStackProps) {
    super(scope, id, props);
    this.#webAcl = new WebAcl(this, 'WebAcl', stage);
  }

  /** Read by CloudFormation itself from the other region when the portal is deployed: no export, no custom resource. */
  get webAclArn(): string {
    return Stack.consumeReference(this.#webAcl.arn, ReferenceStrength.WEAK);
  }
}
