// The cloud assembly: synthesizes the CDK app in a process of its own and reads the templates it wrote.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputsOf } from '#local/assembly-inputs.ts';

interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
  readonly Condition?: string;
}

export interface Stack {
  readonly name: string;
  /** Where the stage says that it is deployed. */
  readonly region: string;
  readonly resources: Readonly<Record<string, TemplateResource>>;
  /** By export name: the unresolved value. */
  readonly exports: Readonly<Record<string, unknown>>;
  /** By output name: the unresolved value. */
  readonly outputs: Readonly<Record<string, unknown>>;
  /** The folder or file of an asset, by the hash that stands in its S3 key. */
  assetPath(hash: string): string;
}

/** Beside the templates: the hash of what they were made of. */
const INPUTS = 'answeronline-inputs';

export const currentAssembly = (folder: string): string => join(folder, 'current');

/**
 * The folder of the assembly: that of the run before, where it was made of the same, else a new one. It is made beside and
 * renamed: the synthesis of a runner that was killed may still be writing.
 */
export async function freshAssembly(root: string, folder: string): Promise<string> {
  const current = currentAssembly(folder);
  const inputs = inputsOf(root, process.env);
  if (inputsAt(current) === inputs) return current;
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  mkdirSync(folder, { recursive: true });
  const made = mkdtempSync(join(folder, 'new-'));
  await synthesize(root, made);
  writeFileSync(join(made, INPUTS), inputs);
  renameSync(made, current);
  return current;
}

function inputsAt(folder: string): string | undefined {
  try {
    return readFileSync(join(folder, INPUTS), 'utf8');
  } catch {
    return undefined;
  }
}

function synthesize(root: string, outFolder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'bin/answeronline.ts')], {
      cwd: root,
      env: { ...process.env, CDK_OUTDIR: outFolder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => {
      said += chunk;
    });
    child.stderr.on('data', (chunk) => {
      said += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`the CDK app can't be synthesized:\n${said.trim()}`));
    });
  });
}

interface Artifact {
  type: string;
  environment?: string;
  properties?: { templateFile?: string; stackName?: string; directoryName?: string };
}

interface Template {
  Resources?: Stack['resources'];
  Outputs?: Record<string, { Value: unknown; Export?: { Name: unknown } }>;
}

interface AssetManifest {
  files?: Record<string, { source: { path: string } }>;
}

export function readAssembly(folder: string): Stack[] {
  const manifest = readJson<{ artifacts?: Record<string, Artifact> }>(join(folder, 'manifest.json'));
  return Object.entries(manifest.artifacts ?? {}).flatMap(([id, artifact]) => {
    const { templateFile, stackName, directoryName } = artifact.properties ?? {};
    if (artifact.type === 'cdk:cloud-assembly' && directoryName) return readAssembly(join(folder, directoryName));
    if (artifact.type !== 'aws:cloudformation:stack' || !templateFile) return [];
    const region = artifact.environment?.split('/').at(-1) ?? '';
    return [readStack({ folder, id, name: stackName ?? id, region, templateFile })];
  });
}

interface Found {
  folder: string;
  id: string;
  name: string;
  region: string;
  templateFile: string;
}

function readStack({ folder, id, name, region, templateFile }: Found): Stack {
  const template = readJson<Template>(join(folder, templateFile));
  const assets = readJson<AssetManifest>(join(folder, `${id}.assets.json`)).files ?? {};
  return {
    name,
    region,
    resources: template.Resources ?? {},
    exports: Object.fromEntries(
      Object.values(template.Outputs ?? {}).flatMap((output) =>
        typeof output.Export?.Name === 'string' ? [[output.Export.Name, output.Value]] : [],
      ),
    ),
    outputs: Object.fromEntries(Object.entries(template.Outputs ?? {}).map(([key, { Value }]) => [key, Value])),
    assetPath(hash) {
      const source = assets[hash]?.source.path;
      if (!source) throw new Error(`stack ${name} has no asset ${hash}`);
      return join(folder, source);
    },
  };
}

/** Where the stage is: the firewall's stack stands elsewhere. */
export const stageRegion = (stacks: readonly Stack[]): string =>
  stacks.find(({ resources }) => Object.values(resources).some(({ Type }) => Type === 'AWS::ApiGatewayV2::Api'))
    ?.region ?? '';

const readJson = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;
