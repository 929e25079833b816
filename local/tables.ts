// The tables of the templates on the engine: made where they are missing, refused where they differ.
import type { Dynamo } from '#local/dynamo.ts';
import type { Resource, Resources } from '#local/resources.ts';

interface Index {
  IndexName: string;
  KeySchema: unknown[];
  Projection: unknown;
}

interface TableProperties {
  KeySchema: unknown[];
  AttributeDefinitions: unknown[];
  GlobalSecondaryIndexes?: Index[];
  StreamSpecification?: { StreamViewType: string };
  TimeToLiveSpecification?: { AttributeName: string; Enabled: boolean };
}

/** @param fresh An engine that DYNAMODB_ENDPOINT names has tables of its own keeping: they are emptied by name. */
export async function makeTables(dynamo: Dynamo, resources: Resources, fresh: boolean): Promise<void> {
  const tables = resources.of('AWS::DynamoDB::Table');
  await Promise.all(tables.map((table) => makeTable(dynamo, table, fresh)));
}

async function makeTable(dynamo: Dynamo, { physical, properties }: Resource, fresh: boolean): Promise<void> {
  const wanted = properties as unknown as TableProperties;
  const TableName = physical.ref;
  const existing = await describe(dynamo, TableName);
  if (existing && fresh) await dynamo.call('DeleteTable', { TableName });
  else if (existing) {
    if (shapeOf(existing) !== shapeOf(wanted)) {
      throw new Error(
        `the table ${TableName} in DATA_DIR has other keys or indexes than the template: npm start -- --fresh`,
      );
    }
    return;
  }
  const index = ({ IndexName, KeySchema, Projection }: Index) => ({ IndexName, KeySchema, Projection });
  await dynamo.call('CreateTable', {
    TableName,
    BillingMode: 'PAY_PER_REQUEST',
    KeySchema: wanted.KeySchema,
    AttributeDefinitions: wanted.AttributeDefinitions,
    ...(wanted.GlobalSecondaryIndexes ? { GlobalSecondaryIndexes: wanted.GlobalSecondaryIndexes.map(index) } : {}),
    ...(wanted.StreamSpecification
      ? { StreamSpecification: { StreamEnabled: true, StreamViewType: wanted.StreamSpecification.StreamViewType } }
      : {}),
  });
  if (wanted.TimeToLiveSpecification) {
    await dynamo.call('UpdateTimeToLive', { TableName, TimeToLiveSpecification: wanted.TimeToLiveSpecification });
  }
}

async function describe(dynamo: Dynamo, TableName: string): Promise<TableProperties | undefined> {
  try {
    const { Table } = await dynamo.call('DescribeTable', { TableName });
    return Table as TableProperties;
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}

/** What can't be changed on a table that holds data. */
function shapeOf({ KeySchema, GlobalSecondaryIndexes = [], StreamSpecification }: TableProperties): string {
  const indexes = GlobalSecondaryIndexes.map((index) => [index.IndexName, keysOf(index.KeySchema)]);
  return JSON.stringify([keysOf(KeySchema), indexes.sort(), StreamSpecification?.StreamViewType ?? null]);
}

const keysOf = (schema: unknown[]) =>
  (schema as { AttributeName: string; KeyType: string }[]).map(({ AttributeName, KeyType }) => [
    AttributeName,
    KeyType,
  ]);
