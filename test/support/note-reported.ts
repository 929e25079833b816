// A report that was made for a request, as far as the request knows of it.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { recordKeys } from '#shared/tables.ts';
import type { RequestsWorld } from '#test/support/requests-world.ts';

export const noteReported = ({ raw, tables, clientId, clock }: RequestsWorld, requestId: string) =>
  raw.send(
    new UpdateCommand({
      TableName: tables.records,
      Key: recordKeys.request(clientId, requestId),
      UpdateExpression: 'SET reportedAtMs = :now',
      ExpressionAttributeValues: { ':now': clock.nowMs() },
    }),
  );
