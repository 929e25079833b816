// A report that was made for a request, as far as the request knows of it: without files, which are another test's.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { putReportRow } from '#requests/report-row.ts';
import { recordKeys } from '#shared/tables.ts';
import type { RequestsWorld } from '#test/support/requests-world.ts';

export async function noteReported({ app, raw, tables, clientId, clock }: RequestsWorld, requestId: string) {
  const nowMs = clock.nowMs();
  const made = { language: 'sv' as const, askedAtMs: nowMs, madeAtMs: nowMs, files: [], changed: 0 };
  await app.db.commit([putReportRow(requestId, { jobId: app.newId('job'), ...made })]);
  await raw.send(
    new UpdateCommand({
      TableName: tables.records,
      Key: recordKeys.request(clientId, requestId),
      UpdateExpression: 'SET reportedAtMs = :now',
      ExpressionAttributeValues: { ':now': nowMs },
    }),
  );
}
