// DATA_DIR: what the runner keeps between runs, who may use it, and how it is emptied.
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Everything the runner writes. --fresh removes these and nothing else: DATA_DIR may hold a person's own files. */
const kept = [
  'engine',
  'queues',
  'logs',
  'assembly',
  'outbox.jsonl',
  'tape.jsonl',
  'accounts.json',
  'keys.json',
  'signing.json',
  'clock.json',
  'streams.json',
  'seed.json',
] as const;

export interface DataDir {
  /** The path of one of the kept names. */
  at(name: (typeof kept)[number]): string;
  /** Lets the next runner in. */
  release(): void;
}

export function openDataDir(path: string, fresh: boolean): DataDir {
  mkdirSync(path, { recursive: true });
  const release = takeLock(join(path, 'lock'));
  if (fresh) for (const name of kept) rmSync(join(path, name), { recursive: true, force: true });
  return { at: (name) => join(path, name), release };
}

/** A value in a file, written whole and renamed into place, so that a crash leaves the old or the new one. */
export interface Kept<T> {
  readonly value: T;
  save(value: T): void;
}

export function keptJson<T>(path: string, initial: T): Kept<T> {
  let value = initial;
  try {
    value = JSON.parse(readFileSync(path, 'utf8')) as T;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw new Error(`${path} can't be read`, { cause: error });
  }
  return {
    get value() {
      return value;
    },
    save(next) {
      value = next;
      writeFileSync(`${path}.new`, JSON.stringify(next));
      renameSync(`${path}.new`, path);
    },
  };
}

/** Two runners on one DATA_DIR would send every message twice. */
function takeLock(path: string): () => void {
  const mine = `${process.pid} ${lookUp(process.pid)?.started ?? ''}`;
  try {
    writeFileSync(path, mine, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = readFileSync(path, 'utf8');
    if (isAlive(holder)) {
      throw new Error(
        `another runner (process ${holder.split(' ')[0]}) uses this DATA_DIR; stop it, or set DATA_DIR to another place`,
      );
    }
    rmSync(path, { force: true });
    writeFileSync(path, mine, { flag: 'wx' });
  }
  return () => {
    if (readFileSync(path, 'utf8') === mine) rmSync(path, { force: true });
  };
}

function isAlive(holder: string): boolean {
  const [pid, started] = holder.split(' ');
  const id = Number(pid);
  if (!Number.isInteger(id) || id <= 0) return false;
  try {
    process.kill(id, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const known = lookUp(id);
  return known === undefined || (known.started === started && known.state !== 'Z');
}

/**
 * A process's state (Z: dead, and not yet taken notice of) and when it started, in clock ticks: its number alone may
 * have been given to another since. undefined where there is no /proc.
 */
function lookUp(pid: number): { state: string | undefined; started: string | undefined } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], started: fields[19] };
  } catch {
    return undefined;
  }
}
