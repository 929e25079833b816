// The functions of the templates: each bundle in worker threads, one invocation at a time in each, like Lambda.
import { randomUUID } from 'node:crypto';
import type { Logs } from '#local/logs.ts';
import { bucketsAt } from '#local/presigned.ts';
import type { Resource, Resources } from '#local/resources.ts';
import { labelOf, startThread, type Thread } from '#local/thread.ts';
import type { Call, Outcome, WorkerData } from '#local/worker.ts';

export interface LocalFunction {
  readonly name: string;
  readonly arn: string;
  readonly logicalId: string;
  readonly timeoutMs: number;
  /** Starts the first worker, so that the first request does not wait for it. */
  warm(): Promise<void>;
  /** What the handler returned; a thrown error, a crash or a timeout is an InvocationError. */
  invoke(event: unknown): Promise<unknown>;
}

class InvocationError extends Error {
  override readonly name = 'InvocationError';
}

export interface Functions {
  readonly all: readonly LocalFunction[];
  /** By name or ARN. */
  named(nameOrArn: string): LocalFunction;
  stop(): Promise<void>;
}

interface Surroundings {
  /** What every function's environment has beside the template's. */
  readonly environment: Readonly<Record<string, string>>;
  /** Instead of the template's: links in messages, and to files, lead to this machine. */
  readonly portalUrl: string;
  readonly clockOffset: Float64Array;
  readonly logs: Logs;
  /** Called when an invocation has ended: it may have written to a table. */
  afterInvocation(): void;
}

/** Both halves of the one key of this machine. */
export const LOCAL_KEY = 'local';

/** What Lambda gives every function, and where it finds the services on this machine. */
export function functionEnvironment(region: string, dynamodb: string, awsEndpoint: string): Record<string, string> {
  return {
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_ACCESS_KEY_ID: LOCAL_KEY,
    AWS_SECRET_ACCESS_KEY: LOCAL_KEY,
    AWS_ENDPOINT_URL: awsEndpoint,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb,
    LANG: 'en_US.UTF-8',
    TZ: ':UTC',
    NODE_ENV: 'production',
  };
}

/** Enough for a burst: more threads wait for the cores and the engine, and each compiles everything for itself. */
const MOST_WORKERS = 2;

interface FunctionProperties {
  Code?: { S3Key?: string };
  Handler?: string;
  Timeout?: number;
  MemorySize?: number;
  Environment?: { Variables?: Record<string, string> };
}

/** CDK's own, which puts the portal's files into their bucket: here they are served where they lie. */
const isDeployer = ({ logicalId }: Resource) => logicalId.startsWith('CustomCDKBucketDeployment');

export function openFunctions(resources: Resources, around: Surroundings): Functions {
  const ours = resources.of('AWS::Lambda::Function').filter((one) => !isDeployer(one));
  const all = ours.map((resource) => openFunction(resource, around));
  const named = (nameOrArn: string) => {
    const found = all.find(({ name, arn }) => name === nameOrArn || arn === nameOrArn);
    if (!found) throw new Error(`there is no function ${nameOrArn}`);
    return found;
  };
  return {
    all,
    named,
    stop: async () => {
      await Promise.all(all.map((one) => one.stop()));
    },
  };
}

function openFunction({ logicalId, stack, properties, physical }: Resource, around: Surroundings) {
  const { Code, Handler, Timeout = 3, MemorySize = 128, Environment } = properties as FunctionProperties;
  const hash = Code?.S3Key?.replace(/\.zip$/, '');
  if (!hash) throw new Error(`the function ${logicalId} has no bundle in the assembly`);
  const name = physical.ref;
  const arn = physical.attributes.Arn ?? '';
  const workerData: WorkerData = {
    bundle: stack.assetPath(hash),
    handler: Handler ?? 'index.handler',
    name,
    arn,
    memoryMb: MemorySize,
    clockOffset: around.clockOffset,
  };
  const environment = {
    ...around.environment,
    ...Environment?.Variables,
    ...(Environment?.Variables?.PORTAL_URL ? { PORTAL_URL: around.portalUrl } : {}),
    ...(Environment?.Variables?.HANDOUT_URL && {
      HANDOUT_URL: bucketsAt(Environment.Variables.HANDOUT_URL, around.portalUrl),
    }),
    AWS_LAMBDA_FUNCTION_NAME: name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MemorySize),
  };

  const idle: Thread[] = [];
  const busy = new Set<Thread>();
  const waiting: ((thread: Thread) => void)[] = [];

  function takeThread(): Promise<Thread> {
    let thread = idle.pop();
    while (thread && !thread.alive) thread = idle.pop();
    if (!thread && busy.size < MOST_WORKERS) thread = startThread(workerData, environment, around.logs);
    if (!thread) return new Promise((resolve) => waiting.push(resolve));
    busy.add(thread);
    return Promise.resolve(thread);
  }

  function giveBack(thread: Thread): void {
    busy.delete(thread);
    const next = waiting.shift();
    const free = thread.alive ? thread : next ? startThread(workerData, environment, around.logs) : undefined;
    if (!free) return;
    if (!next) {
      idle.push(free);
      return;
    }
    busy.add(free);
    next(free);
  }

  const timeoutMs = Timeout * 1000;
  return {
    name,
    arn,
    logicalId,
    timeoutMs,
    async warm() {
      const thread = await takeThread();
      try {
        await thread.ready;
      } finally {
        giveBack(thread);
      }
    },
    async invoke(event: unknown): Promise<unknown> {
      const thread = await takeThread();
      try {
        const outcome = await withinTime(thread, timeoutMs, {
          requestId: randomUUID(),
          timeoutMs,
          event: JSON.stringify(event),
        });
        if ('result' in outcome) return JSON.parse(outcome.result);
        around.logs.error(labelOf(name), outcome.error.stack ?? outcome.error.message);
        throw new InvocationError(`${outcome.error.name}: ${outcome.error.message}`);
      } finally {
        giveBack(thread);
        around.afterInvocation();
      }
    },
    stop: () => Promise.all([...idle, ...busy].map((thread) => thread.stop())),
  };

  async function withinTime(thread: Thread, limitMs: number, call: Call): Promise<Outcome> {
    let timer: NodeJS.Timeout | undefined;
    try {
      await thread.ready;
      return await new Promise<Outcome>((resolve, reject) => {
        timer = setTimeout(() => {
          void thread.stop();
          resolve({ error: { name: 'Sandbox.Timedout', message: `Task timed out after ${limitMs / 1000} seconds` } });
        }, limitMs);
        thread.run(call).then(resolve, reject);
      });
    } catch (crash) {
      return { error: { name: 'Runtime.ExitError', message: crash instanceof Error ? crash.message : String(crash) } };
    } finally {
      clearTimeout(timer);
    }
  }
}
