// Ends a request at a chosen point: before or after each write to DynamoDB and each call of the identity provider.
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const writes = new Set([
  'TransactWriteCommand',
  'UpdateCommand',
  'TransactWriteItemsCommand',
  'UpdateItemCommand',
  'BatchWriteItemCommand',
  'BatchWriteCommand',
]);

class Crash extends Error {
  override name = 'Crash';
}

export class CrashPoints {
  #passed = 0;
  #at = Number.POSITIVE_INFINITY;

  /** Counts from here on; the process "dies" at point number `at`. Without: never. */
  arm(at = Number.POSITIVE_INFINITY): void {
    this.#passed = 0;
    this.#at = at;
  }

  /** Points passed since `arm`. */
  get passed(): number {
    return this.#passed;
  }

  async around<T>(act: () => Promise<T>): Promise<T> {
    this.#point();
    const result = await act();
    this.#point();
    return result;
  }

  watch(client: DynamoDBDocumentClient): void {
    client.middlewareStack.add(
      (next, context) => (args) =>
        writes.has(context.commandName ?? '') ? this.around(async () => next(args)) : next(args),
      { step: 'initialize', name: 'crashPoints' },
    );
  }

  #point(): void {
    this.#passed += 1;
    if (this.#passed >= this.#at) throw new Crash('The process died here');
  }
}
