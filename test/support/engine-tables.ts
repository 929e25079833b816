// The three tables as CreateTable input, made from functions/shared/tables.ts, under names that no other test has.
import { randomUUID } from 'node:crypto';
import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { messageKeysTable, recordsTable, registerKeysTable } from '#shared/tables.ts';
import type { TableNames } from '#shared/writes.ts';

interface Table {
  name: string;
  partitionKey: string;
  sortKey?: string;
  indexes?: Readonly<Record<string, { name: string; partitionKey: string; sortKey: string }>>;
}

/** Attributes that are numbers; all other keys are strings. */
const numbers = new Set(['dueAt', 'expiresAt']);

const keySchema = (partitionKey: string, sortKey: string | undefined) => [
  { AttributeName: partitionKey, KeyType: 'HASH' as const },
  ...(sortKey ? [{ AttributeName: sortKey, KeyType: 'RANGE' as const }] : []),
];

function createTableInput(name: string, table: Table, stream: boolean): CreateTableCommandInput {
  const indexes = Object.values(table.indexes ?? {});
  const attributes = new Set(
    [table, ...indexes].flatMap(({ partitionKey, sortKey }) => (sortKey ? [partitionKey, sortKey] : [partitionKey])),
  );
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: keySchema(table.partitionKey, table.sortKey),
    AttributeDefinitions: [...attributes].map((AttributeName) => ({
      AttributeName,
      AttributeType: numbers.has(AttributeName) ? 'N' : 'S',
    })),
    ...(indexes.length > 0 && {
      GlobalSecondaryIndexes: indexes.map((index) => ({
        IndexName: index.name,
        KeySchema: keySchema(index.partitionKey, index.sortKey),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      })),
    }),
    ...(stream && { StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_IMAGE' } }),
  };
}

export async function createTables(create: (input: CreateTableCommandInput) => Promise<unknown>): Promise<TableNames> {
  const prefix = `test-${randomUUID().slice(0, 8)}`;
  const tables = {
    records: { name: `${prefix}-${recordsTable.name}`, table: recordsTable, stream: true },
    messageKeys: { name: `${prefix}-${messageKeysTable.name}`, table: messageKeysTable, stream: false },
    registerKeys: { name: `${prefix}-${registerKeysTable.name}`, table: registerKeysTable, stream: false },
  };
  await Promise.all(
    Object.values(tables).map(({ name, table, stream }) => create(createTableInput(name, table, stream))),
  );
  return {
    records: tables.records.name,
    messageKeys: tables.messageKeys.name,
    registerKeys: tables.registerKeys.name,
  };
}

/** A table of records as a restore makes it: with its indexes, and without a stream. */
export const restoredTableInput = (name: string): CreateTableCommandInput =>
  createTableInput(name, recordsTable, false);
