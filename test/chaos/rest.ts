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
const MOST_ROUNDS = 60;
const ROUND_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;

export async function comeToRest(lives: Lives, clients: readonly ChaosClient[], random: Random): Promise<Rest> {
  const { runner } = await lives.up();
  const api = apiOf(lives, random);
  await runner.setFaults({ email: null, sms: null });

  const forward = async (ms: number) => runner.moveClock(new Date(Date.parse(await runner.now()) + ms).toISOString());

  /** What was being carried out when it was killed lies in flight for minutes: the tick does not wait for it, nor does this. */
  async function untilDrained(): Promise<void> {
    const giveUpAt = performance.now() + ROUND_WITHIN_MS;
    for (let quiet = 0; quiet < 4 && performance.now() < giveUpAt; ) {
      await sleep(LOOK_EVERY_MS);
      const waiting = (await runner.queues()).filter(({ name, ready }) => !/dead/i.test(name) && ready > 0);
      quiet = waiting.length === 0 ? quiet + 1 : 0;
    }
  }

  const read = async () => ({
    messages: (await Promise.all(clients.map(({ id }) => api.all(`/clients/${id}/messages`)))).flat(),
    tasks: await api.all('/attention'),
  });

  let [now, unchanged, before] = [await read(), 0, ''];
  for (let round = 0; round < MOST_ROUNDS && unchanged < 2; round += 1) {
    await untilDrained();
    now = await read();
    const deliveries = now.messages.flatMap((message) => message.deliveries as Json[]);
    const states = new Set(deliveries.map(({ state }) => state));
    const heldUntil = deliveries.filter(({ state }) => state === 'held').map(({ notBefore }) => Date.parse(notBefore));
    if (states.has('queued') || states.has('sending')) await forward(3 * MINUTE_MS);
    else if (states.has('held')) await runner.moveClock(new Date(Math.max(...heldUntil) + MINUTE_MS).toISOString());
    else {
      // Urgent messages of which nothing was heard move on after their wait.
      await forward(15 * MINUTE_MS);
      const shown = `${now.tasks.length} ${deliveries.map(({ id, state }) => `${id} ${state}`).join()}`;
      unchanged = shown === before ? unchanged + 1 : 0;
      before = shown;
    }
  }
  return { ...now, sent: await runner.outbox() };
}
