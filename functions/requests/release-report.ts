// What the release of a request does to its report: the client's admins may fetch the files from then on.
import { filesKeyRead, toFilesKey } from '#jobs/files-key.ts';
import { fileReads, filesIn, releaseReport, reportRowRead, toReportRow } from '#requests/report-row.ts';
import type { OpenedRequest } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import { Problem } from '#shared/problems.ts';
import type { Write } from '#shared/writes.ts';

/**
 * For the transaction of the step. Costs two batch reads of 1 unit for the report, for the client's files key and for each file.
 * @throws Problem wrong-state where a file has ended: its time is over, or something of the client was erased since.
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
  return releaseReport(clientId, row);
}
