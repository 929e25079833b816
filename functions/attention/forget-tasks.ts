// Forgets the tasks about a client's deliveries.
import type { App } from '#shared/app.ts';
import type { BuryingApp } from '#shared/bury.ts';
import { eachPage, type LongRun } from '#shared/long-run.ts';
import { type ItemKey, recordKeys, recordsTable } from '#shared/tables.ts';

/**
 * Costs one query for each MB of tasks of all clients (1 unit for 4 KB: there are few, and only after a restore), and 1 unit
 * and 1 for the index for each that goes, 25 in a request.
 * @returns false where the time was up.
 */
export function forgetTasks(app: App & Pick<BuryingApp, 'bulk'>, run: LongRun, clientId: string): Promise<boolean> {
  const tasks = {
    table: 'records' as const,
    partition: { name: recordsTable.partitionKey, value: recordKeys.tasks().pk },
    filter: { expression: 'clientId = :client', values: { ':client': clientId } },
    consistent: true,
  };
  return eachPage(app, run, tasks, (items) =>
    app.bulk.writeEach(items.map(({ pk, sk }) => ({ table: 'records', delete: { pk, sk } as ItemKey }))),
  );
}
