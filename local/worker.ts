// Inside a function's thread: the clock with its offset, then the bundle, then one invocation after another.
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';

export interface WorkerData {
  readonly bundle: string;
  readonly handler: string;
  readonly name: string;
  readonly arn: string;
  readonly memoryMb: number;
  /** Milliseconds that the functions' clock is ahead of the real one. */
  readonly clockOffset: Float64Array;
}

export interface Call {
  readonly requestId: string;
  readonly timeoutMs: number;
  /** The event as JSON, as Lambda hands it over. */
  readonly event: string;
}

/** What a call came to: its result as JSON, or the error. */
export type Outcome =
  | { readonly result: string }
  | { readonly error: { readonly name: string; readonly message: string; readonly stack?: string } };

const data = workerData as WorkerData;
const port = parentPort;
if (!port) throw new Error('local/worker.ts runs as a worker thread only');

// Deployed code reads the time as it always does: no hook of the runner's stands in it.
const RealDate = Date;
const now = () => RealDate.now() + (data.clockOffset[0] ?? 0);
globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, property, receiver) => (property === 'now' ? now : Reflect.get(target, property, receiver)),
});
RealDate.prototype.constructor = globalThis.Date;

type Handler = (event: unknown, context: unknown) => unknown;

const [file = 'index', exported = 'handler'] = data.handler.split('.');
const module = (await import(pathToFileURL(`${data.bundle}/${file}.mjs`).href)) as Record<string, Handler>;
const handler = module[exported];
if (!handler) throw new Error(`${data.name} exports no ${exported}`);

port.on('message', async ({ requestId, timeoutMs, event }: Call) => {
  const endsAt = performance.now() + timeoutMs;
  const context = {
    awsRequestId: requestId,
    callbackWaitsForEmptyEventLoop: true,
    functionName: data.name,
    functionVersion: '$LATEST',
    invokedFunctionArn: data.arn,
    logGroupName: `/aws/lambda/${data.name}`,
    logStreamName: 'local',
    memoryLimitInMB: String(data.memoryMb),
    getRemainingTimeInMillis: () => Math.max(0, Math.round(endsAt - performance.now())),
  };
  let outcome: Outcome;
  try {
    outcome = { result: JSON.stringify((await handler(JSON.parse(event), context)) ?? null) };
  } catch (thrown) {
    const { name, message, stack } = thrown instanceof Error ? thrown : new Error(String(thrown));
    outcome = { error: { name, message, ...(stack ? { stack } : {}) } };
  }
  port.postMessage(outcome);
});
port.postMessage('ready');
