// The load: operators who take one message after another, and now and then correct one, forward it or take it back.
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChaosClient } from '#test/chaos/clients.ts';
import type { Lives } from '#test/chaos/lives.ts';
import type { Random } from '#test/chaos/random.ts';
import { apiOf, type Counts } from '#test/chaos/repeat.ts';

export interface Posted {
  readonly clientId: string;
  /** Stands in the matter, and so in every e-mail and SMS of this message and of no other. */
  readonly canary: string;
  /** As it was answered. */
  readonly messageId: string;
  /** What was done to it since: then it has deliveries beside those of its plan. */
  readonly amendment: Amendment | null;
}

const amendments = ['correction', 'forwarding', 'redirection'] as const;
type Amendment = (typeof amendments)[number];
/** Stands in the matter of a corrected message, and in no other. */
export const CORRECTED = 'på torsdag';

export interface Load {
  readonly posted: readonly Posted[];
  readonly counts: Counts;
  /** Lets what has begun be answered. */
  stop(): Promise<void>;
}

const OPERATORS = 8;
/** So that what is sent keeps up with what is taken: this is no measurement. */
const BREATH_MS = 60;

export function startLoad(lives: Lives, clients: readonly ChaosClient[], random: Random): Load {
  const counts: Counts = { answeredAtOnce: 0, repeated: 0, serverErrors: new Map() };
  const posted: Posted[] = [];
  let stopping = false;
  let count = 0;

  async function work(own: Random): Promise<void> {
    const api = apiOf(lives, own, counts);
    while (!stopping) {
      count += 1;
      const canary = `kanarie-${String(count).padStart(6, '0')}`;
      const { id: clientId, staffIds } = own.pick(clients);
      const staffId = own.pick(staffIds);
      const urgency = own.chance(0.2) ? 'urgent' : 'normal';
      const { id: messageId } = await api.create(`/clients/${clientId}/messages`, { staffId, urgency, matter: canary });
      const amendment = own.chance(0.15) ? own.pick(amendments) : null;
      posted.push({ clientId, canary, messageId: String(messageId), amendment });
      if (amendment) {
        await sleep(own.below(400));
        const path = `/clients/${clientId}/messages/${messageId}`;
        const somebodyElse = { staffId: own.pick(staffIds.filter((id) => id !== staffId)) };
        if (amendment === 'correction') await api.create(`${path}/corrections`, { matter: `${canary} ${CORRECTED}` });
        else await api.create(`${path}/${amendment === 'forwarding' ? 'deliveries' : 'misdirected'}`, somebodyElse);
      }
      await sleep(own.below(BREATH_MS));
    }
  }

  const working = Promise.all(Array.from({ length: OPERATORS }, () => work(random.fork())));
  // What was refused is told by stop().
  working.catch(() => undefined);
  return {
    posted,
    counts,
    async stop() {
      stopping = true;
      await working;
    },
  };
}
