// Acknowledges a finding of cdk-nag on one resource, with the reason an auditor reads.
import { CfnResource, Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Rule ids with their reasons; a finding's own id stands in brackets: `AwsSolutions-IAM5[Resource::*]`. */
export function acknowledge(construct: IConstruct, reasons: Readonly<Record<string, string>>): void {
  const resource = CfnResource.isCfnResource(construct) ? construct : construct.node.defaultChild;
  if (!resource) throw new Error(`${construct.node.path} is no single resource: acknowledge on the one that is meant`);
  for (const [id, reason] of Object.entries(reasons)) Validations.of(resource).acknowledge({ id, reason });
}
