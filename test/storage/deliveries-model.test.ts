// Deliveries and their tracks under any order of events: orders that come late, twice or never, ticks, answers, crashes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { later, silent } from '#test/support/delivering.ts';
import { died, openStage, type Played, type Script, scripts, whatStands } from '#test/support/delivery-script.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { memoryEngine } from '#test/support/memory-tables.ts';

/** Most with tables in memory, a hundred times as fast; the engine has the word on whether those are like its own. */
const RUNS = { memory: 1_000, engine: 40 };

const engine = useEngine();
muteLogs('info', 'warn', 'error');

type Standing = Awaited<ReturnType<typeof whatStands>>;

/** None goes again after a clear answer, and no SMS after an unclear one. */
function holdsForProviders({ house }: Played) {
  for (const deliveryId of new Set(house.handed.map((one) => one.deliveryId))) {
    const given = house.handed.filter((one) => one.deliveryId === deliveryId);
    const before = given.slice(0, -1).map(({ answer }) => answer);
    const mayGoOn: unknown[] = given[0]?.channel === 'sms' ? [later] : [later, silent, died];
    expect(before.filter((answer) => !mayGoOn.includes(answer))).toEqual([]);
  }
}

/** Every delivery is at an end, and nobody looks at it any more. */
function isAtRest({ deliveries }: Standing) {
  const ends = ['accepted', 'failed', 'unknown', 'delivered'];
  expect(deliveries.filter(({ state, duePk }) => !ends.includes(state as string) || duePk !== undefined)).toEqual([]);
}

const trackOf = ({ trackId, sk }: Record<string, unknown>) => (trackId ?? sk) as string;

/** Each track goes through each step once, in order, and has come to somebody or to a person; never to two tasks. */
function holdsForTracks({ deliveries, tasks }: Standing, { known }: Played, { urgent }: Script) {
  for (const track of new Set(deliveries.map(trackOf))) {
    const own = deliveries.filter((one) => trackOf(one) === track);
    const sent = own.map(({ step = 0, channel, addressOf, viaStaffId = '' }) =>
      [step, channel, addressOf, viaStaffId].join(' '),
    );
    expect(sent).toEqual([...new Set(sent)].sort());

    const hasTask = tasks.some(({ sk }) => sk === track.replace('dlv_', 'tsk_'));
    const accepted = own.some(({ state }) => state === 'accepted');
    const reached = urgent ? false : accepted;
    if (!known) expect([track, hasTask]).toEqual([track, !reached]);
  }
  const asked = new Set(deliveries.map(trackOf));
  expect(tasks.filter(({ deliveryId }) => !asked.has(deliveryId as string))).toEqual([]);
}

test.each([
  ['in memory', memoryEngine, RUNS.memory],
  ['on the engine', engine, RUNS.engine],
] as const)(
  'every message reaches somebody or a person, once, by each step in turn: scripts %s',
  { timeout: 120_000 },
  async (_, tables, numRuns) => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    process.stdout.write(`${numRuns} runs of the delivery model with SEED=${seed}\n`);
    const stage = await openStage(tables);

    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        const played = await stage.play(script);

        holdsForProviders(played);
        const standing = await whatStands(stage.world, played);
        if (played.erased) expect(standing.deliveries).toEqual([]);
        else {
          isAtRest(standing);
          holdsForTracks(standing, played, script);
          await stage.world.erase(played.message);
        }
      }),
      { numRuns, seed },
    );
  },
);
