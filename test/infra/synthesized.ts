// The stacks of a stage, synthesized, and small ways of asking their templates.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Template } from 'aws-cdk-lib/assertions';
import { makeStacks, newApp } from '#lib/app.ts';
import { bundleFunctions } from '#lib/bundle.ts';
import { buildPortal } from '#lib/portal-build.ts';
import type { Stage } from '#lib/stage.ts';
import { stageNamed } from '#lib/stages.ts';

export interface Resource {
  readonly id: string;
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is whatever CloudFormation takes
  readonly Properties: any;
  readonly DependsOn?: readonly string[];
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}

await Promise.all([bundleFunctions(), buildPortal()]);

const done = new Map<string, Synthesized>();
const outdirs: string[] = [];
process.once('exit', () => {
  for (const outdir of outdirs) rmSync(outdir, { recursive: true, force: true });
});

/** A stage is synthesized once for as many tests as share the process. */
export function synthesize(stageName: string, changes: Partial<Stage> = {}): Synthesized {
  const key = JSON.stringify([stageName, changes]);
  const synthesized = done.get(key) ?? synthesizeNow(stageName, changes);
  done.set(key, synthesized);
  return synthesized;
}

function synthesizeNow(stageName: string, changes: Partial<Stage>) {
  const outdir = mkdtempSync(join(tmpdir(), 'answeronline-infra-'));
  outdirs.push(outdir);
  const app = newApp({ outdir, context: { 'aws:cdk:disable-asset-staging': true } });
  const stacks = makeStacks(app, { ...stageNamed(stageName), ...changes });
  app.synth();
  const templates = {
    data: Template.fromStack(stacks.data),
    identity: Template.fromStack(stacks.identity),
    service: Template.fromStack(stacks.service),
    edge: Template.fromStack(stacks.edge),
    portal: Template.fromStack(stacks.portal),
  };
  const all = Object.values(templates).flatMap((template) => resourcesOf(template));
  return {
    app,
    stacks,
    templates,
    all,
    ofType: (type: string) => all.filter((resource) => resource.Type === type),
    /** A function by its name, told by its description. */
    functionNamed: (name: string) => the(all, isFunctionNamed(name), `the function ${name}`),
    table: (name: string) => the(all, isTableNamed(name), `the table ${name}`),
  };
}

export type Synthesized = ReturnType<typeof synthesizeNow>;

function resourcesOf(template: Template): Resource[] {
  const resources = template.toJSON().Resources as Record<string, Omit<Resource, 'id'>>;
  return Object.entries(resources).map(([id, resource]) => ({ ...resource, id }));
}

const isFunctionNamed = (name: string) => (resource: Resource) =>
  resource.Type === 'AWS::Lambda::Function' && resource.Properties.Description?.endsWith(`: ${name}`);

const isTableNamed = (name: string) => (resource: Resource) =>
  resource.Type === 'AWS::DynamoDB::Table' && resource.Properties.TableName.endsWith(`-${name}`);

export function the(resources: readonly Resource[], matches: (resource: Resource) => boolean, what: string): Resource {
  const [found, ...others] = resources.filter(matches);
  if (!found || others.length > 0)
    throw new Error(`Expected exactly one: ${what}; found ${others.length + (found ? 1 : 0)}`);
  return found;
}

/** The logical id that a Ref, a GetAtt or an import points at, wherever it stands in the value. */
export const pointsAt = (value: unknown, id: string): boolean => JSON.stringify(value ?? null).includes(`${id}"`);
