// The tables in memory against the engine: the same script leaves the same deliveries, attempts and tasks behind in both.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Script, scripts } from '#test/support/delivery-script.ts';
import { openStage, type Stage, whatStands } from '#test/support/delivery-stage.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { memoryEngine } from '#test/support/memory-tables.ts';

const engine = useEngine();
muteLogs('info', 'warn', 'error');

const atOnce = ['twice', 'twoTicks', 'published', 'receiptTwice', 'atOnce'];
const byReceipt = ['receipt', 'receiptMeanwhile'];
const newTracks = ['correct', 'forward', 'redirect'];

/** Of two at once it is chance who is first; and of two tracks, which of them a receipt is about. */
function oneByOne({ happenings, late, ...script }: Script): Script {
  const severalTracks = script.copy || happenings.some(({ does }) => newTracks.includes(does));
  const chance = severalTracks ? [...atOnce, ...byReceipt] : atOnce;
  return {
    ...script,
    happenings: happenings.filter(({ does }) => !chance.includes(does)),
    late: severalTracks ? [] : late,
  };
}

const inOneOrder = <T>(items: readonly T[]) =>
  [...items].sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)));

/** Everything but ids, times of the wall and what is sealed. */
async function leftBehind(stage: Stage, script: Script) {
  const played = await stage.play(script);
  const { deliveries, tasks } = await whatStands(stage.world, played);
  const erased = played.erased ? [] : [await stage.world.erase(played.message)];
  return {
    handed: played.house.handed.map(({ channel, to }) => `${channel} ${to}`).sort(),
    deliveries: inOneOrder(
      deliveries.map(({ state, step, dueAt, notBeforeMs, waitMinutes, attempts }) => ({
        state,
        step,
        dueAt,
        notBeforeMs,
        waitMinutes,
        attempts: (attempts as { atMs: number; outcome: string }[]).map(({ atMs, outcome }) => [atMs, outcome]),
      })),
    ),
    tasks: inOneOrder(tasks.map(({ reason, state, createdAtMs }) => [reason, state, createdAtMs])),
    erased: erased.map(({ status }) => status),
  };
}

test('25 scripts end the same', { timeout: 60_000 }, async () => {
  const [memory, real] = await Promise.all([openStage(memoryEngine), openStage(engine)]);

  await fc.assert(
    fc.asyncProperty(scripts, async (script) => {
      const [inMemory, onEngine] = [
        await leftBehind(memory, oneByOne(script)),
        await leftBehind(real, oneByOne(script)),
      ];

      expect(inMemory).toEqual(onEngine);
    }),
    { numRuns: 25 },
  );
});
