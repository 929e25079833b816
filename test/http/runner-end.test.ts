// However the runner ends, nothing that it started is left behind: an engine that lives on would hold a port and a file.
import { expect, test, vi } from 'vitest';
import { descendants, processes } from '#test/support/processes.ts';
import { startRunner } from '#test/support/runner.ts';

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
