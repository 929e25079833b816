// Afterwards: the providers are well again, and the clock is moved until nothing is on its way.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Sent } from '#local/outbox.ts';
import type { ChaosClient } from '#test/chaos/clients.ts';
import type { Lives } from '#test/chaos/lives.ts';
import type { Random } from '#test/chaos/random.ts';
import { apiOf } from '#test/chaos/repeat.ts';
import type { Json } from '#test/support/http-world.ts';

/** All that is looked at in the end. */
export interface Rest {
  readonly messages: readonly Json[];
  readonly tasks: readonly Json[];
  readonly sent: readonly Sent[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const MOST_ROUNDS = 40;
const ROUND_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;

export async function comeToRest(lives: Lives, clients: readonly ChaosClient[], random: Random): Promise<Rest> {
  const { runner } = await lives.up();
  const api = apiOf(lives, random);
  await runner.setFaults({ email: null, sms: null });

  const forward = async (ms: number) => runner.moveClock(new Date(Date.parse(await runner.now()) + ms).toISOString());

  /** Orders and receipts that were being carried out when it was killed lie in flight for minutes: the tick does not wait. */
  async function untilDrained(): Promise<void> {
    const giveUpAt = performance.now() + ROUND_WITHIN_MS;
    for (let quiet = 0, before = -1; quiet < 3 && performance.now() < giveUpAt; ) {
      await sleep(LOOK_EVERY_MS);
      const waiting = (await runner.queues())
        .filter(({ name }) => !/dead/i.test(name))
        .reduce((sum, { ready }) => sum + ready, 0);
      const sent = (await runner.outbox()).length;
      quiet = waiting === 0 && sent === before ? quiet + 1 : 0;
      before = sent;
    }
  }

  const read = async () => (await Promise.all(clients.map(({ id }) => api.all(`/clients/${id}/messages`)))).flat();
  const withState = (messages: readonly Json[], ...states: string[]) =>
    messages.filter(({ deliveries }) => deliveries.some(({ state }: Json) => states.includes(state))).length;

  let messages = await read();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    await untilDrained();
    messages = await read();
    if (withState(messages, 'queued', 'sending') > 0) await forward(3 * MINUTE_MS);
    else if (withState(messages, 'held') > 0) await forward(HOUR_MS);
    else break;
  }
  return { messages, tasks: await api.all('/attention'), sent: await runner.outbox() };
}
