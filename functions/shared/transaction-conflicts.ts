// What a refused write means: a condition that did not hold, or somebody else in the way.
import { unmarshall } from '@aws-sdk/util-dynamodb';

type RawItem = Parameters<typeof unmarshall>[0];
interface Reason {
  Code?: string;
  Item?: RawItem;
}

/** A condition of a transaction did not hold. For each write, in order: null, or the item that stood there. */
export class ConflictError extends Error {
  readonly conflicts: readonly (Record<string, unknown> | null)[];

  constructor(reasons: readonly Reason[], cause: unknown) {
    super('A condition of the transaction did not hold', { cause });
    this.name = 'ConflictError';
    this.conflicts = reasons.map(({ Code, Item }) =>
      Code === 'ConditionalCheckFailed' ? (Item ? unmarshall(Item) : {}) : null,
    );
  }

  /** The item that stood in the way of write number `index`; {} if there was none. */
  at(index: number): Record<string, unknown> | null {
    return this.conflicts[index] ?? null;
  }
}

const isNamed = (error: unknown, name: string): error is Error => error instanceof Error && error.name === name;

export const isConditionFailure = (error: unknown): boolean => isNamed(error, 'ConditionalCheckFailedException');

/** The item that stood in the way of a single write, where it was asked for. */
export function itemOf(error: unknown): Record<string, unknown> | undefined {
  const { Item } = error as { Item?: RawItem };
  return Item && unmarshall(Item);
}

const reasonsOf = (error: unknown): readonly Reason[] =>
  isNamed(error, 'TransactionCanceledException')
    ? ((error as Error & { CancellationReasons?: Reason[] }).CancellationReasons ?? [])
    : [];

export function conflictsOf(error: unknown): ConflictError | undefined {
  const reasons = reasonsOf(error);
  const failed = reasons.some(({ Code }) => Code === 'ConditionalCheckFailed');
  return failed ? new ConflictError(reasons, error) : undefined;
}

const transientCodes = new Set(['TransactionConflict', 'ThrottlingError', 'ProvisionedThroughputExceeded']);

/** The SDK asks again by itself when it is throttled, not when a transaction holds the item. */
export const isTransient = (error: unknown): boolean =>
  isNamed(error, 'TransactionConflictException') ||
  isNamed(error, 'TransactionInProgressException') ||
  reasonsOf(error).some(({ Code }) => Code !== undefined && transientCodes.has(Code));
