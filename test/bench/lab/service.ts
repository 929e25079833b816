// Helpers of the bench in processes of their own, called over Node's IPC channel, and gone when the bench is.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

interface Request {
  readonly id: number;
  readonly method: string;
  readonly params: unknown;
}
type Answer = { readonly id: number; readonly result: unknown } | { readonly id: number; readonly error: string };

const children = new Set<ChildProcess>();

/** Ends with the bench however it ends: `exit` is the one event that always comes. */
export function keep<Child extends ChildProcess>(child: Child): Child {
  children.add(child);
  child.once('exit', () => children.delete(child));
  return child;
}
process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL');
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(130));

export interface Service<Methods> {
  call<M extends keyof Methods & string>(
    method: M,
    params: Methods[M] extends (params: infer P) => unknown ? P : never,
  ): Promise<Methods[M] extends (params: never) => infer R ? Awaited<R> : never>;
  stop(): void;
}

/** Starts a module that calls `serve` in a process of its own. */
export function startService<Methods>(module: URL): Service<Methods> {
  const child = keep(fork(fileURLToPath(module), { execArgv: [], serialization: 'json' }));
  const waiting = new Map<number, { resolve: (result: never) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  child.on('message', (answer: Answer) => {
    const waiter = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) waiter?.reject(new Error(answer.error));
    else waiter?.resolve(answer.result as never);
  });
  child.once('exit', (code) => {
    for (const { reject } of waiting.values()) reject(new Error(`${module.pathname} ended with ${code}`));
  });
  return {
    call: (method, params) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        child.send({ id: lastId, method, params } satisfies Request);
      }),
    stop: () => child.kill('SIGKILL'),
  };
}

/** The other side: answers calls by name. */
export function serve(methods: Readonly<Record<string, (params: never) => unknown>>): void {
  process.on('message', async ({ id, method, params }: Request) => {
    try {
      process.send?.({ id, result: (await methods[method]?.(params as never)) ?? null });
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  });
  process.once('disconnect', () => process.exit());
}

/** Runs a command to its end and gives its standard output. */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; uid?: number; gid?: number } = {},
) {
  return new Promise<string>((resolve, reject) => {
    const child = keep(spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }));
    let out = '';
    let errors = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      errors += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve(out) : reject(new Error(`${command} ${args.join(' ')} ended with ${code}: ${errors}`)),
    );
  });
}
