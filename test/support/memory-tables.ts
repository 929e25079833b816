// The tables in memory, behind the SDK's document client as the service calls it: for tests of thousands of runs. Not an engine:
// what it answers is held against the engine by test/storage/memory-tables.test.ts.
import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { marshall } from '@aws-sdk/util-dynamodb';
import { makeApp } from '#shared/app.ts';
import type { Item } from '#shared/found.ts';
import { messageKeysTable, recordsTable, registerKeysTable } from '#shared/tables.ts';
import { type Expression, holds, updated } from '#test/support/expressions.ts';
import { meterOf } from '#test/support/meter.ts';
import { type Engine, testClock, type World } from '#test/support/started-engine.ts';

const memoryTableNames = {
  records: recordsTable.name,
  messageKeys: messageKeysTable.name,
  registerKeys: registerKeysTable.name,
};

/** Index, and its sort key; the tables' own have none here, for messages are not listed. */
const sortKeys: Readonly<Record<string, string>> = { due: 'dueAt', list: 'listSk', expiry: 'expiresAt' };

interface Write {
  TableName: string;
  Key?: Item;
  Item?: Item;
  UpdateExpression?: string;
  ConditionExpression?: string;
  ExpressionAttributeNames?: Expression['names'];
  ExpressionAttributeValues?: Expression['values'];
}

interface Query extends Write {
  IndexName?: string;
  KeyConditionExpression: string;
  ScanIndexForward?: boolean;
  Limit?: number;
  ExclusiveStartKey?: Item;
}

const addressOf = (item: Item) => String(item.id ?? `${item.pk} ${item.sk}`);
/** As the SDK does it: what is undefined is left out. */
const stored = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(stored);
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) => (one === undefined ? [] : [[name, stored(one)]])),
  );
};

const expressionOf = ({ ExpressionAttributeNames: names, ExpressionAttributeValues: values }: Write): Expression => ({
  names,
  values: stored(values ?? {}) as Item,
});

class MemoryTables {
  readonly #tables = new Map<string, Map<string, Item>>();
  readonly middlewareStack = { add: () => {}, remove: () => {} };

  /** Others may run before each request, as on a network; each request is carried out at once. */
  async send({ constructor: { name }, input }: { constructor: { name: string }; input: unknown }): Promise<object> {
    await new Promise((resolve) => setImmediate(resolve));
    if (name === 'BatchGetCommand') return this.#batchGet(input as { RequestItems: Record<string, { Keys: Item[] }> });
    if (name === 'QueryCommand') return this.#query(input as Query);
    if (name === 'ScanCommand')
      return { Items: structuredClone([...this.#table((input as Write).TableName).values()]) };
    if (name === 'UpdateCommand') return this.#update(input as Write);
    if (name === 'PutCommand') return this.#commit([{ Put: input as Write }]);
    if (name === 'TransactWriteCommand')
      return this.#commit((input as { TransactItems: Record<string, Write>[] }).TransactItems);
    throw new Error(`No ${name} in memory`);
  }

  /** @returns what brings everything back to how it is now: an item is never changed, another takes its place. */
  snapshot(): () => void {
    const kept = [...this.#tables].map(([name, table]) => [name, new Map(table)] as const);
    return () => {
      this.#tables.clear();
      for (const [name, table] of kept) this.#tables.set(name, new Map(table));
    };
  }

  #table(name: string): Map<string, Item> {
    const table = this.#tables.get(name) ?? new Map<string, Item>();
    this.#tables.set(name, table);
    return table;
  }

  #batchGet({ RequestItems }: { RequestItems: Record<string, { Keys: Item[] }> }) {
    const read = Object.entries(RequestItems).map(([name, { Keys }]) => [
      name,
      Keys.map((key) => this.#table(name).get(addressOf(key))).filter((item) => item !== undefined),
    ]);
    return { Responses: structuredClone(Object.fromEntries(read)) };
  }

  #query(query: Query) {
    const sortKey = query.IndexName ? (sortKeys[query.IndexName] ?? 'sk') : 'sk';
    const order = (one: Item, other: Item) => {
      const [a, b] = [one[sortKey] as number, other[sortKey] as number];
      return a === b ? addressOf(one).localeCompare(addressOf(other)) : a < b ? -1 : 1;
    };
    const items = [...this.#table(query.TableName).values()]
      .filter((item) => item[sortKey] !== undefined)
      .filter((item) => holds(item, query.KeyConditionExpression, expressionOf(query)))
      .sort((one, other) => (query.ScanIndexForward === false ? order(other, one) : order(one, other)));
    if (query.ExclusiveStartKey || items.length > (query.Limit ?? items.length))
      throw new Error('There is one page in memory');
    return { Items: structuredClone(items) };
  }

  #update(write: Write) {
    const table = this.#table(write.TableName);
    const standing = table.get(addressOf(write.Key as Item));
    if (!holds(standing ?? {}, write.ConditionExpression, expressionOf(write)))
      throw Object.assign(new Error('The conditional request failed'), {
        name: 'ConditionalCheckFailedException',
        ...(standing && { Item: marshall(standing) }),
      });
    const after = this.#after(write, standing);
    table.set(addressOf(after), after);
    return { Attributes: structuredClone(after) };
  }

  #after(write: Write, standing: Item | undefined): Item {
    return updated(standing ?? { ...write.Key }, write.UpdateExpression ?? '', expressionOf(write));
  }

  #commit(items: readonly Record<string, Write>[]) {
    const writes = items.flatMap((item) => Object.entries(item));
    const standing = writes.map(([, write]) =>
      this.#table(write.TableName).get(addressOf(write.Key ?? (write.Item as Item))),
    );
    const refused = writes.map(
      ([, write], n) => !holds(standing[n] ?? {}, write.ConditionExpression, expressionOf(write)),
    );
    if (refused.includes(true))
      throw new TransactionCanceledException({
        message: 'Transaction cancelled',
        $metadata: {},
        CancellationReasons: refused.map((one, n) => {
          const item = standing[n];
          return one ? { Code: 'ConditionalCheckFailed', ...(item && { Item: marshall(item) }) } : { Code: 'None' };
        }),
      });
    writes.forEach(([kind, write], n) => {
      const table = this.#table(write.TableName);
      if (kind === 'Put') table.set(addressOf(write.Item as Item), structuredClone(stored(write.Item)) as Item);
      if (kind === 'Delete') table.delete(addressOf(write.Key as Item));
      if (kind === 'Update') table.set(addressOf(write.Key as Item), this.#after(write, standing[n]));
    });
    return {};
  }
}

const asClient = (tables: MemoryTables): DynamoDBDocumentClient => tables as unknown as DynamoDBDocumentClient;

/** Of a world in memory. */
export const snapshotOf = ({ client }: Pick<World, 'client'>): (() => void) =>
  (client as unknown as MemoryTables).snapshot();

/** A world as the engine's, but for its meter, which nobody reads here. */
export const memoryEngine: Engine = {
  async world() {
    const client = asClient(new MemoryTables());
    const clock = testClock();
    const app = makeApp(memoryTableNames, client, clock);
    return { app, clock, meter: meterOf(client), tables: memoryTableNames, client, raw: client };
  },
};
