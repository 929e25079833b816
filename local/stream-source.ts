// A table's stream as an event source: reads on from the position that DATA_DIR keeps, batch by batch, in order.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Kept } from '#local/data-dir.ts';
import type { Dynamo } from '#local/dynamo.ts';
import { recordFilter } from '#local/filter-patterns.ts';
import type { StreamMapping } from '#local/mappings.ts';
import { type GivenUp, type StreamRecord, takeBatch } from '#local/stream-batch.ts';

/** By mapping: the last record that is done with. */
export type Positions = Readonly<Record<string, { streamArn: string; shardId: string; sequence: string }>>;

export interface Source {
  /** Something was probably written: look now. */
  wake(): void;
  stop(): Promise<void>;
}

interface Surroundings {
  readonly dynamo: Dynamo;
  readonly positions: Kept<Positions>;
  readonly region: string;
  readonly deadLetter: (arn: string, body: string) => void;
  readonly onError: (text: string) => void;
}

/** Writes that no function made, by hand on the engine, are seen this late. */
const IDLE_POLL_MS = 250;
/** Under load the records of so long a time make one batch. */
const LEAST_BETWEEN_READS_MS = 20;
/** A crash brings the records of so long a time once more. */
const KEEP_EVERY_MS = 200;

interface Shard {
  ShardId: string;
  ParentShardId?: string;
}

export function openStreamSource(mapping: StreamMapping, around: Surroundings): Source {
  const { dynamo, positions } = around;
  const matches = recordFilter(mapping.filters);
  const stopping = new AbortController();
  let wanted = false;
  let wakeUp: (() => void) | undefined;
  let shardId = '';
  let streamArn = '';
  let position = positions.value[mapping.id];
  let keptAtMs = 0;

  async function idle(): Promise<void> {
    keep();
    if (!wanted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, IDLE_POLL_MS);
        wakeUp = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      wakeUp = undefined;
    }
    wanted = false;
  }

  function advance(sequence: string): void {
    position = { streamArn, shardId, sequence };
    if (performance.now() - keptAtMs >= KEEP_EVERY_MS) keep();
  }

  function keep(): void {
    if (!position || position === positions.value[mapping.id]) return;
    positions.save({ ...positions.value, [mapping.id]: position });
    keptAtMs = performance.now();
  }

  async function take(records: readonly StreamRecord[]): Promise<void> {
    await takeBatch(records, mapping, {
      invoke: (batch) => mapping.function.invoke({ Records: batch }),
      giveUp: (batch, reason, attempts) => giveUp(batch, reason, attempts),
      pause: (retry) => sleep(Math.min(5000, 100 * 2 ** retry), undefined, { signal: stopping.signal }),
      nowMs: Date.now,
    });
  }

  function giveUp(batch: readonly StreamRecord[], condition: GivenUp, attempts: number): void {
    around.onError(`${mapping.function.name} gave up ${batch.length} stream record(s): ${condition}`);
    if (mapping.onFailureArn) around.deadLetter(mapping.onFailureArn, failureNotice(batch, condition, attempts));
  }

  /** What Lambda tells of a batch given up: where it stands in the stream, nothing of what it held. */
  function failureNotice(batch: readonly StreamRecord[], condition: GivenUp, attempts: number): string {
    const [first, last] = [batch[0], batch.at(-1)];
    const arrival = (record: StreamRecord | undefined) =>
      new Date((record?.dynamodb.ApproximateCreationDateTime ?? 0) * 1000).toISOString();
    return JSON.stringify({
      version: '1.0',
      timestamp: new Date().toISOString(),
      requestContext: {
        requestId: randomUUID(),
        functionArn: mapping.function.arn,
        condition,
        approximateInvokeCount: attempts,
      },
      responseContext: { statusCode: 200, executedVersion: '$LATEST', functionError: 'Unhandled' },
      DDBStreamBatchInfo: {
        shardId,
        startSequenceNumber: first?.dynamodb.SequenceNumber,
        endSequenceNumber: last?.dynamodb.SequenceNumber,
        approximateArrivalOfFirstRecord: arrival(first),
        approximateArrivalOfLastRecord: arrival(last),
        batchSize: batch.length,
        streamArn: mapping.streamArn,
      },
    });
  }

  async function readShard(): Promise<void> {
    let iterator = await iteratorFrom();
    let readAtMs = 0;
    while (iterator && !stopping.signal.aborted) {
      const early = readAtMs + LEAST_BETWEEN_READS_MS - performance.now();
      if (early > 0) await sleep(early, undefined, { signal: stopping.signal });
      readAtMs = performance.now();
      const read = { ShardIterator: iterator, Limit: mapping.batchSize };
      let answer = await dynamo.call('GetRecords', read);
      let records = answer.Records as StreamRecord[];
      if (mapping.windowMs > 0 && records.length > 0 && records.length < mapping.batchSize) {
        await sleep(mapping.windowMs, undefined, { signal: stopping.signal });
        answer = await dynamo.call('GetRecords', read);
        records = answer.Records as StreamRecord[];
      }
      const last = records.at(-1);
      if (last) {
        const passed = records.filter(matches).map(dressed);
        if (passed.length > 0) await take(passed);
        advance(last.dynamodb.SequenceNumber);
      } else if (answer.NextShardIterator) await idle();
      iterator = answer.NextShardIterator as string | undefined;
    }
  }

  const dressed = (record: StreamRecord): StreamRecord => ({
    ...record,
    eventSource: 'aws:dynamodb',
    awsRegion: around.region,
    eventSourceARN: mapping.streamArn,
  });

  async function iteratorFrom(): Promise<string | undefined> {
    const from =
      position?.streamArn === streamArn && position.shardId === shardId
        ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: position.sequence }
        : { ShardIteratorType: 'TRIM_HORIZON' };
    const answer = await dynamo.call('GetShardIterator', { StreamArn: streamArn, ShardId: shardId, ...from });
    return answer.ShardIterator as string | undefined;
  }

  async function shards(): Promise<Shard[]> {
    const { Table } = await dynamo.call('DescribeTable', { TableName: mapping.table });
    streamArn = (Table as { LatestStreamArn: string }).LatestStreamArn;
    const { StreamDescription } = await dynamo.call('DescribeStream', { StreamArn: streamArn });
    return (StreamDescription as { Shards: Shard[] }).Shards;
  }

  /** From the kept shard on, or from the oldest there is; a shard that has ended is followed by its child. */
  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        const all = await shards();
        const at = all.findIndex((shard) => shard.ShardId === position?.shardId);
        for (const shard of all.slice(Math.max(0, at))) {
          shardId = shard.ShardId;
          await readShard();
          if (stopping.signal.aborted) return;
        }
        await idle();
      } catch (error) {
        if (stopping.signal.aborted) return;
        around.onError(`the stream of ${mapping.table}: ${error instanceof Error ? error.message : error}`);
        await sleep(1000);
      }
    }
  }

  const running = run();
  return {
    wake() {
      wanted = true;
      wakeUp?.();
    },
    async stop() {
      stopping.abort();
      wakeUp?.();
      await running;
      keep();
    },
  };
}
