// What the release of a request does to its report: the client's admins may fetch the files from then on.
import { filesKeyRead, toFilesKey } from '#jobs/files-key.ts';
import { fileReads, filesIn, releaseReport, reportRowRead, toReportRow } from '#requests/report-row.ts';
import type { OpenedRequest } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import { Problem } from '#shared/problems.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';
import type { Write } from '#shared/writes.ts';

/** What goes in one transaction, with what else is written there. */
const IN_ONE = 60;

/**
 * For the transaction of the step. Costs two batch reads of 1 unit for the report, for the client's files key and for each file.
 * Of very many the first go before: no admin learns their ids until the request itself is released.
 * @throws Problem wrong-state where a file has ended: its time is over, or something of the client was erased since.
 *   StaleReadError where one has gone meanwhile.
 */
export async function releaseOf(app: App, { clientId, id }: OpenedRequest): Promise<Write[]> {
  const read = reportRowRead(id);
  const row = toReportRow((await app.db.read([read])).get(read));
  if (row?.madeAtMs === undefined) throw new Problem('wrong-state', { detail: 'The report is not made yet' });
  const found = await app.db.read([filesKeyRead(clientId), ...fileReads(clientId, row)]);
  const filesKey = toFilesKey(found.get(filesKeyRead(clientId)));
  const standing = filesIn(found, clientId, row, app.clock.nowMs()).filter(({ keyId }) => keyId === filesKey?.keyId);
  if (standing.length < row.files.length)
    throw new Problem('wrong-state', { detail: 'The report has come to its end: make it anew' });
  const writes = releaseReport(clientId, row);
  while (writes.length > IN_ONE) await releaseFirst(app, writes.splice(0, IN_ONE));
  return writes;
}

async function releaseFirst(app: App, writes: readonly Write[]): Promise<void> {
  try {
    await app.db.commit(writes);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new StaleReadError('A file has gone meanwhile', { cause: error });
  }
}
