// AWS as the steps of a restore see it: one call, its input and its answer as JSON. By the AWS CLI, which the engineer has.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

// biome-ignore lint/suspicious/noExplicitAny: what AWS answers is AWS's business; each step reads the few fields it names.
type Json = any;

/** `aws('lambda', 'list-event-source-mappings', { FunctionName })`: lists come whole. @throws AwsError. */
export type Aws = (service: string, operation: string, input?: object) => Promise<Json>;

export class AwsError extends Error {
  override name = 'AwsError';
  /** AWS's own: `ResourceNotFoundException`. */
  readonly code: string | undefined;

  constructor(message: string, code: string | undefined, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

const MAX_OUTPUT_BYTES = 64 * 1024 * 1024;
const run = promisify(execFile);

/** Each call that changes something is said before it is made: whoever reads along could make it by hand. */
export function awsCli(region: string, say: (line: string) => void): Aws {
  return async (service, operation, input = {}) => {
    const json = JSON.stringify(input);
    if (!/^(list|get|describe)-/.test(operation)) say(`  aws ${service} ${operation} --cli-input-json '${json}'`);
    const args = [service, operation, '--region', region, '--output', 'json', '--cli-input-json', json];
    try {
      const { stdout } = await run('aws', args, { maxBuffer: MAX_OUTPUT_BYTES });
      return stdout.trim() === '' ? {} : JSON.parse(stdout);
    } catch (error) {
      const said = String((error as { stderr?: unknown }).stderr ?? '').trim();
      const code = /\((\w+)\) when calling/.exec(said)?.[1];
      throw new AwsError(`aws ${service} ${operation}: ${said || 'is the AWS CLI installed?'}`, code, { cause: error });
    }
  };
}

/** Asks again and again until it is so. @throws Error after `times`. */
export async function until(what: string, wait: () => Promise<unknown>, isSo: () => Promise<boolean>, times = 1_000) {
  for (let n = 0; n < times; n++) {
    if (await isSo()) return;
    await wait();
  }
  throw new Error(`It takes too long until ${what}: look at it, and give the same command again`);
}
