// What the release of a request does to its report: the client's admins may fetch the files from then on.
import { filesKeyRead, toFilesKey } from '#jobs/files-key.ts';
import { fileReads, filesIn, releaseReport, reportRowRead, toReportRow } from '#requests/report-row.ts';
import { questOfRequest } from '#requests/search/quest-of-request.ts';
import { searchRowRead, soughtOf, toSearchRow } from '#requests/search-row.ts';
import type { OpenedRequest } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import { Problem } from '#shared/problems.ts';
import type { Write } from '#shared/writes.ts';

/**
 * For the transaction of the step. Costs two batch reads of 1 unit for the report, for the search, for the client's files key and
 * for each file, and whom to look for.
 * @throws Problem wrong-state where a file has ended: its time is over, or something of the client was erased since; and where
 * more is known about the person than was searched for.
 */
export async function releaseOf(app: App, request: OpenedRequest): Promise<Write[]> {
  const { clientId, id } = request;
  const prepared = await app.db.read([reportRowRead(id), searchRowRead(id)]);
  const row = toReportRow(prepared.get(reportRowRead(id)));
  const sought = soughtOf(request, await questOfRequest(app, request));
  if (toSearchRow(prepared.get(searchRowRead(id)))?.sought !== sought)
    throw new Problem('wrong-state', { detail: 'More is known about the person than was searched for: search again' });
  if (row?.madeAtMs === undefined) throw new Problem('wrong-state', { detail: 'The report is not made yet' });
  const found = await app.db.read([filesKeyRead(clientId), ...fileReads(clientId, row)]);
  const filesKey = toFilesKey(found.get(filesKeyRead(clientId)));
  const standing = filesIn(found, clientId, row, app.clock.nowMs()).filter(({ keyId }) => keyId === filesKey?.keyId);
  if (standing.length < row.files.length)
    throw new Problem('wrong-state', { detail: 'The report has come to its end: make it anew' });
  return releaseReport(clientId, row);
}
