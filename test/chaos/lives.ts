// One DATA_DIR, many lives: a runner is started on it, killed at some moment, and started again.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Random } from '#test/chaos/random.ts';
import { descendants } from '#test/support/processes.ts';
import { type Launched, launchRunner } from '#test/support/runner.ts';
import { type RunnerClient, runnerClient } from '#test/support/runner-client.ts';

/** A runner that answers, and a supervisor's token for it. */
export interface Life {
  readonly runner: RunnerClient;
  readonly token: string;
}

/**
 * runner: its engine is told to end a moment later, as in every crash of `npm start`. everything: all processes at once, in
 * any order. engine: the runner sees it die and ends by itself. start: the runner, before it was ready.
 */
export type Death = 'runner' | 'everything' | 'engine' | 'start';

const LONGEST_LIFE_MS = 2000;
/** A start on a folder that is there takes about this long. */
const START_MS = 1200;

export interface Lives {
  /** The runner that is up; waits for the next where none is. */
  up(): Promise<Life>;
  start(): Promise<Life>;
  /** Starts it, lets it live for a while, and kills it. None is up before, and none after. */
  liveAndDie(random: Random, onLife: (life: Life) => void): Promise<Death>;
  stop(): Promise<void>;
}

export function openLives(dataDir: string): Lives {
  let launched: Launched | undefined;
  let standing = Promise.withResolvers<Life>();
  let isUp = false;

  function launch(): Launched {
    launched = launchRunner({ dataDir });
    // One that is killed before it is ready is looked at by its end.
    launched.ready.catch(() => undefined);
    return launched;
  }

  async function comeUp({ ready }: Launched): Promise<Life> {
    const runner = runnerClient(await ready);
    const life = { runner, token: await runner.userToken('supervisor@answeronline.example') };
    standing.resolve(life);
    isUp = true;
    return life;
  }

  /** Whoever asks for a life from now on waits for the next. */
  function goDown(): void {
    if (isUp) standing = Promise.withResolvers();
    isUp = false;
  }

  async function kill(victim: Launched, death: Death, random: Random): Promise<void> {
    const children = descendants(victim.pid);
    const [shell] = children;
    if (death === 'everything') {
      const all = [victim.pid, ...children].sort(() => random.next() - 0.5);
      for (const pid of all) endNow(pid);
    } else if (death === 'engine' && shell) {
      for (const pid of descendants(shell)) endNow(pid);
    } else endNow(victim.pid);
    goDown();
    await victim.ended;
  }

  return {
    up: () => standing.promise,
    start: () => comeUp(launch()),

    async liveAndDie(random, onLife) {
      const death: Death = random.chance(0.15) ? 'start' : random.pick(['runner', 'runner', 'everything', 'engine']);
      const victim = launch();
      if (death === 'start') await sleep(random.below(START_MS));
      else {
        onLife(await comeUp(victim));
        await sleep(random.below(LONGEST_LIFE_MS));
      }
      await kill(victim, death, random);
      return death;
    },

    async stop() {
      goDown();
      await launched?.end();
    },
  };
}

function endNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
