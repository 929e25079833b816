// A runner with a life on it and the adversary beside it: what can be told of whom, as time goes on.
import { setTimeout } from 'node:timers/promises';
import { type Life, live } from '#test/support/adversary/life.ts';
import type { FileKind } from '#test/support/adversary/sealed-files.ts';
import type { Secret } from '#test/support/adversary/secrets.ts';
import { type Spy, spyOn } from '#test/support/adversary/spy.ts';
import type { TestRunner } from '#test/support/runner.ts';

const A_MOMENT_MS = 20;

export interface Attack {
  readonly runner: TestRunner;
  readonly spy: Spy;
  readonly life: Life;
  secretsOf(...owners: readonly string[]): Secret[];
  /** The places of every text of theirs: `anna: createStaffMember name`. */
  all(...owners: readonly string[]): string[];
  /** Those of them whose text can be read now, with everything that was ever copied and the keys that are left. */
  recovered(...owners: readonly string[]): Promise<string[]>;
  /** The same of what sealed files tell, by what kind of file it is. */
  inFiles(...owners: readonly string[]): Promise<Record<FileKind, string[]>>;
  takeCopies(): Promise<void>;
  /** @throws Error where a schedule's run fails on the way. */
  moveTo(ms: number): Promise<void>;
  moveBy(ms: number): Promise<void>;
  end(): Promise<void>;
}

export const told = (secrets: readonly Secret[]): string[] => secrets.map(({ of, leaf }) => `${of}: ${leaf}`);

/** @param runner with a tape. It is stopped at the end. */
export async function attack(runner: TestRunner, { withTroubles }: Parameters<typeof live>[1]): Promise<Attack> {
  let spy: Spy | undefined;
  const end = async () => {
    spy?.close();
    await runner.stop();
  };
  try {
    spy = await spyOn(runner);
    const life = await live({ runner, spy }, { withTroubles });
    return attackOn({ runner, spy, life, end });
  } catch (error) {
    await end();
    throw error;
  }
}

function attackOn({ runner, spy, life, end }: Pick<Attack, 'runner' | 'spy' | 'life' | 'end'>): Attack {
  const secretsOf: Attack['secretsOf'] = (...owners) => life.teller.secrets.filter(({ of }) => owners.includes(of));
  // Connections that ended while copies were searched are to be seen as ended before another request goes over them.
  const settled = () => setTimeout(A_MOMENT_MS);
  const keysNow = async () => {
    await settled();
    return spy.keys();
  };
  const takeCopies = async () => {
    await settled();
    await spy.look();
    await spy.gather();
  };
  const moveTo = async (ms: number) => {
    const { ran } = await runner.moveClock(new Date(ms).toISOString());
    const failed = ran.filter(({ ok }) => !ok);
    if (failed.length > 0) throw new Error(`Failed: ${failed.map(({ schedule }) => schedule).join()}`);
    await takeCopies();
  };
  return {
    runner,
    spy,
    life,
    end,
    secretsOf,
    all: (...owners) => told(secretsOf(...owners)),
    async recovered(...owners) {
      const found = await spy.copies.recover(secretsOf(...owners), await keysNow());
      await settled();
      return told(secretsOf(...owners).filter(({ value }) => found.has(value)));
    },
    async inFiles(...owners) {
      const found = await spy.copies.inFiles(secretsOf(...owners), await keysNow());
      await settled();
      const toldIn = (kind: FileKind) => told(secretsOf(...owners).filter(({ value }) => found[kind].has(value)));
      return { zip: toldIn('zip'), pdf: toldIn('pdf'), text: toldIn('text') };
    },
    takeCopies,
    moveTo,
    moveBy: async (ms) => moveTo(Date.parse(await runner.now()) + ms),
  };
}
