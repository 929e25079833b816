// DynamoDB as the use cases see it: read together, query a page, commit together, change one item.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { BatchGetCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { addressOf, Found, type Item, type ReadRequest } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import type { ItemKey, TableId } from '#shared/tables.ts';
import { ConflictError, conflictsOf, isConditionFailure, isTransient, itemOf } from '#shared/transaction-conflicts.ts';
import type { Wait } from '#shared/wait.ts';
import {
  type Condition,
  changesNothing,
  conditionFields,
  type TableNames,
  transactItem,
  type Write,
} from '#shared/writes.ts';

export interface PageQuery {
  table: TableId;
  index?: string;
  partition: { name: string; value: string };
  /** Both bounds inclusive. */
  sort?: { name: string; from: string | number; until: string | number };
  filter?: Condition;
  newestFirst?: boolean;
  limit?: number;
  startAfter?: Item;
  /** Not possible on an index. */
  consistent?: boolean;
}

/**
 * The row that says who does this, for the same transaction.
 * @param made what is made, where none of its addresses says so.
 */
export type Witness = (writes: readonly Write[], made: string | undefined) => Write;

const BATCH_SIZE = 100;
const ATTEMPTS = 6;

const busyOr = (error: unknown) => (isTransient(error) ? new Problem('try-again', { cause: error }) : error);

export class Database {
  readonly #client: DynamoDBDocumentClient;
  readonly #tables: TableNames;
  readonly #wait: Wait;
  /** Until what it has to say stands in the table. */
  #witness: Witness | undefined;

  constructor(client: DynamoDBDocumentClient, tables: TableNames, wait: Wait) {
    this.#client = client;
    this.#tables = tables;
    this.#wait = wait;
  }

