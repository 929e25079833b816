// Erases the index of a client's people with the client: the key first, which may have outlived a restore, then head and parts.
import type { DirectoryApp } from '#desk/app.ts';
import { eachPage, type LongRun } from '#shared/long-run.ts';
import { type ItemKey, recordKeys, recordsTable } from '#shared/tables.ts';

/**
 * Costs one transaction of 2 units, a query, and 1 unit for each KB of the index.
 * @returns false where the time was up.
 */
export async function eraseDirectory(app: DirectoryApp, run: LongRun, clientId: string): Promise<boolean> {
  await app.db.commit([{ table: 'registerKeys', delete: recordKeys.directory(clientId) }]);
  const partition = { name: recordsTable.partitionKey, value: recordKeys.directoryOf(clientId).pk };
  return eachPage(app, run, { table: 'records', partition, consistent: true }, (items) =>
    app.bulk.writeEach(items.map(({ pk, sk }) => ({ table: 'records', delete: { pk, sk } as ItemKey }))),
  );
}
