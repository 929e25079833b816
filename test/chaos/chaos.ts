// The chaos: a runner under load that is killed again and again on one DATA_DIR, and what is left when all is at rest.
import { clientsFor, makeClients } from '#test/chaos/clients.ts';
import { type Death, openLives } from '#test/chaos/lives.ts';
import { startLoad } from '#test/chaos/load.ts';
import { randomFrom } from '#test/chaos/random.ts';
import { comeToRest } from '#test/chaos/rest.ts';
import { makeTrouble } from '#test/chaos/trouble.ts';
import { type Line, linesOf } from '#test/chaos/verdict.ts';

export interface ChaosOptions {
  readonly kills: number;
  readonly seed: number;
  /** Empty, or not there yet. */
  readonly dataDir: string;
  onKill?(count: number, posted: number): void;
}

/** @throws Error where the runner does not start again, or the API refuses what it must take. */
export async function runChaos({ kills, seed, dataDir, onKill }: ChaosOptions): Promise<Line[]> {
  const startedAt = performance.now();
  const random = randomFrom(seed);
  const lives = openLives(dataDir);
  const deaths: Death[] = [];
  try {
    await lives.start();
    const clients = await makeClients(lives, clientsFor(kills), random.fork());
    await lives.stop();

    const [ofLoad, ofTrouble, ofDeath, ofRest] = [random.fork(), random.fork(), random.fork(), random.fork()];
    const load = startLoad(lives, clients, ofLoad);
    while (deaths.length < kills) {
      deaths.push(await lives.liveAndDie(ofDeath, (life) => void makeTrouble(life, clients, ofTrouble)));
      onKill?.(deaths.length, load.posted.length);
    }
    await lives.start();
    await load.stop();
    const rest = await comeToRest(lives, clients, ofRest);

    const { answeredAtOnce, repeated, serverErrors } = load.counts;
    return [
      {
        what: 'Kills',
        count: `${kills}: ${[...Map.groupBy(deaths, (death) => death)]
          .map(([death, some]) => `${some.length} ${death}`)
          .sort()
          .join(', ')}`,
      },
      { what: 'Messages posted', count: load.posted.length },
      { what: 'Corrected, forwarded or taken back', count: load.posted.filter(({ amendment }) => amendment).length },
      { what: 'Posts answered at once', count: answeredAtOnce },
      { what: 'Posts repeated with their Idempotency-Key', count: repeated },
      {
        what: 'Answers 5xx, repeated too',
        count: [...serverErrors].map(([what, times]) => `${times} ${what}`).join(', ') || 0,
      },
      ...linesOf(load.posted, rest),
      { what: 'Seconds', count: Math.round((performance.now() - startedAt) / 1000) },
    ];
  } finally {
    await lives.stop();
  }
}