  /** The same tables; the first transaction that changes something, or the first change of one item, carries the row. */
  witnessedBy(witness: Witness): Database {
    const database = new Database(this.#client, this.#tables, this.#wait);
    database.#witness = witness;
    return database;
  }

  /**
   * Reads items consistently: one request for each hundred, and again for what DynamoDB left over.
   * @param found takes them in, beside what it holds already.
   */
  async read(requests: readonly ReadRequest[], found = new Found()): Promise<Found> {
    const wanted = new Map(requests.map((request) => [addressOf(request.table, request.key), request]));
    const all = [...wanted.values()];
    const batches = Array.from({ length: Math.ceil(all.length / BATCH_SIZE) }, (_, n) =>
      all.slice(n * BATCH_SIZE, (n + 1) * BATCH_SIZE),
    );
    await Promise.all(batches.map((batch) => this.#readBatch(batch, found)));
    return found;
  }

  async #readBatch(batch: readonly ReadRequest[], found: Found): Promise<void> {
    let rest: Record<string, { Keys: Item[]; ConsistentRead: boolean }> = {};
    for (const { table, key } of batch) {
      rest[this.#tables[table]] ??= { Keys: [], ConsistentRead: true };
      rest[this.#tables[table]]?.Keys.push(key);
    }
    for (let attempt = 0; Object.keys(rest).length > 0; attempt++) {
      if (attempt === ATTEMPTS) throw new Error('DynamoDB leaves keys unprocessed');
      if (attempt > 0) await this.#wait(attempt);
      const reply = await this.#client.send(new BatchGetCommand({ RequestItems: rest }));
      for (const table of Object.keys(this.#tables) as TableId[])
        for (const item of reply.Responses?.[this.#tables[table]] ?? []) found.add(table, item);
      rest = (reply.UnprocessedKeys ?? {}) as typeof rest;
    }
  }

  /** One page: one request. `next` is where the following page starts, undefined at the end. */
  async query(query: PageQuery): Promise<{ items: Item[]; next: Item | undefined }> {
    const { partition, sort, filter } = query;
    const reply = await this.#client.send(
      new QueryCommand({
        TableName: this.#tables[query.table],
        IndexName: query.index,
        KeyConditionExpression: sort ? '#pk = :pk AND #sk BETWEEN :from AND :until' : '#pk = :pk',
        FilterExpression: filter?.expression,
        ExpressionAttributeNames: { '#pk': partition.name, ...(sort && { '#sk': sort.name }), ...filter?.names },
        ExpressionAttributeValues: {
          ':pk': partition.value,
          ...(sort && { ':from': sort.from, ':until': sort.until }),
          ...filter?.values,
        },
        ScanIndexForward: !query.newestFirst,
        Limit: query.limit,
        ExclusiveStartKey: query.startAfter,
        ConsistentRead: query.consistent ?? false,
      }),
    );
    return { items: reply.Items ?? [], next: reply.LastEvaluatedKey };
  }

  /** Every page of a query; for partitions whose size is bounded. */
  async queryAll(query: PageQuery): Promise<Item[]> {
    const items: Item[] = [];
    let startAfter: Item | undefined;
    do {
      const page = await this.query({ ...query, ...(startAfter && { startAfter }) });
      items.push(...page.items);
      startAfter = page.next;
    } while (startAfter);
    return items;
  }

  /**
   * All or nothing, in one request; asked again while other transactions are in the way.
   * @throws ConflictError when a condition does not hold, with the item that stood there for each write; Problem try-again
   *   when the others stay in the way.
   * @param made for the witness: the id of what is made, where it is not the sort key of a record that is put.
   */
  async commit(writes: readonly Write[], made?: string): Promise<void> {
    const row = changesNothing(writes) ? undefined : this.#witness?.(writes, made);
    const TransactItems = [...writes, ...(row ? [row] : [])].map((write) => transactItem(this.#tables, write));
    try {
      await this.#untilFree(() => this.#client.send(new TransactWriteCommand({ TransactItems })));
    } catch (error) {
      throw conflictsOf(error) ?? busyOr(error);
    }
    if (row) this.#witness = undefined;
  }

  /** Of two reasons the passing one goes first: what was in the way may be what another condition is to find. */
  async #untilFree<Reply>(send: () => Promise<Reply>): Promise<Reply> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await send();
      } catch (error) {
        if (!isTransient(error) || attempt === ATTEMPTS) throw error;
        await this.#wait(attempt);
      }
    }
  }

  /**
   * Changes one item if the condition holds; names and values of the change stand in the condition.
   * @param isOurs tells a change that this very call has made: its answer was lost, and the SDK asked again.
   * Before a witness has spoken it is a transaction, and a read of the item.
   * @returns the item as it is now, or undefined where the condition did not hold.
   * @throws Problem try-again when other transactions stay in the way.
   */
  async update(
    table: TableId,
    key: ItemKey,
    change: string,
    condition: Condition,
    isOurs?: (item: Item) => boolean,
  ): Promise<Item | undefined> {
    if (this.#witness) return this.#updateWitnessed({ table, update: key, change, condition }, isOurs);
    const command = new UpdateCommand({
      TableName: this.#tables[table],
      Key: key,
      UpdateExpression: change,
      ...conditionFields(condition),
      ReturnValues: 'ALL_NEW',
      ...(isOurs && { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' as const }),
    });
    try {
      return (await this.#untilFree(() => this.#client.send(command))).Attributes ?? {};
    } catch (error) {
      if (!isConditionFailure(error)) throw busyOr(error);
      const standing = itemOf(error);
      return standing && isOurs?.(standing) ? standing : undefined;
    }
  }

  async #updateWitnessed(
    write: Extract<Write, { update: ItemKey }>,
    isOurs: ((item: Item) => boolean) | undefined,
  ): Promise<Item | undefined> {
    const { table, update: key } = write;
    try {
      await this.commit([write]);
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      const standing = error.at(0);
      return standing && isOurs?.(standing) ? standing : undefined;
    }
    return (await this.read([{ table, key }])).get({ table, key }) ?? {};
  }
}
