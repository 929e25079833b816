// Brings in what the benches compare with, on the first run: the packages of compared/package.json, without install scripts.
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { run } from './service.ts';

/** A package apart: its package.json would end the reach of the root's `imports` in these folders. */
const comparedFolder = fileURLToPath(new URL('../compared/', import.meta.url));

/**
 * Loads a package of the bench's own. By a name that the compiler does not see: `npm test` type-checks these files
 * on machines where nobody has ever run the bench.
 */
export const fromBench = (name: string): unknown => createRequire(`${comparedFolder}package.json`)(name);

/** Lambda's runtime interface client, as Lambda starts it. */
export const runtimeClient = `${comparedFolder}node_modules/aws-lambda-ric/index.mjs`;

export async function installBench(): Promise<void> {
  if (!isInstalled()) {
    console.log('installing what the benches compare with (npm ci --ignore-scripts in test/bench/compared)');
    await run('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: comparedFolder });
  }
  await shimNativePart();
}

function isInstalled(): boolean {
  const installed = `${comparedFolder}node_modules/.package-lock.json`;
  if (!existsSync(installed)) return false;
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')).packages as Record<string, { version: string }>;
  const there = read(installed);
  return Object.entries(read(`${comparedFolder}package-lock.json`)).every(
    ([path, { version }]) => path === '' || there[path]?.version === version || there[path] === undefined,
  );
}

/** The client asks for `./rapid-client.node`; with no such file there, Node takes `rapid-client.node.js`. */
async function shimNativePart(): Promise<void> {
  const source = readFileSync(new URL('../functions/rapid-client.ts', import.meta.url), 'utf8');
  const { code } = await transform(source, { loader: 'ts', target: 'node24' });
  await writeFile(`${comparedFolder}node_modules/aws-lambda-ric/rapid-client.node.js`, code);
}
