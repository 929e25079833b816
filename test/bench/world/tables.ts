// The three tables on an engine that the bench speaks to, and their removal: DYNAMODB_ENDPOINT may hold somebody's own.
import type { Dynamo } from '#local/dynamo.ts';
import type { TableNames } from '#shared/writes.ts';
import { createTables } from '#test/support/engine-tables.ts';

export interface Tables extends Readonly<TableNames> {
  drop(): Promise<void>;
}

export async function benchTables(dynamo: Dynamo): Promise<Tables> {
  const names = await createTables((input) => dynamo.call('CreateTable', input));
  return {
    ...names,
    drop: async () => {
      for (const TableName of Object.values(names)) await dynamo.call('DeleteTable', { TableName });
    },
  };
}
