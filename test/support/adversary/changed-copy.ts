// A copy of the sources in which one file is another: what is bundled and run from it is really changed.
import { copyFileSync, cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ownRoot = fileURLToPath(new URL('../../..', import.meta.url));
const folders = ['bin', 'lib', 'functions', 'local', 'web'];
const wanted = [...folders, 'docs/openapi.json', 'package.json', 'package-lock.json', 'tsconfig.json', 'cdk.json'];

/** @param changes by the path of a file the path of what is to stand there. */
export function changedCopy(changes: Readonly<Record<string, string>>): { root: string; remove(): void } {
  const root = mkdtempSync(join(tmpdir(), 'answeronline-copy-'));
  for (const name of wanted) cpSync(join(ownRoot, name), join(root, name), { recursive: true });
  symlinkSync(join(ownRoot, 'node_modules'), join(root, 'node_modules'));
  for (const [path, other] of Object.entries(changes)) copyFileSync(join(ownRoot, other), join(root, path));
  return { root, remove: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }) };
}
