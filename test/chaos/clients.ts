// The clients of the chaos: so many that none comes to its cap of SMS, and staff with every kind of wish.

import type { Lives } from '#test/chaos/lives.ts';
import type { Random } from '#test/chaos/random.ts';
import { apiOf } from '#test/chaos/repeat.ts';

export interface ChaosClient {
  readonly id: string;
  readonly staffIds: readonly string[];
}

/** The cap is 500 a day, a retry counts again, and most messages make one SMS. */
const MESSAGES_EACH = 150;
const MOST_MESSAGES_A_KILL = 20;

export const clientsFor = (kills: number): number =>
  Math.max(2, Math.ceil((kills * MOST_MESSAGES_A_KILL) / MESSAGES_EACH));

const member = (n: number, name: string, delivery: object) => ({
  name,
  phones: [{ number: `070-174 06 ${n}` }],
  emails: [{ address: `${name.toLowerCase()}@kvarngardet.example` }],
  delivery,
});
const byBoth = [{ channels: ['email', 'sms'] }];

const staff = [
  member(10, 'Disa', { normal: byBoth, urgent: byBoth }),
  member(11, 'Tuva', { normal: [{ channels: ['sms'] }], urgent: [{ channels: ['sms'] }] }),
  member(12, 'Ulla', { normal: [{ channels: ['email'] }], urgent: byBoth }),
  // Held, but for a minute of the day.
  member(13, 'Vera', { normal: byBoth, urgent: byBoth, quietHours: { from: '00:00', until: '23:59' } }),
];

export async function makeClients(lives: Lives, count: number, random: Random): Promise<ChaosClient[]> {
  const api = apiOf(lives, random);
  return Promise.all(
    Array.from({ length: count }, async (_, n): Promise<ChaosClient> => {
      const inbox = { emails: [`info${n}@kvarngardet.example`] };
      const { id } = await api.create('/clients', { name: `Kvarngärdets El ${n}`, generalInbox: inbox });
      const made = await Promise.all(staff.map((one) => api.create(`/clients/${id}/staff`, one)));
      return { id: String(id), staffIds: made.map((one) => String(one.id)) };
    }),
  );
}
