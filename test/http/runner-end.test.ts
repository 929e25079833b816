// However the runner ends, nothing that it started is left behind: an engine that lives on would hold a port and a file.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { startRunner } from '#test/support/runner.ts';

interface Process {
  readonly pid: number;
  readonly parent: number;
}

/** All that run; one that has ended and was not taken notice of yet does not. */
function processes(): Process[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return state === 'Z' ? [] : [{ pid: Number(name), parent: Number(parent) }];
      } catch {
        return [];
      }
    });
}

function descendants(of: number, all = processes()): number[] {
  const children = all.filter(({ parent }) => parent === of).map(({ pid }) => pid);
  return children.flatMap((pid) => [pid, ...descendants(pid, all)]);
}

test.for([
  ['SIGTERM', 0],
  ['SIGINT', 0],
  ['SIGKILL', null],
] as const)('by %s', async ([signal, code]) => {
  const runner = await startRunner({ args: ['--no-seed'] });
  const started = descendants(runner.pid);
  const engine = await runner.addressOf('DynamoDB');
  const before = await fetch(engine);

  const ended = await runner.stop(signal);

  expect(before.status).toBeGreaterThan(0);
  expect(started).not.toEqual([]);
  expect(ended).toBe(code);
  await vi.waitFor(() => {
    const alive = new Set(processes().map(({ pid }) => pid));
    expect(started.filter((pid) => alive.has(pid))).toEqual([]);
  }, 5_000);
  await expect(fetch(engine)).rejects.toThrow('fetch failed');
});
