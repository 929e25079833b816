// What a browser loads for the first view of a door: the entry of the built portal, chunks of the view, and all they import.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface FirstView {
  /** Names of files in `assets`. */
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** As they go over the wire. */
  readonly scriptBytes: number;
  readonly styleBytes: number;
}

/** `import"./x.js"`, `from"./x.js"`; an import at run time has brackets. */
const imported = /(?:\bimport|\bfrom)\s*["']\.\/([^"']+\.js)["']/g;

/**
 * @param folder of the built portal.
 * @param chunks by the name of the file they begin with: `inbox-page`. @throws Error where there is none, or are several.
 */
export function firstView(folder: string, chunks: readonly string[]): FirstView {
  const read = (name: string) => readFileSync(join(folder, 'assets', name));
  const entry = /<script type="module"[^>]*src="\/assets\/([^"]+)"/.exec(
    readFileSync(join(folder, 'index.html'), 'utf8'),
  )?.[1];
  if (!entry) throw new Error('index.html loads no script');
  const assets = readdirSync(join(folder, 'assets'));
  const scripts = new Set<string>();
  const follow = (name: string): void => {
    if (scripts.has(name)) return;
    scripts.add(name);
    for (const [, other = ''] of read(name).toString().matchAll(imported)) follow(other);
  };
  follow(entry);
  for (const chunk of chunks) follow(chunkNamed(assets, chunk));
  const styles = assets.filter((name) => name.endsWith('.css'));
  const bytesOf = (names: Iterable<string>) => [...names].reduce((sum, name) => sum + gzipSync(read(name)).length, 0);
  return { scripts: [...scripts], styles, scriptBytes: bytesOf(scripts), styleBytes: bytesOf(styles) };
}

function chunkNamed(assets: readonly string[], chunk: string): string {
  const [found, ...others] = assets.filter((name) => new RegExp(`^${chunk}-[\\w-]{8}[.]js$`).test(name));
  if (!found || others.length > 0) throw new Error(`Not one chunk is named ${chunk}`);
  return found;
}
