// Deliveries and their tracks under any order of events: orders that come late, twice or never, ticks, answers, crashes.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Attempt } from '#deliveries/schema.ts';
import { later, silent } from '#test/support/delivering.ts';
import { areAnswered, areAtRest, goForward, trackOf, tracksOf } from '#test/support/delivery-laws.ts';
import { died, scripts } from '#test/support/delivery-script.ts';
import { openStage, type Played, whatStands } from '#test/support/delivery-stage.ts';
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

/** Delivered is what a receipt has told as delivered, and all of that unless it had come back before. */
function holdsForReceipts({ deliveries }: Standing, { told }: Played) {
  const delivered = deliveries.filter(({ state }) => state === 'delivered').map(({ sk }) => sk as string);
  expect(delivered.filter((id) => !told.has(id))).toEqual([]);
  const untold = deliveries.filter(({ sk, state }) => told.has(sk as string) && state !== 'delivered');
  expect(
    untold.filter(({ attempts }) => (attempts as Attempt[]).every(({ outcome }) => outcome !== 'returned')),
  ).toEqual([]);
}

/** Each track goes through each step once, in order; nobody is asked about what is no track. */
function holdsForTracks({ message, deliveries, tasks }: Standing) {
  for (const own of tracksOf(message, deliveries).values()) {
    const sent = own.map(({ step = 0, channel, addressOf, viaStaffId = '' }) =>
      [step, channel, addressOf, viaStaffId].join(' '),
    );
    // Those to whom a correction goes are told at once, whichever step they were.
    if (!own[0]?.correction) expect(sent).toEqual([...new Set(sent)].sort());
  }
  const known = new Set(deliveries.map((one) => trackOf(one).replace('dlv_', 'tsk_')));
  expect(tasks.filter(({ sk }) => !known.has(sk as string))).toEqual([]);
}

test.each([
  ['in memory', memoryEngine, RUNS.memory],
  ['on the engine', engine, RUNS.engine],
] as const)(
  'every message reaches somebody or a person, once, by each step in turn: scripts %s',
  { timeout: 240_000 },
  async (_, tables, numRuns) => {
    const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
    process.stdout.write(`${numRuns} runs of the delivery model with SEED=${seed}\n`);
    const stage = await openStage(tables);

    await fc.assert(
      fc.asyncProperty(scripts, async (script) => {
        let seen: Standing['deliveries'] = [];
        const played = await stage.play(script, async (now) => {
          const { deliveries } = await whatStands(stage.world, now);
          goForward(seen, deliveries);
          seen = deliveries;
        });

        holdsForProviders(played);
        const standing = await whatStands(stage.world, played);
        if (played.erased) expect(standing.deliveries).toEqual([]);
        else {
          areAtRest(standing.deliveries);
          holdsForReceipts(standing, played);
          holdsForTracks(standing);
          if (!played.known) areAnswered(standing.message, standing.deliveries, standing.tasks);
          await stage.world.erase(played.message);
        }
      }),
      { numRuns, seed },
    );
  },
);
