// The whole way through the local runner: POST, stream, topic, queues, senders, outbox. Timed by the runner's own note of each entry.
import { quantile } from '../lab/statistics.ts';
import { inFlight } from './load.ts';
import { atLeast, CHANNELS, nowMs, type Posting, pause, untilOutbox } from './posting.ts';
import type { Runner } from './runner.ts';

export interface RunnerFigures {
  readonly messagesPerSecond: number;
  readonly postsPerSecond: number;
  readonly idleP50Ms: number;
  readonly idleP95Ms: number;
}

export interface DeliveryAmount {
  readonly messages: number;
  readonly concurrency: number;
  readonly idleMessages: number;
  /** Before anything is counted: functions are compiled as they run. */
  readonly warmup: number;
}

export async function measureRunner(runner: Runner, { post }: Posting, amount: DeliveryAmount): Promise<RunnerFigures> {
  /** Posts them, and waits for both entries of each. */
  const posted = async (messages: number) => {
    const before = (await runner.outbox()).length;
    const start = nowMs();
    await inFlight(amount.concurrency, Array.from({ length: messages }), () => post(0));
    const postedMs = nowMs() - start;
    const entries = await untilOutbox(runner, atLeast(before + messages * CHANNELS), 500);
    return { postedMs, allMs: Math.max(...entries.map(({ at }) => Date.parse(at))) - start };
  };

  await posted(amount.warmup);
  const idle: number[] = [];
  for (let i = 0; i < amount.idleMessages; i += 1) {
    await pause(50);
    const before = (await runner.outbox()).length;
    const start = nowMs();
    await post(0);
    const entries = await untilOutbox(runner, atLeast(before + CHANNELS), 10);
    idle.push(Math.max(...entries.slice(0, CHANNELS).map(({ at }) => Date.parse(at))) - start);
  }
  const { postedMs, allMs } = await posted(amount.messages);
  return {
    messagesPerSecond: (amount.messages / allMs) * 1_000,
    postsPerSecond: (amount.messages / postedMs) * 1_000,
    idleP50Ms: quantile(idle, 0.5),
    idleP95Ms: quantile(idle, 0.95),
  };
}
