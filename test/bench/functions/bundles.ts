// The bundles to be measured: the functions as they ship, and the bench's own, made with the very options of lib/bundle.ts.
import { stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { bundleOptions } from '#lib/bundle.ts';

const benchFolder = fileURLToPath(new URL('../../../dist/bench/', import.meta.url));

export interface Bundle {
  readonly name: string;
  /** Holds index.mjs. */
  readonly folder: string;
  readonly bytes: number;
}

export async function bundleAt(name: string, folder: string): Promise<Bundle> {
  return { name, folder, bytes: (await stat(`${folder}/index.mjs`)).size };
}

export async function bundleBench(name: string, entry: string): Promise<Bundle> {
  const folder = `${benchFolder}${name}`;
  await build({ ...bundleOptions, entryPoints: [entry], outfile: `${folder}/index.mjs` });
  return bundleAt(name, folder);
}

export interface Anchors {
  readonly empty: Bundle;
  readonly bare: Bundle;
  readonly replay: Bundle;
}

export async function bundleAnchors(): Promise<Anchors> {
  const anchor = (name: keyof Anchors) =>
    bundleBench(name, fileURLToPath(new URL(`./anchors/${name}.ts`, import.meta.url)));
  return { empty: await anchor('empty'), bare: await anchor('bare'), replay: await anchor('replay') };
}
