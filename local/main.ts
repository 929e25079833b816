// The runner behind `npm start`: synthesizes the stack, starts what it finds there, prints where everything is.
import { fileURLToPath } from 'node:url';
import { readOptions, usage } from '#local/options.ts';
import { endWithNpm } from '#local/parent.ts';
import { startRunner } from '#local/runner.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

try {
  const options = readOptions(process.argv.slice(2), process.env, root);
  let stop: (() => Promise<void>) | undefined;
  let ending = false;
  const end = async (code: number) => {
    if (ending) return;
    ending = true;
    // What hangs may not keep the runner: its children end with it in any case.
    setTimeout(() => process.exit(code), 5000).unref();
    await stop?.();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end(0));
  if (options.endWithStdin) process.stdin.resume().on('end', () => void end(0));

  endWithNpm(() => void end(0));

  const runner = await startRunner(options, root, (reason) => {
    console.error(reason);
    void end(1);
  });
  stop = runner.stop;
  const width = Math.max(...runner.addresses.map(({ name }) => name.length));
  console.log();
  for (const { name, url } of runner.addresses) console.log(`  ${name.padEnd(width)}  ${url}`);
  console.log(`\nready ${runner.origin}`);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`\n${message}`);
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    console.error(`\n${usage}`);
  if (process.env.DEBUG) console.error(error);
  process.exit(1);
}
