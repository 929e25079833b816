// What a synthesis depends on, as one hash: where it is that of the run before, so is the assembly.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folders = ['bin', 'lib', 'functions', 'web'];
/** npm's own list of what is installed stands in node_modules; the others may be missing, too. */
const files = ['package.json', 'package-lock.json', 'cdk.json', 'cdk.context.json', 'tsconfig.json'];
const installed = 'node_modules/.package-lock.json';
/** What CDK and Node read of the environment. */
const asked = /^(CDK|AWS|NODE)_/;

export function inputsOf(root: string, environment: NodeJS.ProcessEnv): string {
  const hash = createHash('sha256');
  const add = (name: string, content: Buffer | string) => hash.update(`${name} ${content.length}\n`).update(content);
  add('node', `${process.version} ${process.platform} ${process.arch} ${root}`);
  for (const [name, value = ''] of Object.entries(environment).sort(([a], [b]) => (a < b ? -1 : 1)))
    if (asked.test(name)) add(name, value);
  for (const path of [...files, installed]) add(path, contentOf(join(root, path)));
  for (const folder of folders)
    for (const entry of readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((one) => one.isFile())
      .map(({ parentPath, name }) => join(parentPath, name))
      .sort())
      add(entry, readFileSync(entry));
  return hash.digest('hex');
}

function contentOf(path: string): Buffer | string {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return 'none';
  }
}
