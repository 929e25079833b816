// An assembly is used again only where nothing has changed that it was made of.
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inputsOf } from '#local/assembly-inputs.ts';

let root: string;
const write = (path: string, content: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), content);
};

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'answeronline-inputs-'));
  for (const folder of ['bin', 'lib/stacks', 'functions/api', 'web/inbox']) write(`${folder}/one.ts`, 'one');
  write('package-lock.json', '{}');
});
afterEach(() => rmSync(root, { recursive: true }));

const environment = { CDK_CONTEXT_JSON: '{}', PATH: '/bin' };

test('the same sources, packages and settings are the same inputs', () => {
  const before = inputsOf(root, environment);
  write('local/runner.ts', 'not synthesized');

  const after = inputsOf(root, { ...environment, PATH: '/usr/bin' });

  expect(after).toBe(before);
});

test.for([
  ['a changed source', () => write('functions/api/one.ts', 'two')],
  ['a new source', () => write('lib/stacks/two.ts', 'one')],
  ['a source of another name', () => renameSync(join(root, 'bin/one.ts'), join(root, 'bin/two.ts'))],
  ['another package', () => write('package-lock.json', '{"packages": 1}')],
  ['another package installed', () => write('node_modules/.package-lock.json', '{}')],
  ['a setting of CDK that was not there', () => write('cdk.json', '{}')],
] as const)('%s is another input', ([, change]) => {
  const before = inputsOf(root, environment);
  change();

  const after = inputsOf(root, environment);

  expect(after).not.toBe(before);
});

test('another context from the environment is another input', () => {
  const [one, other] = ['{}', '{"stage":"prod"}'].map((context) => inputsOf(root, { CDK_CONTEXT_JSON: context }));

  expect(one).not.toBe(other);
});
