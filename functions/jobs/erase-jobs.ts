// Erases what a client that is gone has had done: its jobs, its exports, and the keys of its files, which end within the quarter.
import type { App } from '#shared/app.ts';
import type { BulkWrites } from '#shared/bulk-writes.ts';
import { eachPage, type LongRun } from '#shared/long-run.ts';
import { type ItemKey, recordKeys, recordsTable } from '#shared/tables.ts';

interface ErasingApp extends App {
  readonly bulk: Pick<BulkWrites, 'writeEach'>;
}

/**
 * Costs three queries and for each row 1 unit, 25 in a request; for each file 2 units and 1, and 2 for the index. An erasure that is under
 * way comes to its end and is certified, and what is still to be told is told.
 * @returns false where the time was up.
 */
export async function eraseJobs(app: ErasingApp, run: LongRun, clientId: string): Promise<boolean> {
  if (!(await endFiles(app, run, clientId))) return false;
  return (
    (await eachPage(app, run, rowsOf(recordKeys.exportsOf(clientId).pk), deleteAll(app))) &&
    (await eachPage(app, run, { ...rowsOf(recordKeys.jobsOf(clientId).pk), filter: overOrPointless }, deleteAll(app)))
  );
}

const rowsOf = (value: string) => ({
  table: 'records' as const,
  partition: { name: recordsTable.partitionKey, value },
  consistent: true,
});

const overOrPointless = {
  expression: 'NOT (#work IN (:erase, :letter)) OR #state IN (:done, :failed)',
  names: { '#work': 'work', '#state': 'state' },
  values: { ':erase': 'erase', ':letter': 'letter', ':done': 'done', ':failed': 'failed' },
};

const deleteAll = (app: ErasingApp) => (items: readonly { pk?: unknown; sk?: unknown }[]) =>
  app.bulk.writeEach(items.map(({ pk, sk }) => ({ table: 'records', delete: { pk, sk } as ItemKey })));

/** The object goes with its row, by whoever tends files: it is due from now on. */
const endFiles = (app: ErasingApp, run: LongRun, clientId: string): Promise<boolean> =>
  eachPage(app, run, rowsOf(recordKeys.filesOf(clientId).pk), async (items) => {
    for (const { sk } of items) {
      const key = recordKeys.file(clientId, sk as string);
      await app.db.commit([{ table: 'registerKeys', delete: key }]);
      // Where it has just been tended nothing is left to hasten.
      await app.db.update('records', key, 'SET dueAt = :now', {
        expression: 'attribute_exists(pk)',
        values: { ':now': app.clock.nowMs() },
      });
    }
  });
