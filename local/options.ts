// What the runner was asked to do: command line first, environment second.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface Options {
  /** 0: any free port. */
  readonly port: number;
  readonly dataDir: string;
  /** Begin anew: forget tables, queues, outbox, clock and accounts. */
  readonly fresh: boolean;
  readonly seed: boolean;
  readonly verbose: boolean;
  /** Write down what functions and services tell each other. */
  readonly tape: boolean;
  /** End when standard input ends: a test that dies takes its runner with it. */
  readonly endWithStdin: boolean;
}

export const usage = `npm start -- [--port <number>] [--fresh] [--no-seed] [--verbose] [--tape]

  --port      the port of everything, 0 for a free one (PORT; 4010)
  --fresh     begin anew: forget what DATA_DIR holds (DATA_DIR; .local)
  --no-seed   without the two example clients
  --verbose   show what the functions log
  --tape      keep what functions and AWS's services tell each other, in DATA_DIR/tape.jsonl
`;

export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv, root: string): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      fresh: { type: 'boolean', default: false },
      'no-seed': { type: 'boolean', default: false },
      verbose: { type: 'boolean', default: false },
      tape: { type: 'boolean', default: false },
      'end-with-stdin': { type: 'boolean', default: false },
    },
  });
  return {
    port: readPort(values.port ?? env.PORT ?? '4010'),
    dataDir: resolve(root, env.DATA_DIR || '.local'),
    fresh: values.fresh,
    seed: !values['no-seed'],
    verbose: values.verbose,
    tape: values.tape,
    endWithStdin: values['end-with-stdin'],
  };
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new Error(`--port (PORT) must be a number from 0 to 65535, not "${text}"`);
  return port;
}
