// The anchor: the document client and one command, as a function would have it that did nothing else.
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';

const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

export const handler = async () => {
  const { Item } = await client.send(new GetCommand({ TableName: 'Records', Key: { pk: 'CLIENTS', sk: 'one' } }));
  return { statusCode: 200, body: JSON.stringify(Item?.sk ?? null) };
};
