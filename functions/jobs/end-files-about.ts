// Ends files at once: without their keys they open no more, and the rest of them is tended to.
import type { App } from '#shared/app.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

/** What DynamoDB takes in one transaction, less the row of the audit. */
const MOST_WRITES = 99;

export const endFile = (clientId: string, fileId: string): Write => ({
  table: 'registerKeys',
  delete: recordKeys.file(clientId, fileId),
});

/**
 * Of all files of one thing, those that are being made among them: a query of the client's files, of which there are those of
 * seven days (1 unit for some ten).
 * @param of the request or the export that they belong to.
 */
export async function endFilesAbout(app: App, of: { clientId: string; refId: string }): Promise<Write[]> {
  const files = await app.db.queryAll({
    table: 'records',
    partition: { name: recordsTable.partitionKey, value: recordKeys.filesOf(of.clientId).pk },
    filter: { expression: 'refId = :ref', values: { ':ref': of.refId } },
    consistent: true,
  });
  return files.map(({ sk }) => endFile(of.clientId, sk as string));
}

/**
 * What takes a thing back, and the end of its files: one transaction, 2 units for each file. What does not fit goes in others
 * right after it: where a run dies in between, no row tells of those files any more, and they end in their time.
 * @throws ConflictError where a condition of `writes` does not hold: then no file has ended.
 */
export async function commitEnding(app: App, writes: readonly Write[], ends: readonly Write[]): Promise<void> {
  const room = MOST_WRITES - writes.length;
  const first = [...writes, ...ends.slice(0, room)];
  if (first.length > 0) await app.db.commit(first);
  for (let from = room; from < ends.length; from += MOST_WRITES)
    await app.db.commit(ends.slice(from, from + MOST_WRITES));
}
