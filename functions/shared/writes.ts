// Writes as the use cases state them, and as DynamoDB takes them.
import type { Item } from '#shared/found.ts';
import { type ItemKey, messageKeysTable, recordsTable, registerKeysTable, type TableId } from '#shared/tables.ts';

export type TableNames = Record<TableId, string>;

export interface Condition {
  expression: string;
  names?: Record<string, string>;
  values?: Record<string, unknown>;
}

export type Write =
  | { table: TableId; put: Item; condition?: Condition }
  | { table: TableId; delete: ItemKey; condition?: Condition }
  | { table: TableId; check: ItemKey; condition: Condition }
  | { table: TableId; update: ItemKey; change: string; condition: Condition };

const primaryKeys = { records: recordsTable, messageKeys: messageKeysTable, registerKeys: registerKeysTable };

export const notExists = (table: TableId): Condition => ({
  expression: `attribute_not_exists(${primaryKeys[table].partitionKey})`,
});

export const versionIs = (version: number): Condition => ({
  expression: '#version = :version',
  names: { '#version': 'version' },
  values: { ':version': version },
});

export const conditionFields = (condition: Condition | undefined) =>
  condition && {
    ConditionExpression: condition.expression,
    ...(condition.names && { ExpressionAttributeNames: condition.names }),
    ...(condition.values && { ExpressionAttributeValues: condition.values }),
  };

export function transactItem(tables: TableNames, write: Write) {
  const common = {
    TableName: tables[write.table],
    ...conditionFields(write.condition),
    ...(write.condition && { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const }),
  };
  if ('put' in write) return { Put: { ...common, Item: write.put } };
  if ('delete' in write) return { Delete: { ...common, Key: write.delete } };
  if ('update' in write) return { Update: { ...common, Key: write.update, UpdateExpression: write.change } };
  return { ConditionCheck: { ...common, Key: write.check, ConditionExpression: write.condition.expression } };
}

/** Rows of the audit alone: they tell of a reading. */
export const changesNothing = (writes: readonly Write[]): boolean =>
  writes.every((write) => 'put' in write && write.put.kind === 'audit');
