// Bundles every function with esbuild: dist/functions/<name>/index.mjs, its metafile and its source map beside, not inside.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { environmentCredentials, lazyHttp, leanShapes, neverRuns } from '#lib/bundle-plugins.ts';
import { type FunctionName, functionFacts, functionNames } from '#lib/functions.ts';
import { shippedFiles } from '#papers/typeface-files.ts';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');

/** The folder that is deployed: index.mjs, and beside it the files of packages that it reads as they are. */
export const bundleFolder = (name: FunctionName): string => join(dist, 'functions', name);
export const metafileOf = (name: FunctionName): string => join(dist, 'meta', `${name}.json`);

function entryOf(name: FunctionName): string {
  const entry = join(root, 'functions', functionFacts[name].folder, `${name}.ts`);
  if (!existsSync(entry)) throw new Error(`Function ${name} has no source: ${relative(root, entry)} is missing`);
  return entry;
}

/** How code for Lambda is bundled: the bench's own handlers too. */
export const bundleOptions = {
  bundle: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  minify: true,
  // One letter beyond Latin-1 would make V8 keep the whole source at two bytes a letter.
  charset: 'ascii',
  // The SDK's CommonJS files, esbuild's default for node, are more than twice as large.
  mainFields: ['module', 'main'],
  loader: { '.json': 'json', '.yaml': 'text' },
  plugins: [environmentCredentials, lazyHttp, neverRuns, leanShapes],
  legalComments: 'none',
  logLevel: 'warning',
} satisfies BuildOptions;

/** One pass for all: what they share is parsed once. */
export async function bundleFunctions(): Promise<void> {
  const { outputFiles, metafile } = await build({
    ...bundleOptions,
    entryPoints: functionNames.map((name) => ({ in: entryOf(name), out: `functions/${name}/index` })),
    absWorkingDir: root,
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    write: false,
    metafile: true,
    // Read at run time they would cost 20 ms of every cold start: they are for people.
    sourcemap: 'external',
  });

  const typefaces = functionNames.filter((name) => setsType(partOf(metafile, name))).map(shipTypefaces);
  const bundles = outputFiles.map(({ path, contents }) => put(shelfOf(path), contents));
  const metafiles = functionNames.map((name) => put(metafileOf(name), JSON.stringify(partOf(metafile, name))));
  await Promise.all([...bundles, ...metafiles, ...typefaces]);
}

const shelfOf = (path: string): string =>
  path.endsWith('.map') ? join(dist, 'maps', `${relative(join(dist, 'functions'), dirname(path))}.mjs.map`) : path;

export const setsType = ({ inputs }: Metafile): boolean => Object.hasOwn(inputs, 'functions/papers/pen.ts');

const { resolve } = createRequire(import.meta.url);

/** Where Node looks for them from index.mjs, as it does from the sources: in node_modules beside. */
async function shipTypefaces(name: FunctionName): Promise<void> {
  const beside = (file: string) => join(bundleFolder(name), 'node_modules', file);
  await Promise.all(shippedFiles.map(async (file) => put(beside(file), await readFile(fileOf(file)))));
}

/** A licence is no export of its package, but it stands at its root. */
function fileOf(file: string): string {
  const [name = ''] = /^(@[^/]+\/)?[^/]+/.exec(file) ?? [];
  return join(dirname(resolve(`${name}/package.json`)), file.slice(name.length));
}

/** The metafile of one function: its own output, and the inputs that went into it. */
function partOf(metafile: Metafile, name: FunctionName): Metafile {
  const path = `dist/functions/${name}/index.mjs`;
  const output = metafile.outputs[path];
  if (!output) throw new Error(`esbuild wrote no ${path}`);
  const inputs = Object.fromEntries(
    Object.keys(output.inputs).flatMap((input) => {
      const facts = metafile.inputs[input];
      return facts ? [[input, facts] as const] : [];
    }),
  );
  return { inputs, outputs: { [path]: output } };
}

/** Written beside and renamed, and only when changed: another synth may be reading. */
async function put(path: string, contents: Uint8Array | string): Promise<void> {
  const bytes = Buffer.from(contents);
  const current = await readFile(path).catch(() => undefined);
  if (current?.equals(bytes)) return;
  await mkdir(dirname(path), { recursive: true });
  // Not in the folder itself: a folder of dist/functions is deployed as it is found.
  const beside = join(dist, `${relative(dist, path).replaceAll('/', '-')}.${process.pid}`);
  await writeFile(beside, bytes);
  await rename(beside, path);
}
