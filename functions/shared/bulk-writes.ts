// Writes for whoever clears up in bulk: many items in one request, each on its own, at half the units of a transaction.
import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Item } from '#shared/found.ts';
import type { ItemKey, TableId } from '#shared/tables.ts';
import type { Wait } from '#shared/wait.ts';
import type { TableNames } from '#shared/writes.ts';

/** Without conditions: only what may happen twice, and over whatever stands there. */
export type BulkWrite = { table: TableId; put: Item } | { table: TableId; delete: ItemKey };

const BATCH_SIZE = 25;
const ATTEMPTS = 8;

export class BulkWrites {
  readonly #client: DynamoDBDocumentClient;
  readonly #tables: TableNames;
  readonly #wait: Wait;

  constructor(client: DynamoDBDocumentClient, tables: TableNames, wait: Wait) {
    this.#client = client;
    this.#tables = tables;
    this.#wait = wait;
  }

  /** One request for each 25 at different addresses, and again for what DynamoDB left over. Some may be done when it throws. */
  async writeEach(writes: readonly BulkWrite[]): Promise<void> {
    for (let start = 0; start < writes.length; start += BATCH_SIZE)
      await this.#writeBatch(writes.slice(start, start + BATCH_SIZE));
  }

  async #writeBatch(writes: readonly BulkWrite[]): Promise<void> {
    const byTable = Map.groupBy(writes, ({ table }) => this.#tables[table]);
    let rest = Object.fromEntries([...byTable].map(([name, ofTable]) => [name, ofTable.map(requestOf)]));
    for (let attempt = 0; Object.keys(rest).length > 0; attempt++) {
      if (attempt === ATTEMPTS) throw new Error('DynamoDB leaves writes unprocessed');
      if (attempt > 0) await this.#wait(attempt);
      const reply = await this.#client.send(new BatchWriteCommand({ RequestItems: rest }));
      rest = (reply.UnprocessedItems ?? {}) as typeof rest;
    }
  }
}

const requestOf = (write: BulkWrite) =>
  'put' in write ? { PutRequest: { Item: write.put } } : { DeleteRequest: { Key: write.delete } };
