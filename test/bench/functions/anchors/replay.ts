// The anchor for warm requests: sends what a function was seen to send to DynamoDB, call by call, and nothing else.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}), {
  marshallOptions: { removeUndefinedValues: true },
});

const commands = {
  BatchGetItem: BatchGetCommand,
  GetItem: GetCommand,
  PutItem: PutCommand,
  Query: QueryCommand,
  TransactWriteItems: TransactWriteCommand,
  UpdateItem: UpdateCommand,
};

/** What went over the wire, in the form in which a function gives it to the document client. */
interface Call {
  readonly operation: keyof typeof commands;
  readonly input: unknown;
}

const items = new Set(['Key', 'Item', 'ExpressionAttributeValues', 'ExclusiveStartKey']);

type Wire = Readonly<Record<string, unknown>>;

/** A DynamoDB value as it stands in the protocol's JSON, made plain. */
function plain([type, value]: [string, unknown]): unknown {
  switch (type) {
    case 'N':
      return Number(value);
    case 'B':
      return Buffer.from(value as string, 'base64');
    case 'NULL':
      return null;
    case 'L':
      return (value as Wire[]).map((inner) => plain(Object.entries(inner)[0] as [string, unknown]));
    case 'M':
      return plainItem(value as Wire);
    case 'SS':
      return new Set(value as string[]);
    default:
      return value;
  }
}

const plainItem = (item: Wire) =>
  Object.fromEntries(
    Object.entries(item).map(([name, value]) => [name, plain(Object.entries(value as Wire)[0] as never)]),
  );

function native(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(native);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      if (items.has(name)) return [name, plainItem(inner as Wire)];
      if (name === 'Keys') return [name, (inner as Wire[]).map(plainItem)];
      return [name, native(inner)];
    }),
  );
}

const calls = (JSON.parse(process.env.REPLAY ?? '[]') as Call[]).map(({ operation, input }) => ({
  operation,
  input: native(input),
}));

export const handler = async () => {
  let answers = 0;
  for (const { operation, input } of calls) {
    await client.send(new commands[operation](input as never) as GetCommand);
    answers += 1;
  }
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ answers }) };
};
