// A burst: all at once, and how the queues drain. Nothing may fail, come twice or be left.
import { inFlight } from './load.ts';
import { atLeast, CHANNELS, markOf, nowMs, type Posting, pause, untilOutbox } from './posting.ts';
import type { OutboxEntry, Runner } from './runner.ts';

interface BurstFigures {
  readonly channel: 'email' | 'sms';
  /** As the template has it: so many batches at once, of so many orders. */
  readonly batches: number;
  readonly batchSize: number;
  readonly drainedPerSecond: number;
  /** Messages of which nothing reached the provider, or more than one. */
  readonly missing: number;
  readonly twice: number;
}

export interface Burst {
  readonly messages: number;
  readonly postedPerSecond: number;
  readonly lanes: readonly BurstFigures[];
  readonly failedInvocations: number;
  readonly leftInQueues: number;
}

interface Depth {
  readonly ready: number;
  readonly inFlight: number;
  readonly delayed: number;
}

const CHANNEL_NAMES = ['email', 'sms'] as const;
const SETTLE_WITHIN_MS = 60_000;

export async function measureBurst(runner: Runner, { post }: Posting, messages: number): Promise<Burst> {
  await runner.request('DELETE', '/dev/outbox');
  const failedBefore = runner.failures();
  const start = nowMs();
  await inFlight(
    64,
    Array.from({ length: messages }, (_, mark) => mark),
    post,
  );
  const postedMs = nowMs() - start;
  const entries = await untilOutbox(runner, atLeast(messages * CHANNELS), 500);
  const leftInQueues = await settled(runner);
  const lanes = CHANNEL_NAMES.map((channel): BurstFigures => {
    const own = entries.filter((entry) => entry.channel === channel);
    const marks = new Set(own.map(markOf));
    return {
      channel,
      ...runner.laneOf(channel),
      drainedPerSecond: (own.length / (lastAt(own) - start)) * 1_000,
      missing: messages - marks.size,
      twice: own.length - marks.size,
    };
  });
  const postedPerSecond = (messages / postedMs) * 1_000;
  return { messages, postedPerSecond, lanes, failedInvocations: runner.failures() - failedBefore, leftInQueues };
}

const lastAt = (entries: readonly OutboxEntry[]) => Math.max(...entries.map(({ at }) => Date.parse(at)));

/** Receipts come after. @returns how many orders and receipts, dead or alive, are left. */
async function settled(runner: Runner): Promise<number> {
  const giveUpAt = performance.now() + SETTLE_WITHIN_MS;
  for (;;) {
    const queues = await runner.request<Depth[]>('GET', '/dev/queues');
    const left = queues.reduce((sum, { ready, inFlight, delayed }) => sum + ready + inFlight + delayed, 0);
    if (left === 0 || performance.now() > giveUpAt) return left;
    await pause(500);
  }
}
