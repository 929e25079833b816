// The app: a stage's five stacks, checked by cdk-nag at every synth.
import { App, type AppProps, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { DataStack } from '#lib/stacks/data.ts';
import { EdgeStack } from '#lib/stacks/edge.ts';
import { IdentityStack } from '#lib/stacks/identity.ts';
import { PortalStack } from '#lib/stacks/portal.ts';
import { ServiceStack } from '#lib/stacks/service.ts';
import { EDGE_REGION, type StackPart, type Stage, stackName } from '#lib/stage.ts';

export const newApp = (props: AppProps = {}): App =>
  new App({
    analyticsReporting: false,
    treeMetadata: false,
    // Here rather than in cdk.json: the tests see the same templates as the command line.
    postCliContext: {
      '@aws-cdk/aws-iam:minimizePolicies': true,
      '@aws-cdk/core:defaultCrossStackReferences': 'strong',
    },
    ...props,
  });

/** Needs the bundles of the functions and the portal's files: `bundleFunctions()` and `buildPortal()` come first. */
export function makeStacks(app: App, stage: Stage) {
  const common = (part: StackPart) => ({
    stage,
    stackName: stackName(stage, part),
    env: { region: stage.region },
    terminationProtection: stage.keepData,
  });
  const data = new DataStack(app, 'Data', {
    ...common('data'),
    description: 'AnswerOnline: tables, their keys, evidence, alarms',
  });
  const identity = new IdentityStack(app, 'Identity', {
    ...common('identity'),
    description: 'AnswerOnline: who signs in',
    data,
  });
  const service = new ServiceStack(app, 'Service', {
    ...common('service'),
    description: 'AnswerOnline: the API and the way of a message',
    data,
    identity,
  });
  const edge = new EdgeStack(app, 'Edge', {
    ...common('edge'),
    env: { region: EDGE_REGION },
    description: 'AnswerOnline: the firewall before the portal and the API',
  });
  const portal = new PortalStack(app, 'Portal', {
    ...common('portal'),
    description: 'AnswerOnline: the portal, and the one address of everything',
    data,
    identity,
    service,
    edge,
  });
  // Not on stacks: CloudFormation would hand them on to every resource, the key tables too.
  const onResources = { excludeResourceTypes: ['aws:cdk:stack'] };
  Tags.of(app).add('application', 'answeronline', onResources);
  Tags.of(app).add('stage', stage.name, onResources);
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return { data, identity, service, edge, portal };
}
