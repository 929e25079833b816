// A small round of the restore drill, and the same without the restore's own steps: it has to find out.
import { beforeEach, expect, test, vi } from 'vitest';
import { runDrill } from '#test/drill/drill.ts';
import { useEngine } from '#test/support/engine.ts';

/** A whole service, twice over. */
vi.setConfig({ testTimeout: 180_000 });

const engine = useEngine();

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
});

const faulty = (lines: Awaited<ReturnType<typeof runDrill>>['lines']) =>
  lines.flatMap(({ what, faults }) => (faults.length > 0 ? [what] : []));

test('of a restored table everything that lives opens, nothing that is erased does, and nothing is sent again', async () => {
  const { lines } = await runDrill(await engine.world(), { size: 1 });

  expect(lines.flatMap(({ faults }) => faults)).toEqual([]);
  expect(lines.find(({ what }) => what === 'Messages')).toMatchObject({ erasedSince: 31, opened: 56, notOpened: 31 });
});

test('a copy that is put in service as it is makes the drill fail, line by line', async () => {
  const { lines } = await runDrill(await engine.world(), { size: 1, settled: false });

  expect(faulty(lines)).toEqual(
    expect.arrayContaining([
      'Tombstones of messages and staff members',
      'Deliveries under way: unknown, with a task',
      'Lists, each by all who may read it; single records',
    ]),
  );
  expect(lines.find(({ what }) => what.startsWith('Deliveries under way'))?.sends).toBeGreaterThan(0);
});
