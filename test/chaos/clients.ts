// The clients of the chaos: so many that none comes to its cap of SMS, and staff with every kind of wish.

import type { Lives } from '#test/chaos/lives.ts';
import type { Random } from '#test/chaos/random.ts';
import { apiOf } from '#test/chaos/repeat.ts';
import { signClient } from '#test/support/signed-client.ts';

export interface ChaosClient {
  readonly id: string;
  readonly staffIds: readonly string[];
}

/** The cap is 500 a day, a retry counts again, and most messages make one SMS. */
const MESSAGES_EACH = 150;
const MOST_MESSAGES_A_KILL = 20;

export const clientsFor = (kills: number): number =>
  Math.max(2, Math.ceil((kills * MOST_MESSAGES_A_KILL) / MESSAGES_EACH));

const member = (n: number, name: string, delivery?: object) => ({
  name,
  phones: [{ number: `070-174 06 ${n}` }],
  emails: [{ address: `${name.toLowerCase()}@kvarngardet.example` }],
  ...(delivery && { delivery }),
});
const plan = (...steps: object[]) => ({ normal: steps, urgent: steps.map((step) => ({ ...step, waitMinutes: 5 })) });
const byBoth = { channels: ['email', 'sms'] };
const toInbox = { channels: ['email'], to: 'generalInbox' };

/** Alone, with the general inbox behind, as everybody without wishes, held but for a minute of the day, with a colleague behind. */
const tuva = member(11, 'Tuva', plan({ channels: ['sms'] }));
const others = (tuvaId: string) => [
  member(10, 'Disa', plan({ channels: ['sms'] }, toInbox)),
  member(12, 'Ulla'),
  member(13, 'Vera', { ...plan(byBoth), quietHours: { from: '00:00', until: '23:59' } }),
  member(14, 'Saga', plan({ channels: ['email'] }, { channels: ['sms'], to: { staffId: tuvaId } }, byBoth, toInbox)),
];

export async function makeClients(lives: Lives, count: number, random: Random): Promise<ChaosClient[]> {
  const api = apiOf(lives, random);
  return Promise.all(
    Array.from({ length: count }, async (_, n): Promise<ChaosClient> => {
      const inbox = { emails: [`info${n}@kvarngardet.example`] };
      const { id } = await api.create('/clients', { name: `Kvarngärdets El ${n}`, generalInbox: inbox });
      const { runner, token } = await lives.up();
      await signClient(runner, id, token);
      const first = await api.create(`/clients/${id}/staff`, tuva);
      const made = await Promise.all(others(first.id).map((one) => api.create(`/clients/${id}/staff`, one)));
      return { id: String(id), staffIds: [first, ...made].map((one) => String(one.id)) };
    }),
  );
}
