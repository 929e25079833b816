// So many messages a second, whether or not those before are through: what callers do, who do not wait for one another.
import { quantile } from '../lab/statistics.ts';
import { CHANNELS, markOf, nowMs, type Posting, pause, untilOutbox } from './posting.ts';
import type { OutboxEntry, Runner } from './runner.ts';

export interface RateFigures {
  readonly askedPerSecond: number;
  readonly messages: number;
  /** Answered with an error: the gateway gives up after 30 seconds. */
  readonly refused: number;
  /** Of both channels, to the last one. */
  readonly reachedPerSecond: number;
  /** From when the POST was due, not from when there was time for it, to the later of its two hand-overs. */
  readonly p50Ms: number;
  readonly p95Ms: number;
}

/** What is due and not yet posted is posted at once: the load does not slow down with what it measures. */
export async function measureRate(
  runner: Runner,
  { post }: Posting,
  { askedPerSecond, messages }: Pick<RateFigures, 'askedPerSecond' | 'messages'>,
): Promise<RateFigures> {
  await runner.request('DELETE', '/dev/outbox');
  const start = nowMs();
  const dueAt = (mark: number) => start + (mark / askedPerSecond) * 1_000;
  const posts: Promise<void>[] = [];
  const taken = new Set<number>();
  for (let mark = 0; mark < messages; mark += 1) {
    const waitMs = dueAt(mark) - nowMs();
    if (waitMs > 0) await pause(waitMs);
    const answered = post(mark).then(
      () => void taken.add(mark),
      () => undefined,
    );
    posts.push(answered);
  }
  await Promise.all(posts);
  const ofTaken = (all: readonly OutboxEntry[]) => all.filter((entry) => taken.has(markOf(entry)));
  const isDone = (all: readonly OutboxEntry[]) => ofTaken(all).length >= taken.size * CHANNELS;
  const entries = ofTaken(await untilOutbox(runner, isDone, 500));
  const handedAt = ({ at }: OutboxEntry) => Date.parse(at);
  const laterAt = new Map<number, number>();
  for (const entry of entries) laterAt.set(markOf(entry), Math.max(laterAt.get(markOf(entry)) ?? 0, handedAt(entry)));
  const tookMs = [...laterAt].map(([mark, at]) => at - dueAt(mark));
  // The first falls due at once: so many messages are as many intervals less one.
  const lastedMs = Math.max(...entries.map(handedAt)) - start;
  return {
    askedPerSecond,
    messages,
    refused: messages - taken.size,
    reachedPerSecond: ((taken.size - 1) / lastedMs) * 1_000,
    p50Ms: quantile(tookMs, 0.5),
    p95Ms: quantile(tookMs, 0.95),
  };
}
