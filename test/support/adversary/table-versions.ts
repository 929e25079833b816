// What a table holds, and every version of its items that its stream has.
import type { Dynamo } from '#local/dynamo.ts';
import { type Item, plainItem } from '#test/support/adversary/plain-item.ts';

interface Shard {
  ShardId: string;
}

/** Reads on in the table's stream from its beginning, each time to the end. Each version of each item is in it. */
export async function versionsOf(dynamo: Dynamo, table: string): Promise<() => Promise<Item[]>> {
  const { Table } = (await dynamo.call('DescribeTable', { TableName: table })) as {
    Table: { LatestStreamArn: string };
  };
  const StreamArn = Table.LatestStreamArn;
  const iterators = new Map<string, string | undefined>();

  return async () => {
    const images: Item[] = [];
    const { StreamDescription } = (await dynamo.call('DescribeStream', { StreamArn })) as {
      StreamDescription: { Shards: Shard[] };
    };
    for (const { ShardId } of StreamDescription.Shards) {
      if (!iterators.has(ShardId)) {
        const from = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
        iterators.set(ShardId, (await dynamo.call('GetShardIterator', from)).ShardIterator as string);
      }
      for (let more = true; more; ) {
        const ShardIterator = iterators.get(ShardId);
        if (!ShardIterator) break;
        const answer = await dynamo.call('GetRecords', { ShardIterator, Limit: 1000 });
        const read = answer.Records as { dynamodb: { NewImage?: object; OldImage?: object } }[];
        for (const { dynamodb } of read)
          for (const image of [dynamodb.NewImage, dynamodb.OldImage]) if (image) images.push(plainItem(image));
        iterators.set(ShardId, answer.NextShardIterator as string | undefined);
        more = read.length > 0;
      }
    }
    return images;
  };
}

export async function scan(dynamo: Dynamo, table: string): Promise<Item[]> {
  const items: Item[] = [];
  let ExclusiveStartKey: unknown;
  do {
    const page = await dynamo.call('Scan', { TableName: table, ConsistentRead: true, ExclusiveStartKey });
    items.push(...(page.Items as object[]).map(plainItem));
    ExclusiveStartKey = page.LastEvaluatedKey;
  } while (ExclusiveStartKey);
  return items;
}
