// A restore as DynamoDB makes one: every item of a table as it was, in a new table without a stream. The engine has none.
import { randomUUID } from 'node:crypto';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { makeApp } from '#shared/app.ts';
import type { Item } from '#shared/found.ts';
import { restoredTableInput } from '#test/support/engine-tables.ts';
import type { World } from '#test/support/started-engine.ts';

const BATCH_SIZE = 25;

export async function everyItem({ raw }: Pick<World, 'raw'>, TableName: string): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of paginateScan({ client: raw }, { TableName, ConsistentRead: true }))
    items.push(...(page.Items ?? []));
  return items;
}

/** @returns the world with the copy in the place of its table of records; the keys are those there are. */
export async function restoreFrom(world: World, copy: readonly Item[]): Promise<World> {
  const records = `restored-${randomUUID().slice(0, 8)}-Records`;
  await world.raw.send(new CreateTableCommand(restoredTableInput(records)));
  for (let start = 0; start < copy.length; start += BATCH_SIZE) {
    const puts = copy.slice(start, start + BATCH_SIZE).map((Item) => ({ PutRequest: { Item } }));
    await world.raw.send(new BatchWriteCommand({ RequestItems: { [records]: puts } }));
  }
  const tables = { ...world.tables, records };
  return { ...world, tables, app: makeApp(tables, world.client, world.clock) };
}
