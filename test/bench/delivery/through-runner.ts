// The whole way through the local runner: POST, stream, topic, queues, senders, outbox. Timed by the runner's own note of each entry.
import { aClient } from '#test/support/builders/clients.ts';
import { aStaffMember } from '#test/support/builders/staff.ts';
import { quantile } from '../lab/statistics.ts';
import { aMessage } from '../routes/step.ts';
import { inFlight } from './load.ts';
import type { OutboxEntry, Runner } from './runner.ts';

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
}

const CHANNELS = 2;
const GIVE_UP_MS = 300_000;

const nowMs = () => performance.timeOrigin + performance.now();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function measureRunner(runner: Runner, amount: DeliveryAmount): Promise<RunnerFigures> {
  const { id: clientId } = await runner.request<{ id: string }>('POST', '/v1/clients', aClient({ numbers: [] }));
  const staffPath = `/v1/clients/${clientId}/staff`;
  const { id: staffId } = await runner.request<{ id: string }>('POST', staffPath, aStaffMember());
  const post = () => runner.request('POST', `/v1/clients/${clientId}/messages`, aMessage(staffId));

  const idle: number[] = [];
  // Two more than are counted: every function's first request is a cold one.
  for (let i = -2; i < amount.idleMessages; i += 1) {
    const before = (await runner.outbox()).length;
    const start = nowMs();
    await post();
    const entries = await untilOutbox(runner, before + CHANNELS, 10);
    const last = Math.max(...entries.slice(0, CHANNELS).map(({ at }) => Date.parse(at)));
    if (i >= 0) idle.push(last - start);
    await pause(50);
  }

  const before = (await runner.outbox()).length;
  const start = nowMs();
  await inFlight(amount.concurrency, Array.from({ length: amount.messages }), post);
  const postedSeconds = (nowMs() - start) / 1_000;
  const entries = await untilOutbox(runner, before + amount.messages * CHANNELS, 500);
  const last = Math.max(...entries.map(({ at }) => Date.parse(at)));
  return {
    messagesPerSecond: amount.messages / ((last - start) / 1_000),
    postsPerSecond: amount.messages / postedSeconds,
    idleP50Ms: quantile(idle, 0.5),
    idleP95Ms: quantile(idle, 0.95),
  };
}

async function untilOutbox(runner: Runner, length: number, everyMs: number): Promise<OutboxEntry[]> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  for (;;) {
    const entries = await runner.outbox();
    if (entries.length >= length) return entries;
    if (performance.now() > giveUpAt) throw new Error(`${length - entries.length} entries never reached the outbox`);
    await pause(everyMs);
  }
}
