// A worker thread that runs one function's bundle: its start, its calls, its end.
import { Worker } from 'node:worker_threads';
import type { Logs } from '#local/logs.ts';
import type { Call, Outcome, WorkerData } from '#local/worker.ts';

export interface Thread {
  run(call: Call): Promise<Outcome>;
  readonly ready: Promise<void>;
  alive: boolean;
  stop(): Promise<unknown>;
}

/** The name without CloudFormation's hash at its end. */
export const labelOf = (name: string) => name.replace(/[0-9A-F]{8}$/, '');

export function startThread(workerData: WorkerData, env: Record<string, string>, logs: Logs): Thread {
  const label = labelOf(workerData.name);
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData,
    env,
    stdout: true,
    stderr: true,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: Math.max(64, workerData.memoryMb), maxYoungGenerationSizeMb: 64 },
  });
  logs.follow(label, worker.stdout, worker.stderr);
  let settle: { resolve: (outcome: Outcome) => void; reject: (reason: Error) => void } | undefined;
  let started: () => void;
  let failed: (reason: Error) => void;
  const ready = new Promise<void>((resolve, reject) => {
    started = resolve;
    failed = reject;
  });
  ready.catch(() => undefined);
  const thread: Thread = {
    ready,
    alive: true,
    run: (call) =>
      new Promise((resolve, reject) => {
        settle = { resolve, reject };
        worker.postMessage(call);
      }),
    stop() {
      thread.alive = false;
      return worker.terminate();
    },
  };
  const die = (reason: Error) => {
    thread.alive = false;
    failed(reason);
    settle?.reject(reason);
  };
  worker.on('message', (message: 'ready' | Outcome) => {
    if (message === 'ready') started();
    else settle?.resolve(message);
  });
  worker.on('error', (error) => {
    logs.error(label, error.stack ?? error.message);
    die(error);
  });
  worker.on('exit', (code) => die(new Error(`the function's process ended with code ${code}`)));
  return thread;
}
