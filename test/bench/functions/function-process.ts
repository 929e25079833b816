// One function in a fresh Node process under Lambda's real runtime client, talking to the stub of the Runtime API.
import { spawn } from 'node:child_process';
import { runtimeClient } from '../lab/install.ts';
import { keep, type Service } from '../lab/service.ts';
import type { Figures, RuntimeApi } from './runtime-api.ts';

/** That of the API functions; the anchors get the same. */
const MEMORY_MB = 1024;

export interface FunctionProcess {
  readonly session: number;
  /** What init took: `now` is milliseconds from the start of the process to the first call for work. */
  readonly init: Figures;
  invoke(event: unknown, report?: 'yes' | 'collect'): Promise<{ us: number; body: string; figures: Figures }>;
  stop(): Promise<void>;
}

/** The flags are those of Lambda's own bootstrap: a tenth of the memory for the young generation, the rest for the old. */
const flags = [
  '--expose-gc',
  '--max-http-header-size=81920',
  `--max-semi-space-size=${Math.floor(MEMORY_MB / 20)}`,
  `--max-old-space-size=${Math.floor((MEMORY_MB * 9) / 10)}`,
];

/** `folder` holds index.mjs. Nothing of this machine's environment is passed on. */
export async function startFunction(
  runtimeApi: Service<RuntimeApi>,
  folder: string,
  environment: Readonly<Record<string, string>>,
): Promise<FunctionProcess> {
  const { session, port } = await runtimeApi.call('open', undefined as never);
  const child = keep(
    spawn(process.execPath, [...flags, runtimeClient], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...environment,
        AWS_LAMBDA_RUNTIME_API: `127.0.0.1:${port}`,
        AWS_LAMBDA_FUNCTION_NAME: 'bench',
        AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
        AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(MEMORY_MB),
        AWS_LAMBDA_LOG_GROUP_NAME: '/aws/lambda/bench',
        AWS_LAMBDA_LOG_STREAM_NAME: 'bench',
        _HANDLER: 'index.handler',
        LAMBDA_TASK_ROOT: folder,
        HOME: '/nonexistent',
        TZ: ':UTC',
      },
    }),
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const died = ended.then((): never => {
    throw new Error(`the function in ${folder} ended before its time`);
  });
  died.catch(() => {});
  const init = await Promise.race([runtimeApi.call('started', { session }), died]);
  return {
    session,
    init,
    invoke: (event, report) =>
      runtimeApi.call('invoke', { session, event: JSON.stringify(event), ...(report ? { report } : {}) }),
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
      await runtimeApi.call('close', { session });
    },
  };
}

/** What every function finds in Lambda, pointed at the stub of AWS. */
export const awsEnvironment = (endpoint: string): Record<string, string> => ({
  AWS_REGION: 'eu-north-1',
  AWS_DEFAULT_REGION: 'eu-north-1',
  AWS_ACCESS_KEY_ID: 'bench',
  AWS_SECRET_ACCESS_KEY: 'bench',
  AWS_ENDPOINT_URL: endpoint,
});
