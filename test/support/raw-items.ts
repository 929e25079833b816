// What stands in a table, as an outsider would see it who reads it all. For tests only: the system itself never scans.
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Item } from '#shared/found.ts';
import type { TableId } from '#shared/tables.ts';
import type { World } from '#test/support/engine.ts';

export async function rawItems({ raw, tables }: World, table: TableId): Promise<Item[]> {
  const { Items = [] } = await raw.send(new ScanCommand({ TableName: tables[table], ConsistentRead: true }));
  return Items;
}

/** As one text, bytes read as letters: every name and number that stands open would be found in it. */
export const rawText = (items: readonly Item[]): string =>
  JSON.stringify(items, (_, value) => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : value));
