// What a function may ask of DynamoDB by lib/grants.ts, held to in process as IAM holds to it: the engine itself refuses nobody.
import { AsyncLocalStorage } from 'node:async_hooks';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { FunctionName } from '#lib/functions.ts';
import { auditRefusals, tableGrants } from '#lib/grants.ts';
import type { TableId } from '#shared/tables.ts';
import type { TableNames } from '#shared/writes.ts';

const running = new AsyncLocalStorage<FunctionName>();

/** Whatever `act` asks of an engine, it asks as this function. What a test asks outside is asked by nobody, and may be anything. */
export const runAs = <T>(name: FunctionName | undefined, act: () => T): T =>
  name ? running.run(name, act) : running.exit(act);

interface Asked {
  table: TableId;
  index?: string | undefined;
  action: string;
  partition: string;
}

type Key = Record<string, string>;
const partitionOf = (key: Key): string => key.pk ?? key.id ?? '';

// biome-ignore lint/suspicious/noExplicitAny: inputs of five commands, of which only addresses are looked at
type Input = any;

const ofTransaction: Readonly<Record<string, string>> = {
  Put: 'PutItem',
  Update: 'UpdateItem',
  Delete: 'DeleteItem',
  ConditionCheck: 'ConditionCheckItem',
};

function askedFor(input: Input, tables: TableNames): Asked[] {
  const idOf = new Map(Object.entries(tables).map(([id, name]) => [name, id as TableId]));
  const at = (name: string, action: string, partition: string, index?: string): Asked[] => {
    const table = idOf.get(name);
    return table ? [{ table, action, partition, index }] : [];
  };
  if (input.TransactItems)
    return input.TransactItems.flatMap((item: Record<string, Input>) =>
      Object.entries(item).flatMap(([kind, { TableName, Item, Key }]) =>
        at(TableName, ofTransaction[kind] ?? kind, partitionOf(Item ?? Key)),
      ),
    );
  if (input.RequestItems)
    return Object.entries<Input>(input.RequestItems).flatMap(([name, wanted]) =>
      Array.isArray(wanted)
        ? wanted.flatMap((one) =>
            at(name, 'BatchWriteItem', partitionOf(one.PutRequest?.Item ?? one.DeleteRequest.Key)),
          )
        : wanted.Keys.flatMap((key: Key) => at(name, 'BatchGetItem', partitionOf(key))),
    );
  if (input.KeyConditionExpression)
    return at(input.TableName, 'Query', input.ExpressionAttributeValues[':pk'], input.IndexName);
  return at(input.TableName, 'UpdateItem', partitionOf(input.Key));
}

const among = (partition: string, patterns: readonly string[]) =>
  patterns.some((pattern) =>
    pattern.endsWith('*') ? partition.startsWith(pattern.slice(0, -1)) : partition === pattern,
  );

const isAllowed = (name: FunctionName, { table, index, action, partition }: Asked): boolean =>
  tableGrants[name].some(
    (grant) =>
      grant.table === table &&
      grant.index === index &&
      grant.actions.some((one) => one === action) &&
      (!grant.partitions || among(partition, grant.partitions)),
  ) &&
  !(
    table === 'records' &&
    auditRefusals(name).some(
      ({ actions, partitions }) => actions.some((one) => one === action) && among(partition, partitions),
    )
  );

const refused = new Set<string>();

/** What was refused since this was asked last: code that goes on after a refusal hides it. */
export function takeRefused(): string[] {
  const all = [...refused];
  refused.clear();
  return all;
}

/** The client asks for nothing that the function in whose name it runs may not. */
export function holdToGrants(client: DynamoDBDocumentClient, tables: TableNames): void {
  client.middlewareStack.add(
    (next) => (args) => {
      const name = running.getStore();
      const wrong = name ? askedFor(args.input, tables).filter((asked) => !isAllowed(name, asked)) : [];
      if (wrong.length === 0) return next(args);
      const said = wrong.map(
        ({ table, index, action, partition }) =>
          `${name} may not ${action} ${[table, index].filter(Boolean).join('/')} ${partition.replace(/#.*/, '#…')}`,
      );
      for (const one of said) refused.add(one);
      throw Object.assign(new Error(said.join('; ')), { name: 'AccessDeniedException' });
    },
    { step: 'initialize', name: 'holdToGrants' },
  );
}
