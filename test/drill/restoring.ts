// The restore's own steps on a restored table of the engine: as bin/restore.ts runs them on DynamoDB.
import type { JournalEntry, RestoreApp } from '#restore/app.ts';
import { settleRestored } from '#restore/settle-restored.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { jitteredWait } from '#shared/wait.ts';
import { everyItem } from '#test/drill/restored-table.ts';
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
    async numbersOf(clientIds) {
      const numbers = (await everyItem(world, world.tables.records)).filter(({ kind }) => kind === 'number');
      const theirs = numbers.filter(({ clientId }) => clientIds.has(clientId as string));
      return theirs.map(({ pk, sk }) => ({ pk: pk as string, sk: sk as string }));
    },
  };
  return { app, journal: () => [...told.values()], settle: () => settleRestored(app) };
}
