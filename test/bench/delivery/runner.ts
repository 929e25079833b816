// The local runner in a process of its own, with a data folder on disk, as `npm start` starts it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request as sendRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { currentAssembly, readAssembly } from '#local/assembly.ts';
import { keep } from '../lab/service.ts';

export interface OutboxEntry {
  readonly channel: 'email' | 'sms' | 'webhook';
  readonly to: string;
  readonly text: string;
  /** RFC 3339. */
  readonly at: string;
}

export interface Runner {
  readonly origin: string;
  request<Body>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Body>;
  outbox(): Promise<OutboxEntry[]>;
  /** What the runner has complained of so far: each failed invocation once. */
  failures(): number;
  /** The brake of a channel's lane, as the template has it. */
  laneOf(channel: 'email' | 'sms'): { batches: number; batchSize: number };
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('../../../', import.meta.url));
const READY_WITHIN_MS = 90_000;

const agent = new Agent({ keepAlive: true });

/** Half of what fetch takes of the machine that is measured. */
function ask(url: string, method: string, body: string | undefined, headers: Record<string, string>) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const sent = sendRequest(url, { agent, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export async function startRunner(): Promise<Runner> {
  const folder = mkdtempSync(join(tmpdir(), 'answeronline-bench-runner-'));
  const child = keep(
    spawn(process.execPath, ['local/main.ts', '--port', '0', '--fresh', '--end-with-stdin'], {
      cwd: root,
      env: { ...process.env, DATA_DIR: folder },
      stdio: ['pipe', 'pipe', 'pipe'],
    }),
  );
  let errors = '';
  let failures = 0;
  createInterface({ input: child.stderr }).on('line', (line) => {
    errors = `${errors}${line}\n`.slice(-4_000);
    // What follows in a stack is indented.
    if (/^\[\w+\] /.test(line)) failures += 1;
  });
  const origin = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`the runner is not ready: ${errors}`)), READY_WITHIN_MS);
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = /^ready (http:\S+)/.exec(line);
      if (!ready?.[1]) return;
      clearTimeout(timer);
      resolve(ready[1]);
    });
    child.once('exit', (code) => reject(new Error(`the runner ended with ${code}: ${errors}`)));
  });

  let token = '';
  async function request<Body>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const sent = body === undefined ? undefined : JSON.stringify(body);
    const { status, text } = await ask(origin + path, method, sent, {
      ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
      ...(sent === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    });
    if (status >= 400) throw new Error(`${method} ${path} answers ${status}: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as Body;
  }
  const asked = await request<{ access_token: string }>('POST', '/dev/token', {
    user: 'supervisor@answeronline.example',
  });
  token = asked.access_token;

  return {
    origin,
    request,
    failures: () => failures,
    laneOf: (channel) => brakeOf(currentAssembly(join(folder, 'assembly')), channel),
    outbox: () => request<OutboxEntry[]>('GET', '/dev/outbox'),
    stop: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
        child.stdin.end();
        setTimeout(() => child.kill('SIGKILL'), 10_000).unref();
      }),
  };
}

function brakeOf(assembly: string, channel: 'email' | 'sms') {
  const name = channel === 'email' ? 'EmailLaneFeed' : 'SmsLaneFeed';
  const feeds = readAssembly(assembly).flatMap(({ resources }) =>
    Object.entries(resources).flatMap(([id, { Properties }]) => (id.startsWith(name) ? [Properties] : [])),
  );
  const [feed] = feeds as { BatchSize: number; ScalingConfig: { MaximumConcurrency: number } }[];
  if (!feed) throw new Error(`The template has no ${name}`);
  return { batches: feed.ScalingConfig.MaximumConcurrency, batchSize: feed.BatchSize };
}
