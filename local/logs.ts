// What the functions log: into DATA_DIR/logs, a file each; errors, and with --verbose everything, on the screen too.
import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

export interface Logs {
  follow(name: string, stdout: Readable, stderr: Readable): void;
  error(name: string, text: string): void;
}

export function openLogs(folder: string, verbose: boolean): Logs {
  mkdirSync(folder, { recursive: true });
  const keep = (name: string, line: string) => appendFileSync(join(folder, `${name}.log`), `${line}\n`);
  const show = (name: string, line: string) => process.stderr.write(`[${name}] ${line}\n`);

  return {
    follow(name, stdout, stderr) {
      createInterface({ input: stdout }).on('line', (line) => {
        keep(name, line);
        if (verbose || isError(line)) show(name, line);
      });
      createInterface({ input: stderr }).on('line', (line) => {
        keep(name, line);
        show(name, line);
      });
    },
    error(name, text) {
      keep(name, text);
      show(name, text);
    },
  };
}

const isError = (line: string) => /"level":"(ERROR|CRITICAL)"/.test(line);
