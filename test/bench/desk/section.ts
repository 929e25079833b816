// Section `desk`: what the search for people and the desk take at 10, 1,000 and 10,000 people, beside one GetItem of the same run.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { serveDesk } from '#api/desk.ts';
import { serveMessages } from '#api/messages.ts';
import { aMessage } from '#test/support/builders/messages.ts';
import { deskApp } from '#test/support/desk-app.ts';
import { callerOf } from '#test/support/http-call.ts';
import { type SearchWorld, searchWorld } from '#test/support/search-world.ts';
import { startEngine } from '#test/support/started-engine.ts';
import { digits, printNotes, printTable, verdict, withSpread } from '../lab/table.ts';
import { fillRegister } from './register.ts';
import { type Timing, timeCalls } from './timing.ts';

const SIZES = [10, 1_000, 10_000] as const;
const MESSAGES_TODAY = 20;
const AT_MOST = 2;

/** By what an operator types; as many are found at each size, so that sizes alone differ. */
const one = ['Östen Östlundsberg', 'ostlundsberg', 'östlunds', 'ostlundsbreg', '0701740000'];
const many = ['kontoret', 'kontor', 'kontoret samma dag', 'kontroet'];

interface AtSize {
  people: number;
  one: Timing;
  many: Timing;
  desk: Timing;
  cold: Once;
  none: Once;
  /** That the index takes in a warm function. */
  heapBytes: number;
}

interface Once {
  ms: number;
  requests: number;
  readUnits: number;
  writeUnits: number;
}

export async function deskSection(quick: boolean): Promise<void> {
  const rounds = quick ? 200 : 2_000;
  const engine = await startEngine();
  try {
    const all: AtSize[] = [];
    for (const people of SIZES) all.push(await measure(await searchWorld(engine), people, rounds));
    printWarm(all);
    printFirst(all);
    printFindings(all);
  } finally {
    await engine.stop();
  }
}

async function measure(world: SearchWorld, people: number, rounds: number): Promise<AtSize> {
  const clientId = (await world.aClient()).body.id;
  await fillRegister(world, clientId, people);
  const none = await once(world, () => find(world.aFunction(), clientId, one[0] ?? '', 1));
  const cold = await once(world, () => find(world.aFunction(), clientId, one[0] ?? '', 1));
  const heapBytes = await heapOf(() => find(world, clientId, one[0] ?? '', 1));
  const searches = (texts: readonly string[], hits: number) =>
    texts.map((text) => () => find(world, clientId, text, hits));
  return {
    people,
    none,
    cold,
    heapBytes,
    one: await timeCalls(world, clientId, searches(one, 1), rounds),
    many: await timeCalls(world, clientId, searches(many, 8), rounds),
    desk: await timeCalls(world, clientId, [await deskOf(world, clientId)], rounds),
  };
}

/** @throws Error where not so many are found: the figures would tell of something else. */
async function find({ search }: Pick<SearchWorld, 'search'>, clientId: string, text: string, hits: number) {
  const { status, body } = await search(clientId, { text });
  if (status !== 200 || body.items.length !== hits) throw new Error(`${text}: ${status}, ${body.items?.length} found`);
}

async function deskOf(world: SearchWorld, clientId: string): Promise<() => Promise<unknown>> {
  const take = callerOf(serveMessages(() => ({ ...world.app, retentionMonths: 6, smsCountries: ['SE'] })));
  const claims = world.operator;
  const params = { clientId };
  for (let n = 0; n < MESSAGES_TODAY; n++) {
    const { status } = await take('POST /v1/clients/{clientId}/messages', { claims, params, body: aMessage() });
    if (status !== 201) throw new Error(`a message: ${status}`);
  }
  const desk = callerOf(serveDesk(() => deskApp(world)));
  return async () => {
    const { status } = await desk('GET /v1/clients/{clientId}/desk', { claims, params });
    if (status !== 200) throw new Error(`the desk: ${status}`);
  };
}

async function once({ meter }: SearchWorld, act: () => Promise<unknown>): Promise<Once> {
  const start = performance.now();
  const { tally } = await meter.measure(act);
  const { requests, readUnits, writeUnits } = tally;
  return {
    ms: performance.now() - start,
    requests: Object.values(requests).reduce((sum, count) => sum + count, 0),
    readUnits,
    writeUnits,
  };
}

setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

async function heapOf(act: () => Promise<unknown>): Promise<number> {
  collect();
  const before = process.memoryUsage().heapUsed;
  await act();
  collect();
  return process.memoryUsage().heapUsed - before;
}

function printWarm(all: readonly AtSize[]): void {
  const rows = (['one', 'many', 'desk'] as const).flatMap((what) =>
    all.map((at) => ({ what, people: at.people, ...at[what] })),
  );
  const names = { one: 'search, 1 found', many: 'search, 8 found', desk: `desk, ${MESSAGES_TODAY} messages` };
  printTable(
    'Warm, beside one GetItem of the same run',
    [
      { title: '', cell: ({ what }) => names[what], left: true },
      { title: 'people', cell: ({ people }) => String(people) },
      { title: 'requests', cell: ({ requests }) => digits(requests, 1) },
      { title: 'read units', cell: ({ readUnits }) => digits(readUnits, 1) },
      { title: 'p50 us', cell: ({ p50Us }) => digits(p50Us, 0) },
      { title: 'p99 us', cell: ({ p99Us }) => digits(p99Us, 0) },
      { title: 'GetItem us', cell: ({ getItemUs }) => digits(getItemUs, 0) },
      { title: 'p50 of GetItem', cell: ({ ofGetItem }) => withSpread(ofGetItem) },
    ],
    rows,
  );
}

function printFirst(all: readonly AtSize[]): void {
  const rows = all.flatMap(({ people, cold, none, heapBytes, one: { getItemUs } }) => [
    { what: 'the index is there', people, getItemUs, heapBytes, ...cold },
    { what: 'it is made on the spot', people, getItemUs, heapBytes: Number.NaN, ...none },
  ]);
  printTable(
    'The first search of a function (its own start apart: section `functions`)',
    [
      { title: '', cell: ({ what }) => what, left: true },
      { title: 'people', cell: ({ people }) => String(people) },
      { title: 'ms', cell: ({ ms }) => digits(ms, 1) },
      { title: 'of GetItem', cell: ({ ms, getItemUs }) => digits((ms * 1_000) / getItemUs, 1) },
      { title: 'requests', cell: ({ requests }) => String(requests) },
      { title: 'read units', cell: ({ readUnits }) => digits(readUnits, 1) },
      { title: 'write units', cell: ({ writeUnits }) => digits(writeUnits, 1) },
      { title: 'kept, MB', cell: ({ heapBytes }) => digits(heapBytes / 1_048_576, 1) },
    ],
    rows,
  );
}

function printFindings(all: readonly AtSize[]): void {
  const [small, large] = [all[0], all.at(-1)];
  if (!small || !large) return;
  const notes = (['one', 'many'] as const).map((what) => {
    // Each by the GetItem of its own moment: the machine may have been slower at one size than at the other.
    const ratio = large[what].ofGetItem.value / small[what].ofGetItem.value;
    const same = large[what].requests === small[what].requests ? 'the same requests' : 'OTHER REQUESTS';
    const met = verdict(ratio, { atMost: AT_MOST });
    return `${what} found: ${large.people} people take ${digits(ratio, 2)} times what ${small.people} do, ${same} (at most ${AT_MOST}: ${met})`;
  });
  printNotes([...notes, 'requests and units are those of a warm function, on average over the texts']);
}
