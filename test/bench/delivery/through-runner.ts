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
  /** Before anything is counted: functions are compiled as they run. */
  readonly warmup: number;
}

const CHANNELS = 2;
/** The stage caps what a client may send in a day. */
const BELOW_THE_SMS_CAP = 400;
const GIVE_UP_MS = 300_000;

const nowMs = () => performance.timeOrigin + performance.now();
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A message to somebody who gets an e-mail and an SMS. */
async function openPosting(runner: Runner): Promise<() => Promise<unknown>> {
  const { id: clientId } = await runner.request<{ id: string }>('POST', '/v1/clients', aClient({ numbers: [] }));
  const staffPath = `/v1/clients/${clientId}/staff`;
  const { id: staffId } = await runner.request<{ id: string }>('POST', staffPath, aStaffMember());
  return () => runner.request('POST', `/v1/clients/${clientId}/messages`, aMessage(staffId));
}

export async function measureRunner(runner: Runner, amount: DeliveryAmount): Promise<RunnerFigures> {
  const all = amount.idleMessages + amount.warmup + amount.messages;
  const clients: (() => Promise<unknown>)[] = [];
  while (clients.length * BELOW_THE_SMS_CAP < all) clients.push(await openPosting(runner));
  let turn = 0;
  const post = () => {
    turn += 1;
    return clients[turn % clients.length]?.();
  };
  /** Posts them, and waits for both entries of each. */
  const posted = async (messages: number) => {
    const before = (await runner.outbox()).length;
    const start = nowMs();
    await inFlight(amount.concurrency, Array.from({ length: messages }), async () => post());
    const postedMs = nowMs() - start;
    const entries = await untilOutbox(runner, before + messages * CHANNELS, 500);
    return { postedMs, allMs: Math.max(...entries.map(({ at }) => Date.parse(at))) - start };
  };

  await posted(amount.warmup);
  const idle: number[] = [];
  for (let i = 0; i < amount.idleMessages; i += 1) {
    await pause(50);
    const before = (await runner.outbox()).length;
    const start = nowMs();
    await post();
    const entries = await untilOutbox(runner, before + CHANNELS, 10);
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

async function untilOutbox(runner: Runner, length: number, everyMs: number): Promise<OutboxEntry[]> {
  const giveUpAt = performance.now() + GIVE_UP_MS;
  for (;;) {
    const entries = await runner.outbox();
    if (entries.length >= length) return entries;
    if (performance.now() > giveUpAt) throw new Error(`${length - entries.length} entries never reached the outbox`);
    await pause(everyMs);
  }
}
