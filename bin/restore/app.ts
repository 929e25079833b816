// What the restore works on: the restored table beside today's keys, by the AWS SDK; and what only this tool may ask.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { S3Client } from '@aws-sdk/client-s3';
import { DynamoDBDocumentClient, GetCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import type { RestoreApp, RowAddress } from '#restore/app.ts';
import { makeApp } from '#shared/app.ts';
import { BulkWrites } from '#shared/bulk-writes.ts';
import { systemClock } from '#shared/clock.ts';
import { keyRowOf } from '#shared/register.ts';
import { s3Evidence } from '#shared/s3-evidence.ts';
import { jitteredWait } from '#shared/wait.ts';
import type { TableNames } from '#shared/writes.ts';

export interface RestoreOptions {
  region: string;
  /** Records: the restored one. */
  tables: TableNames;
  evidenceBucket: string;
  restoredToMs: number;
  /** RegisterKeys as of the same time, if there is such a table. */
  registerKeysThen: string | undefined;
  note: RestoreApp['note'];
}

export function restoreApp(options: RestoreOptions): RestoreApp {
  const { region, tables, registerKeysThen } = options;
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region }), {
    marshallOptions: { removeUndefinedValues: true },
  });
  return {
    ...makeApp(tables, client, systemClock),
    bulk: new BulkWrites(client, tables, jitteredWait),
    evidence: s3Evidence(options.evidenceBucket, new S3Client({ region })),
    restoredToMs: options.restoredToMs,
    note: options.note,
    async keysThen(Key) {
      if (registerKeysThen === undefined) return undefined;
      return keyRowOf((await client.send(new GetCommand({ TableName: registerKeysThen, Key }))).Item);
    },
    numbersOf: (clientIds) => numbersOf(client, tables.records, clientIds),
  };
}

/** The only Scan there is: a number's row is found by its number, and those of an erased client nobody can read any more. */
export async function numbersOf(
  client: DynamoDBDocumentClient,
  TableName: string,
  clientIds: ReadonlySet<string>,
): Promise<RowAddress[]> {
  const found: RowAddress[] = [];
  const numbers = {
    TableName,
    FilterExpression: 'kind = :number',
    ExpressionAttributeValues: { ':number': 'number' },
    ProjectionExpression: 'pk, sk, clientId',
  };
  for await (const { Items = [] } of paginateScan({ client }, numbers))
    for (const { pk, sk, clientId } of Items) if (clientIds.has(clientId)) found.push({ pk, sk });
  return found;
}
