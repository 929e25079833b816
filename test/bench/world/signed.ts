// Makes a client one that has signed the agreement, in the table itself: what is measured comes after.
import type { Dynamo } from '#local/dynamo.ts';
import { recordKeys } from '#shared/tables.ts';

export async function signInBench(dynamo: Dynamo, table: string, clientId: string): Promise<void> {
  const { pk, sk } = recordKeys.client(clientId);
  await dynamo.call('UpdateItem', {
    TableName: table,
    Key: { pk: { S: pk }, sk: { S: sk } },
    UpdateExpression: 'SET agreedAt = :now, agreementId = :id',
    ExpressionAttributeValues: { ':now': { N: '1' }, ':id': { S: 'agr_00000000000000000000000000' } },
  });
}
