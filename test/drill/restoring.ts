// The restore's own steps on a restored table of the engine: as bin/restore.ts runs them on DynamoDB.
import { numbersOf } from '#bin/restore/app.ts';
import type { JournalEntry, RestoreApp } from '#restore/app.ts';
import { settleRestored } from '#restore/settle-restored.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { jitteredWait } from '#shared/wait.ts';
import type { MemoryEvidence } from '#test/support/memory-evidence.ts';
import type { World } from '#test/support/started-engine.ts';

export interface Restoring {
  app: RestoreApp;
  /** What it has told, each thing once. */
  journal(): JournalEntry[];
  settle(): Promise<void>;
}

export function restoring(
  world: World,
  evidence: MemoryEvidence,
  restoredToMs: number,
  keysThen: RestoreApp['keysThen'] = async () => undefined,
): Restoring {
  const told = new Map<string, JournalEntry>();
  const app: RestoreApp = {
    ...world.app,
    evidence,
    bulk: new BulkWrites(world.client, world.tables, jitteredWait),
    restoredToMs,
    note: (entry) => void told.set(JSON.stringify(entry), entry),
    keysThen,
    numbersOf: (clientIds) => numbersOf(world.raw, world.tables.records, clientIds),
  };
  return { app, journal: () => [...told.values()], settle: () => settleRestored(app) };
}
