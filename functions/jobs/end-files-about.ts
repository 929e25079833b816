// Ends the files of one thing at once: without their keys they open no more, and the rest of them is tended to.
import type { App } from '#shared/app.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

/** What goes in one transaction, with what else is written there. */
const IN_ONE = 60;

/**
 * For the transaction of whatever takes the thing back. One query of the client's files, of which there are those of seven days
 * (1 unit for some ten), and 2 units for each file, those that are being made among them. Of very many the first go before.
 * @param of the request or the export that they belong to.
 */
export async function endFilesAbout(app: App, of: { clientId: string; refId: string }): Promise<Write[]> {
  const files = await app.db.queryAll({
    table: 'records',
    partition: { name: recordsTable.partitionKey, value: recordKeys.filesOf(of.clientId).pk },
    filter: { expression: 'refId = :ref', values: { ':ref': of.refId } },
    consistent: true,
  });
  const writes = files.map(
    ({ sk }): Write => ({ table: 'registerKeys', delete: recordKeys.file(of.clientId, sk as string) }),
  );
  while (writes.length > IN_ONE) await app.db.commit(writes.splice(0, IN_ONE));
  return writes;
}
