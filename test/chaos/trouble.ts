// What goes wrong beside the kills: providers that fail in every way that has a name, a clock that runs ahead, addresses that come back.
import { setTimeout as sleep } from 'node:timers/promises';
import { faultNames, type Provider } from '#local/faults.ts';
import type { ChaosClient } from '#test/chaos/clients.ts';
import type { Life } from '#test/chaos/lives.ts';
import type { Random } from '#test/chaos/random.ts';
import type { Json } from '#test/support/http-world.ts';

const EVERY_MS = 200;
const MINUTE_MS = 60_000;

/** Until this life ends, of which it asks nothing but that it fails. */
export async function makeTrouble(
  { runner, token }: Life,
  clients: readonly ChaosClient[],
  random: Random,
): Promise<void> {
  const fault = (provider: Provider) => (random.chance(0.5) ? random.pick<string>(faultNames[provider]) : null);

  /** What bounced would get nothing more: somebody at the client says that the address is good after all. */
  async function lift(): Promise<void> {
    const path = `/v1/clients/${random.pick(clients).id}/suppressions`;
    const { body } = await runner.request<Json>('GET', path, { token });
    for (const { id } of body.items) await runner.request('DELETE', `${path}/${id}`, { token });
  }

  try {
    if (random.chance(0.3)) await lift();
    for (;;) {
      const count = 1 + random.below(3);
      await runner.setFaults({ email: fault('email'), sms: fault('sms'), count });
      // Ticks and retries come at once, and some are killed half-way.
      if (random.chance(0.15))
        await runner.moveClock(new Date(Date.parse(await runner.now()) + 3 * MINUTE_MS).toISOString());
      await sleep(EVERY_MS);
    }
  } catch {
    // It is dead.
  }
}
