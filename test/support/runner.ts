// The local runner for black-box tests: a process of its own on free ports, with a data folder of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerClient } from '#test/support/runner-client.ts';

const ownRoot = fileURLToPath(new URL('../..', import.meta.url));
const READY_WITHIN_MS = 120_000;

export interface RunnerOptions {
  /** A folder of an earlier run, which stays when this one stops; else a new one, which goes with it. */
  dataDir?: string;
  args?: readonly string[];
  /** Default: the one that a stack has without any flag. */
  stage?: string;
  /** Another copy of the sources. */
  root?: string;
}

export type TestRunner = Awaited<ReturnType<typeof startRunner>>;
export type Launched = ReturnType<typeof launchRunner>;

/** The process alone, ready or not: one that is to be killed may not have come so far. */
export function launchRunner({ dataDir, args = [], stage, root = ownRoot }: RunnerOptions & { dataDir: string }) {
  const child = spawn(process.execPath, ['local/main.ts', '--port', '0', '--end-with-stdin', ...args], {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      ...(stage && { CDK_CONTEXT_JSON: JSON.stringify({ stage }) }),
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  /** Where it is, once it says so. */
  const ready = new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the runner is not ready:\n${said}`)), READY_WITHIN_MS);
    const listen = (chunk: Buffer) => {
      said += chunk;
      const ready = /^ready (http:\S+)$/m.exec(said);
      if (!ready?.[1]) return;
      clearTimeout(timer);
      resolve(ready[1]);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    void ended.then((code) => {
      clearTimeout(timer);
      reject(new Error(`the runner ended with ${code}:\n${said}`));
    });
  });

  return {
    pid: Number(child.pid),
    ready,
    ended,
    /** Without a signal as when its test ends, by its standard input. */
    end(signal?: NodeJS.Signals) {
      if (signal) child.kill(signal);
      else child.stdin.end();
      return ended;
    },
  };
}

export async function startRunner({ dataDir, ...options }: RunnerOptions = {}) {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'answeronline-runner-'));
  const launched = launchRunner({ ...options, dataDir: folder });
  const origin = await launched.ready;

  return {
    ...runnerClient(origin),
    dataDir: folder,
    pid: launched.pid,

    /** Without a signal as when its test ends, by its standard input. */
    async stop(signal?: 'SIGTERM' | 'SIGINT' | 'SIGKILL') {
      const code = await launched.end(signal);
      // After SIGKILL the engine may still be writing.
      if (!dataDir) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
      return code;
    },
  };
}
