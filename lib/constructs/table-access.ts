// Gives a function the rows of lib/grants.ts: statements on tables and indexes, and the KMS key behind a key table.
import { Stack } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import { Effect, type IGrantable, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { TableGrant, TableRefusal } from '#lib/grants.ts';
import type { TableId } from '#shared/tables.ts';

export interface Tables {
  readonly tables: Readonly<Record<TableId, Pick<Table, 'tableArn' | 'tableName'>>>;
  /** The KMS keys of the tables that have one of their own. */
  readonly encryptionKeys: Readonly<Partial<Record<TableId, IKey>>>;
}

export function grantTables(to: IGrantable, grants: readonly TableGrant[], { tables, encryptionKeys }: Tables): void {
  for (const { table, actions, index, partitions } of grants) {
    const arn = tables[table].tableArn;
    to.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        actions: actions.map((action) => `dynamodb:${action}`),
        resources: [index ? `${arn}/index/${index}` : arn],
        ...(partitions && { conditions: onlyOf(partitions) }),
      }),
    );
  }
  for (const [table, key] of Object.entries(encryptionKeys)) {
    const actions = grants.filter((grant) => grant.table === table).flatMap((grant) => grant.actions);
    if (actions.length > 0)
      useThroughDynamoDb(
        to,
        key,
        actions.some((action) => !/Get|Query|Check/.test(action)),
      );
  }
}

/** Says no in so many words: a right that is given by mistake does not reach what is refused. */
export function refuseRecords(to: IGrantable, refusals: readonly TableRefusal[], { tables }: Tables): void {
  for (const { actions, partitions } of refusals)
    to.grantPrincipal.addToPrincipalPolicy(
      new PolicyStatement({
        effect: Effect.DENY,
        actions: actions.map((action) => `dynamodb:${action}`),
        resources: [tables.records.tableArn],
        conditions: { 'ForAnyValue:StringLike': { 'dynamodb:LeadingKeys': partitions } },
      }),
    );
}

const onlyOf = (partitions: readonly string[]) => ({
  [partitions.some((name) => name.includes('*')) ? 'ForAllValues:StringLike' : 'ForAllValues:StringEquals']: {
    'dynamodb:LeadingKeys': partitions,
  },
});

/** DynamoDB opens a table's own key in the name of the caller; nobody uses the KMS key for anything else. */
function useThroughDynamoDb(to: IGrantable, key: IKey, forWriting: boolean): void {
  const write = ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'];
  to.grantPrincipal.addToPrincipalPolicy(
    new PolicyStatement({
      actions: ['kms:Decrypt', 'kms:DescribeKey', ...(forWriting ? write : [])],
      resources: [key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `dynamodb.${Stack.of(key).region}.amazonaws.com` } },
    }),
  );
}

/** The tables' names, as functions/shared/env.ts reads them. */
export const tableEnvironment = ({ tables }: Tables) => ({
  RECORDS_TABLE: tables.records.tableName,
  MESSAGE_KEYS_TABLE: tables.messageKeys.tableName,
  REGISTER_KEYS_TABLE: tables.registerKeys.tableName,
});
