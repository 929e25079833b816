// The CDK app's entry: picks the stage, bundles the functions, builds the portal, makes the stacks.
import { makeStacks, newApp } from '#lib/app.ts';
import { bundleFunctions } from '#lib/bundle.ts';
import { buildPortal } from '#lib/portal-build.ts';
import { defaultStage, stageNamed } from '#lib/stages.ts';

const app = newApp();
const stage = stageNamed(app.node.tryGetContext('stage') ?? defaultStage);
await Promise.all([bundleFunctions(), buildPortal()]);
makeStacks(app, stage);
app.synth();
