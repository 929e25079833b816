// Builds the portal with Vite into a folder named by all that it was made of: what is there already is not built again.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');
const built = join(root, 'dist', 'web');
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');

/** Beside web/ itself: package-lock.json has the versions of what goes in, and web/tsconfig.json begins with the other. */
const alsoIn = ['package.json', 'package-lock.json', 'tsconfig.json'];

function inputs(): string {
  const hash = createHash('sha256').update(process.version);
  const sources = readdirSync(join(root, 'web'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  for (const path of [...sources, ...alsoIn.map((name) => join(root, name))])
    hash.update(`${path.slice(root.length)}\n`).update(readFileSync(path));
  return hash.digest('hex').slice(0, 16);
}

let folder: string | undefined;

const DAY_MS = 24 * 3600 * 1000;

/** A synthesis that is under way elsewhere may still read one of today. */
async function forgetOld(): Promise<void> {
  for (const name of await readdir(built)) {
    const path = join(built, name);
    const made = await stat(path).catch(() => undefined);
    if (made && Date.now() - made.mtimeMs > DAY_MS) await rm(path, { recursive: true, force: true });
  }
}

/** index.html and what stands beside it, and assets/. @throws Error before `buildPortal()`. */
export function portalFolder(): string {
  if (!folder) throw new Error('the portal is not built: buildPortal() comes first');
  return folder;
}

/** A process of its own: Vite reads NODE_ENV, and a test has another than a deployment. */
export async function buildPortal(): Promise<void> {
  const ready = join(built, inputs());
  if (!existsSync(ready)) {
    await mkdir(built, { recursive: true });
    const beside = await mkdtemp(join(built, 'new-'));
    try {
      await promisify(execFile)(
        process.execPath,
        [vite, 'build', 'web', '--outDir', beside, '--emptyOutDir', '--logLevel', 'warn'],
        { cwd: root, env: { ...process.env, NODE_ENV: 'production' } },
      );
      await rename(beside, ready);
      await forgetOld();
    } catch (cause) {
      await rm(beside, { recursive: true, force: true });
      // Another synthesis was faster: what it made is the same.
      if (!existsSync(ready))
        throw new Error(`the portal can't be built:\n${(cause as { stderr?: string }).stderr ?? cause}`, { cause });
    }
  }
  folder = ready;
}
