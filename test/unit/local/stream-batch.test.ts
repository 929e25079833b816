// What becomes of a batch of stream records whose function fails: reported, bisected, retried, given up.
import { describe, expect, it } from 'vitest';
import { type StreamRecord, takeBatch } from '#local/stream-batch.ts';

const record = (sequence: number): StreamRecord => ({
  eventID: String(sequence),
  eventName: 'INSERT',
  dynamodb: { SequenceNumber: String(sequence), ApproximateCreationDateTime: 1_000 },
});
const records = [1, 2, 3, 4].map(record);
const sequences = (batch: readonly StreamRecord[]) => batch.map(({ dynamodb }) => Number(dynamodb.SequenceNumber));

const usual = { reportsItemFailures: true, bisects: true, mostRetries: 2, mostAgeMs: Number.POSITIVE_INFINITY };

/** A function that fails at the poisoned records, and what was given to it, taken by it and given up. */
function aFunction(poison: readonly number[], { reports = true, nowMs = 1_000_000 } = {}) {
  const taken: number[] = [];
  const givenUp: { sequences: number[]; reason: string }[] = [];
  return {
    taken,
    givenUp,
    around: {
      nowMs: () => nowMs,
      pause: async () => undefined,
      giveUp: (batch: readonly StreamRecord[], reason: string) => givenUp.push({ sequences: sequences(batch), reason }),
      invoke: async (batch: readonly StreamRecord[]) => {
        const failed = sequences(batch).find((sequence) => poison.includes(sequence));
        const done = sequences(batch).filter((sequence) => failed === undefined || sequence < failed);
        if (reports || failed === undefined) taken.push(...done);
        if (failed === undefined) return reports ? { batchItemFailures: [] } : null;
        if (!reports) throw new Error('poisoned');
        return { batchItemFailures: [{ itemIdentifier: String(failed) }] };
      },
    },
  };
}

describe('a batch of stream records', () => {
  it('is done when the function takes all of it', async () => {
    const { around, taken, givenUp } = aFunction([]);

    await takeBatch(records, usual, around);

    expect(taken).toEqual([1, 2, 3, 4]);
    expect(givenUp).toEqual([]);
  });

  it('loses only the poisoned record when failures are reported', async () => {
    const { around, taken, givenUp } = aFunction([2]);

    await takeBatch(records, usual, around);

    expect(taken).toEqual([1, 3, 4]);
    expect(givenUp).toEqual([{ sequences: [2], reason: 'RetryAttemptsExhausted' }]);
  });

  it('loses only the poisoned record when it is found by halves', async () => {
    const { around, taken, givenUp } = aFunction([3], { reports: false });

    await takeBatch(records, { ...usual, reportsItemFailures: false }, around);

    expect(taken).toEqual([1, 2, 4]);
    expect(givenUp).toEqual([{ sequences: [3], reason: 'RetryAttemptsExhausted' }]);
  });

  it('is given up whole when nothing is bisected', async () => {
    const { around, givenUp } = aFunction([1]);

    await takeBatch(records, { ...usual, bisects: false }, around);

    expect(givenUp).toEqual([{ sequences: [1, 2, 3, 4], reason: 'RetryAttemptsExhausted' }]);
  });

  it('is given up when it is too old', async () => {
    const { around, taken, givenUp } = aFunction([], { nowMs: 1_000_000 + 60_001 });

    await takeBatch(records, { ...usual, mostAgeMs: 60_000 }, around);

    expect(taken).toEqual([]);
    expect(givenUp).toEqual([{ sequences: [1, 2, 3, 4], reason: 'RecordAgeExceeded' }]);
  });

  it('counts as failed whole when the function names a record that is not in it', async () => {
    const { around, givenUp } = aFunction([]);
    const invoke = async () => ({ batchItemFailures: [{ itemIdentifier: '99' }] });

    await takeBatch(records.slice(0, 1), usual, { ...around, invoke });

    expect(givenUp).toEqual([{ sequences: [1], reason: 'RetryAttemptsExhausted' }]);
  });
});
