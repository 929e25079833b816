// Faults that the engine never makes by itself, injected into a client's attempts.
import { TransactionCanceledException, TransactionConflictException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

/** What DynamoDB answers while another transaction holds an item: a code for each write. */
export const cancelled = (...codes: string[]) =>
  new TransactionCanceledException({
    message: `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes.join(', ')}]`,
    CancellationReasons: codes.map((Code) => ({ Code })),
    $metadata: {},
  });

/** What a single write is answered meanwhile. */
export const occupied = () => new TransactionConflictException({ message: 'Transaction is ongoing', $metadata: {} });

/** The next request of a command is carried out, and its answer lost: the SDK asks again. */
export function loseNextAnswer(client: DynamoDBDocumentClient, command: string): void {
  let lost = false;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const reply = await next(args);
      if (lost || context.commandName !== command) return reply;
      lost = true;
      throw Object.assign(new Error('The answer was lost'), { name: 'TimeoutError' });
    },
    { step: 'deserialize', priority: 'high', name: 'lostAnswer', override: true },
  );
}

/** The next attempts of a command fail so, one by one; after them all come through. */
export function failNext(client: DynamoDBDocumentClient, command: string, ...errors: Error[]): void {
  const left = [...errors];
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const error = context.commandName === command ? left.shift() : undefined;
      if (error) throw error;
      return next(args);
    },
    { step: 'deserialize', priority: 'high', name: 'faults', override: true },
  );
}
