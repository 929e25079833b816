// The CDK app's entry: picks the stage, bundles the functions, makes the stacks.
import { makeStacks, newApp } from '#lib/app.ts';
import { bundleFunctions } from '#lib/bundle.ts';
import { defaultStage, stageNamed } from '#lib/stages.ts';

const app = newApp();
const stage = stageNamed(app.node.tryGetContext('stage') ?? defaultStage);
await bundleFunctions();
makeStacks(app, stage);
app.synth();
