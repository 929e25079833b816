// Every call of every step of a message's way, broken in every way that it can break: nothing is lost, nothing is done twice.
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Item } from '#shared/found.ts';
import { BrokenCalls, type Fault, faults, type Point } from '#test/support/broken-calls.ts';
import { later } from '#test/support/delivering.ts';
import { areAnswered, areAtRest, goForward, trackOf } from '#test/support/delivery-laws.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { itineraries, type People, peopleOf, type WayName } from '#test/support/itineraries.ts';
import { Journey } from '#test/support/journey.ts';
import { memoryEngine, snapshotOf } from '#test/support/memory-tables.ts';
import { type StepsWorld, stepsWorld } from '#test/support/steps-world.ts';

/** A call that is new is broken too; were there fewer than these, the journeys would have come to nothing. */
const CALLS_AT_LEAST = 250;
/** Beside each fault alone: several in one journey, at random. */
const RUNS_OF_SEVERAL = 150;

muteLogs('info', 'warn', 'error');

const calls = new BrokenCalls();
let world: StepsWorld;
let people: People;
let asBefore: () => void;

beforeAll(async () => {
  world = await stepsWorld(memoryEngine);
  people = await peopleOf(world);
  calls.watch(world.client);
  asBefore = snapshotOf(world);
});

const names = Object.keys(itineraries) as WayName[];

/** A journey to its end, with these calls broken; then all receipts once more, which change nothing. */
async function travel(name: WayName, ...broken: readonly (readonly [number, Fault])[]) {
  asBefore();
  const journey = new Journey(world, calls, itineraries[name].from(people));
  let seen: readonly Item[] = [];
  journey.watch = async () => {
    const deliveries = await journey.records('delivery');
    goForward(seen, deliveries);
    seen = deliveries;
  };
  calls.arm(...broken);
  await journey.run();
  const { points, deaths } = calls;
  calls.arm();
  const standing = await whatStands(journey);
  await journey.repeatReceipts();
  expect(await whatStands(journey)).toEqual(standing);
  return { ...standing, journey, points, deaths };
}

const whatStands = async (journey: Journey) => ({
  messages: await journey.records('message'),
  deliveries: await journey.records('delivery'),
  tasks: await journey.records('task'),
});

type Ended = Awaited<ReturnType<typeof travel>>;

/** One message with all its deliveries, at rest; come to somebody or to a person; no SMS handed over twice. */
function isAllowed({ journey, messages, deliveries, tasks }: Ended) {
  const [message] = messages;
  expect(messages.map(({ sk }) => sk)).toEqual([journey.message?.id]);
  expect(deliveries.map(({ sk }) => sk).sort()).toEqual([...((message?.deliveryIds ?? []) as string[])].sort());
  areAtRest(deliveries);
  areAnswered(message, deliveries, tasks);
  const sms = journey.house.handed.filter(({ channel, answer }) => channel === 'sms' && answer !== later);
  const ids = sms.map(({ deliveryId }) => deliveryId);
  expect(ids).toEqual([...new Set(ids)]);
}

async function arrives(name: WayName, ...broken: readonly (readonly [number, Fault])[]) {
  const ended = await travel(name, ...broken);
  isAllowed(ended);
  isDoneOnce(name, ended);
  // What passes in a moment makes no difference at all.
  if (ended.deaths === 0 && broken.every(([, fault]) => fault === 'askedAgain' || fault === 'busy'))
    expect(storyOf(ended)).toEqual(itineraries[name].story);
}

const storyOf = ({ deliveries, tasks }: Ended) => [
  ...deliveries.map(({ step = 0, channel, state }) => `${step} ${channel} ${state}`),
  ...tasks.map(({ reason, state }) => `${reason} ${state}`),
];

/** What was asked for once is done once, however often it was asked again. */
const countsOf = ({ messages, deliveries, tasks }: Ended) => ({
  corrections: ((messages[0]?.corrections ?? []) as unknown[]).length,
  misdirected: tasks.filter(({ reason }) => reason === 'misdirected').length,
  tracks: new Set(deliveries.map(trackOf)).size,
});

const unbroken = new Map<WayName, ReturnType<typeof countsOf>>();

function isDoneOnce(name: WayName, ended: Ended) {
  const { tracks, ...others } = countsOf(ended);
  const most = unbroken.get(name);
  expect({ ...others, tracks: most?.tracks }).toEqual(most);
  // A correction of what is still to be sent is no track of its own.
  expect(tracks).toBeLessThanOrEqual(most?.tracks ?? 0);
}

const all: Point[] = [];

describe.each(names)('%s', (name) => {
  let points: readonly Point[];

  test('where nothing breaks', async () => {
    const ended = await travel(name);

    isAllowed(ended);
    expect(storyOf(ended)).toEqual(itineraries[name].story);
    unbroken.set(name, countsOf(ended));
    points = ended.points;
    all.push(...points);
  });

  test('with each call broken, in each way', { timeout: 180_000 }, async () => {
    for (const [at, { call, faults: own }] of points.entries())
      for (const fault of own)
        await arrives(name, [at, fault]).catch((cause: unknown) => {
          throw new Error(`${name}: call ${at}, ${call}, ${fault}`, { cause });
        });
  });
});

test('every step of the house was broken, at every call of it', () => {
  expect(all.length).toBeGreaterThan(CALLS_AT_LEAST);
  expect([...new Set(all.map(({ call }) => call.split(' ')[0]))].sort()).toEqual([
    'correct',
    'dispatch-deliveries',
    'forward',
    'goodbye',
    'note-dead-letters',
    'note-receipts',
    'redirect',
    'send-email',
    'send-sms',
    'take',
    'tick',
  ]);
});

test('with several calls broken, whichever', { timeout: 180_000 }, async () => {
  const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
  process.stdout.write(`${RUNS_OF_SEVERAL} journeys with several broken calls, SEED=${seed}\n`);
  const broken = fc.array(fc.tuple(fc.nat(90), fc.constantFrom(...faults)), { minLength: 2, maxLength: 6 });

  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), broken, (name, several) => arrives(name, ...several)),
    { numRuns: RUNS_OF_SEVERAL, seed },
  );
});
