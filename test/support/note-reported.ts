// A report that was made for a request, as far as the request knows of it: without findings and files, which are other tests'.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { putReportRow } from '#requests/report-row.ts';
import { questOfRequest } from '#requests/search/quest-of-request.ts';
import { beginSearchRow, soughtOf } from '#requests/search-row.ts';
import { openRequest, requestReads } from '#requests/store.ts';
import { recordKeys } from '#shared/tables.ts';
import type { RequestsWorld } from '#test/support/requests-world.ts';

export async function noteReported({ app, raw, tables, clientId, clock }: RequestsWorld, requestId: string) {
  const nowMs = clock.nowMs();
  const made = { language: 'sv' as const, askedAtMs: nowMs, madeAtMs: nowMs, files: [], changed: 0 };
  const request = openRequest(await app.db.read(requestReads(clientId, requestId)), clientId, requestId, nowMs);
  if (!request?.searchJobId) throw new Error('Nobody has searched');
  const sought = soughtOf(request, await questOfRequest(app, request));
  await app.db.commit([
    ...beginSearchRow(request, { jobId: request.searchJobId, sought, rounds: 1, unreadable: 0, doneAtMs: nowMs }),
    putReportRow(requestId, { jobId: app.newId('job'), ...made }),
  ]);
  await raw.send(
    new UpdateCommand({
      TableName: tables.records,
      Key: recordKeys.request(clientId, requestId),
      UpdateExpression: 'SET reportedAtMs = :now',
      ExpressionAttributeValues: { ':now': nowMs },
    }),
  );
}
