// A PostgreSQL of its own in a temporary folder, as an unprivileged user, reached over its socket alone.
import { execFileSync } from 'node:child_process';
import { accessSync, chownSync, constants, globSync, mkdtempSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from '../lab/service.ts';

export interface Postgres {
  readonly version: string;
  /** A folder: pg takes it as a host, and connects to the socket in it. */
  readonly host: string;
  readonly user: string;
  stop(): Promise<void>;
}

const USER = 'bench';

/** Debian keeps the server's commands out of the PATH. */
function binaries(): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...globSync('/usr/lib/postgresql/*/bin')];
  return folders.find((folder) => {
    try {
      for (const name of ['initdb', 'pg_ctl']) accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** PostgreSQL refuses to run as root. */
function unprivileged(): { uid: number; gid: number } | Record<string, never> {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** @returns undefined where PostgreSQL is not installed. */
export async function startPostgres(): Promise<Postgres | undefined> {
  const bin = binaries();
  if (bin === undefined) return undefined;
  const folder = mkdtempSync('/tmp/answeronline-bench-postgres-');
  const as = unprivileged();
  if ('uid' in as) chownSync(folder, as.uid, as.gid);
  const data = join(folder, 'data');
  const options = { cwd: folder, ...as };
  await run(join(bin, 'initdb'), ['-D', data, '-U', USER, '--auth=trust', '--no-locale', '-E', 'UTF8'], options);

  const server = `-k ${folder} -c listen_addresses= -c max_connections=60`;
  const log = join(folder, 'log');
  await run(join(bin, 'pg_ctl'), ['-D', data, '-l', log, '-w', '-t', '30', '-o', server, 'start'], options);
  // pg_ctl leaves the server on its own: it has to be told to stop, also when the bench dies halfway.
  const stopNow = () => {
    try {
      execFileSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-w', 'stop'], { ...options, stdio: 'ignore' });
    } catch {
      // It has stopped already.
    }
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', stopNow);
  const version = /\d+(\.\d+)*/.exec(await run(join(bin, 'pg_ctl'), ['--version'], options))?.[0] ?? '';
  return {
    version,
    host: folder,
    user: USER,
    stop: async () => {
      process.off('exit', stopNow);
      stopNow();
    },
  };
}
