// Makes a client of the tables one that has signed the agreement, without its signing: for tests that are about something else.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { recordKeys } from '#shared/tables.ts';
import type { World } from '#test/support/started-engine.ts';

const SIGNED_AGREEMENT = 'agr_00000000000000000000000000';

/** Its version stays as it is, and it costs the app nothing. @returns when it was signed: now. */
export async function signInTables(
  { raw, tables, clock }: Pick<World, 'raw' | 'tables' | 'clock'>,
  clientId: string,
): Promise<number> {
  const agreedAt = clock.nowMs();
  await raw.send(
    new UpdateCommand({
      TableName: tables.records,
      Key: recordKeys.client(clientId),
      UpdateExpression: 'SET agreedAt = :now, agreementId = :id',
      ExpressionAttributeValues: { ':now': agreedAt, ':id': SIGNED_AGREEMENT },
    }),
  );
  return agreedAt;
}
