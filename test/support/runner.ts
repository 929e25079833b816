// The local runner for black-box tests: a process of its own on free ports, with a data folder of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sent } from '#local/outbox.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const READY_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 20;

export interface RunnerOptions {
  /** A folder of an earlier run, which stays when this one stops; else a new one, which goes with it. */
  dataDir?: string;
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
}

export interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON, else the text. */
  readonly body: T;
}

export interface RequestOptions {
  token?: string;
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
}

export type TestRunner = Awaited<ReturnType<typeof startRunner>>;

export async function startRunner({ dataDir, args = [], env = {} }: RunnerOptions = {}) {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'answeronline-runner-'));
  const child = spawn(process.execPath, ['local/main.ts', '--port', '0', '--end-with-stdin', ...args], {
    cwd: root,
    env: { ...process.env, ...env, DATA_DIR: folder },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const origin = await new Promise<string>((resolve, reject) => {
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

  async function request<T>(method: string, path: string, { token, body, headers = {} }: RequestOptions = {}) {
    const text = body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body);
    const response = await fetch(origin + path, {
      method,
      headers: {
        ...(text === null ? {} : { 'content-type': 'application/json' }),
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: text,
    });
    const answered = await response.text();
    const isJson = /[/+]json/.test(response.headers.get('content-type') ?? '');
    return {
      status: response.status,
      headers: response.headers,
      body: (isJson ? JSON.parse(answered) : answered) as T,
    } satisfies Answer<T>;
  }

  async function dev<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await request<T>(method, `/dev${path}`, body === undefined ? {} : { body });
    if (answer.status >= 300) throw new Error(`${method} /dev${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  const tokenOf = async (who: object) => (await dev<{ access_token: string }>('POST', '/token', who)).access_token;
  const outbox = () => dev<Sent[]>('GET', '/outbox');

  return {
    origin,
    dataDir: folder,
    process: child,
    /** Everything that the runner printed so far. */
    output: () => said,
    request,
    userToken: (user: string) => tokenOf({ user }),
    clientToken: (client: string) => tokenOf({ client }),
    outbox,
    clearOutbox: () => dev<unknown>('DELETE', '/outbox'),
    queues: () => dev<{ name: string; ready: number; inFlight: number; delayed: number }[]>('GET', '/queues'),
    setFaults: (faults: object) => dev<unknown>('POST', '/faults', faults),
    now: async () => (await dev<{ now: string }>('GET', '/clock')).now,
    moveClock: (now: string) =>
      dev<{ now: string; ran: { schedule: string; ok: boolean }[] }>('POST', '/clock', { now }),

    /** @throws Error with what there is, when nothing fits in time. */
    async untilSent(fits: (sent: Sent) => boolean, { count = 1, withinMs = 5_000 } = {}): Promise<Sent[]> {
      const giveUpAt = performance.now() + withinMs;
      for (;;) {
        const sent = await outbox();
        const found = sent.filter(fits);
        if (found.length >= count) return found;
        if (performance.now() > giveUpAt) {
          throw new Error(
            `${found.length} of ${count} were sent in ${withinMs} ms; the outbox: ${JSON.stringify(sent)}`,
          );
        }
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
      }
    },

    /** With SIGKILL as after a crash: the data folder stays. */
    async stop(signal?: 'SIGTERM' | 'SIGKILL') {
      if (signal) child.kill(signal);
      else child.stdin.end();
      const code = await ended;
      if (!dataDir && signal !== 'SIGKILL') rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}
