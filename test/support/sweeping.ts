// The sweeper as its function makes it, on a world of messages.
import { reportSweep } from '#messages/report-sweep.ts';
import { sweepExpired } from '#messages/sweep-expired.ts';
import type { SweepApp, SweepReport } from '#messages/sweep-page.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { jitteredWait } from '#shared/wait.ts';
import { type MemoryEvidence, memoryEvidence } from '#test/support/memory-evidence.ts';
import { rawItems } from '#test/support/raw-items.ts';
import type { World } from '#test/support/started-engine.ts';
import { runAs } from '#test/support/under-grants.ts';

export interface Sweeping {
  readonly app: SweepApp;
  readonly evidence: MemoryEvidence;
  /** As the function does it. */
  sweep(mayGoOn?: () => boolean): Promise<SweepReport>;
  /** Without the report and what it looks up. */
  erase(): Promise<SweepReport>;
  /** What is left of messages: `message`, `delivery`, `key` (with a key in it), `row` (without, but still to be swept). */
  left(): Promise<string[]>;
}

export function sweeping(world: World, evidence = memoryEvidence()): Sweeping {
  const bulk = new BulkWrites(world.client, world.tables, jitteredWait);
  const app: SweepApp = { ...world.app, bulk, evidence };
  return {
    app,
    evidence,
    sweep: (mayGoOn = () => true) => runAs('sweep-expired', () => reportSweep(app, mayGoOn)),
    erase: async () => (await runAs('sweep-expired', () => sweepExpired(app, () => true))).report,
    async left() {
      const records = (await rawItems(world, 'records')).map(({ kind }) => kind as string);
      const rows = await rawItems(world, 'messageKeys');
      return [
        ...records.filter((kind) => kind === 'message' || kind === 'delivery'),
        ...rows.flatMap((row) => (row.key || row.noteKey || row.bodyMac ? ['key'] : row.expiryDay ? ['row'] : [])),
      ].sort();
    },
  };
}
