// Counts what a DynamoDB client sends: requests by command, and the capacity that the engine says they took.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

interface Capacity {
  TableName?: string;
  CapacityUnits?: number;
}

interface Tally {
  /** By command: `BatchGetItem`, `Query`, `TransactWriteItems`, ... Attempts count one by one. */
  requests: Record<string, number>;
  readUnits: number;
  writeUnits: number;
}

export interface Meter {
  /** What was sent since the last reset. */
  tally(): Tally;
  reset(): void;
  /** What `act` sends. Nothing else may use the client meanwhile. */
  measure<T>(act: () => Promise<T>): Promise<{ result: T; tally: Tally }>;
}

const emptyTally = (): Tally => ({ requests: {}, readUnits: 0, writeUnits: 0 });
const reads = new Set(['BatchGetItemCommand', 'GetItemCommand', 'QueryCommand', 'TransactGetItemsCommand']);

export function meterOf(client: DynamoDBDocumentClient): Meter {
  let tally = emptyTally();

  client.middlewareStack.add(
    (next, context) => async (args) => {
      const command = context.commandName ?? 'unknown';
      const name = command.replace(/Command$/, '');
      tally.requests[name] = (tally.requests[name] ?? 0) + 1;
      const reply = await next(args);
      const { ConsumedCapacity } = reply.output as { ConsumedCapacity?: Capacity | Capacity[] };
      for (const { CapacityUnits = 0 } of [ConsumedCapacity ?? []].flat()) {
        if (reads.has(command)) tally.readUnits += CapacityUnits;
        else tally.writeUnits += CapacityUnits;
      }
      return reply;
    },
    { step: 'finalizeRequest', name: 'meter' },
  );
  client.middlewareStack.add(
    (next) => (args) =>
      next({ ...args, input: { ...args.input, ReturnConsumedCapacity: 'TOTAL' } as typeof args.input }),
    { step: 'initialize', name: 'askForCapacity' },
  );

  return {
    tally: () => structuredClone(tally),
    reset: () => {
      tally = emptyTally();
    },
    async measure(act) {
      const before = tally;
      tally = emptyTally();
      try {
        const result = await act();
        return { result, tally: structuredClone(tally) };
      } finally {
        tally = before;
      }
    },
  };
}
