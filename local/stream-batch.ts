// One batch of stream records given to its function, with Lambda's rules for what fails: report, bisect, retry, give up.
import type { StreamMapping } from '#local/mappings.ts';

export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: string;
  readonly dynamodb: {
    readonly SequenceNumber: string;
    /** Epoch seconds. */
    readonly ApproximateCreationDateTime: number;
    readonly [name: string]: unknown;
  };
  readonly [name: string]: unknown;
}

export type GivenUp = 'RetryAttemptsExhausted' | 'RecordAgeExceeded';

export interface BatchSurroundings {
  invoke(records: readonly StreamRecord[]): Promise<unknown>;
  giveUp(records: readonly StreamRecord[], reason: GivenUp, attempts: number): void;
  /** Waits before a retry; rejects when the runner stops. */
  pause(retry: number): Promise<void>;
  nowMs(): number;
}

type Rules = Pick<StreamMapping, 'reportsItemFailures' | 'bisects' | 'mostRetries' | 'mostAgeMs'>;

/** Ends when every record has been taken or given up. */
export async function takeBatch(
  records: readonly StreamRecord[],
  rules: Rules,
  around: BatchSurroundings,
): Promise<void> {
  let left = records;
  for (let retries = 0; left.length > 0; retries += 1) {
    const [first] = left;
    if (first && around.nowMs() - first.dynamodb.ApproximateCreationDateTime * 1000 > rules.mostAgeMs) {
      return around.giveUp(left, 'RecordAgeExceeded', retries);
    }
    const failedFrom = await firstFailure(left, rules, around);
    if (failedFrom === undefined) return;
    const whole = left;
    left = left.slice(failedFrom);
    if (rules.bisects && left.length > 1) {
      // A reported record is tried alone, an unreported failure is searched for by halves.
      const half = rules.reportsItemFailures && failedFrom > 0 ? 1 : Math.ceil(left.length / 2);
      await around.pause(0);
      await takeBatch(left.slice(0, half), rules, around);
      return takeBatch(left.slice(half), rules, around);
    }
    if (retries >= rules.mostRetries) return around.giveUp(left, 'RetryAttemptsExhausted', retries + 1);
    await around.pause(left.length < whole.length ? 0 : retries);
  }
}

/** The index of the first record that was not taken, or undefined when all were. */
async function firstFailure(records: readonly StreamRecord[], rules: Rules, around: BatchSurroundings) {
  let answer: unknown;
  try {
    answer = await around.invoke(records);
  } catch {
    return 0;
  }
  if (!rules.reportsItemFailures) return undefined;
  const failures = (answer as { batchItemFailures?: { itemIdentifier?: unknown }[] } | null)?.batchItemFailures ?? [];
  if (failures.length === 0) return undefined;
  const failed = failures.map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
  );
  // An answer that names no record of the batch counts as a failure of all of it.
  return Math.max(0, Math.min(...failed));
}
