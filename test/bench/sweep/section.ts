// Section `sweep`: what a message costs to erase at two sizes of the backlog, beside the least possible, and what the sweeper holds meanwhile.
import { type Engine, startEngine } from '#local/engine.ts';
import { type Service, startService } from '../lab/service.ts';
import { type Estimate, quantile } from '../lab/statistics.ts';
import { digits, printNotes, printTable, verdict, withSpread } from '../lab/table.ts';
import { fillTables } from './backlog.ts';
import { engineRate } from './engine-rate.ts';
import { leastFor } from './least.ts';
import { type Backlog, NOW_MS } from './messages.ts';
import type { Sweep, Sweeper } from './sweeper.ts';

const SAME = { atLeast: 0.95, atMost: 1.05 };
/** A sweeper that kept no more than the ids of each message and its row would hold more. */
const HEAP_BYTES_A_MESSAGE = 100;
/** Of fewer pages the coming and going of a page weighs more than what is looked for: quick runs are too short. */
const PAGES_TO_TELL = 40;
/** So much more resident memory may be at the end of a sweep than in its middle: the runtime's own coming and going. */
const RSS_NOISE_BYTES = 16 * 1_048_576;
const MB = 1_048_576;
/** After forty pages the runtime has taken what memory it works in: most of it young objects that wait for collection. */
const WARM: Backlog = { messages: 4_000, due: 4_000 };

interface Measured extends Sweep {
  readonly idle: Sweep;
}

interface Row {
  readonly what: string;
  readonly small: number;
  readonly large: number;
  readonly least: number;
  /** Large over small, without what a sweep costs that finds nothing: that weighs more on fewer messages. */
  readonly ratio: number;
  /** Has to be the same at both sizes. */
  readonly same?: true;
}

export async function sweepSection(quick: boolean): Promise<void> {
  const large: Backlog = quick ? { messages: 10_000, due: 1_000 } : { messages: 100_000, due: 10_000 };
  const small: Backlog = { messages: large.messages / 10, due: large.due / 10 };
  const start = performance.now();
  const engine = await startEngine(null, (reason) => console.error(reason));
  try {
    const atSmall = await measure(engine, small);
    const enginePerSecond = await engineRate(engine, small);
    const atLarge = await measure(engine, large);
    printSweeps({ small, large, atSmall, atLarge });
    printFindings({ small, large, atSmall, atLarge, enginePerSecond });
    const seconds = (performance.now() - start) / 1_000;
    const which = process.env.DYNAMODB_ENDPOINT ? 'the one that DYNAMODB_ENDPOINT names' : 'the bundled one, in memory';
    printNotes([
      `engine: ${which}; no stream on the tables`,
      `all this, most of it filling the tables, took ${digits(seconds, 0)} s`,
    ]);
  } finally {
    await engine.stop();
  }
}

/** One process for each size, warm from a sweep of its own: what it then holds is held for the messages. */
async function measure(engine: Engine, backlog: Backlog): Promise<Measured> {
  const sweeper = startService<Sweeper>(new URL('./sweeper.ts', import.meta.url));
  try {
    await sweepTwice(engine, sweeper, WARM);
    return await sweepTwice(engine, sweeper, backlog);
  } finally {
    sweeper.stop();
  }
}

/** The second sweep finds nothing, and costs what any sweep does. */
async function sweepTwice(engine: Engine, sweeper: Service<Sweeper>, backlog: Backlog): Promise<Measured> {
  const { endpoint } = engine;
  const { drop, ...tables } = await fillTables(engine, backlog);
  const swept = await sweeper.call('sweep', { endpoint, tables, nowMs: NOW_MS });
  const idle = await sweeper.call('sweep', { endpoint, tables, nowMs: NOW_MS + 1 });
  await drop();
  if (swept.erased !== backlog.due || swept.disagreeing > 0 || !swept.finished || idle.erased > 0)
    throw new Error(`${backlog.due} messages are due, and the sweeps say ${JSON.stringify([swept, idle])}`);
  return { ...swept, idle };
}

interface Sweeps {
  readonly small: Backlog;
  readonly large: Backlog;
  readonly atSmall: Measured;
  readonly atLarge: Measured;
}

const sum = (requests: Readonly<Record<string, number>>) => Object.values(requests).reduce((all, one) => all + one, 0);
const among = ({ due, messages }: Backlog) => `${due} among ${messages}`;

function printSweeps({ small, large, atSmall, atLarge }: Sweeps): void {
  const least = leastFor(large);
  const each = (what: string, of: (sweep: Pick<Sweep, 'requests' | 'readUnits' | 'writeUnits'>) => number) => ({
    what,
    small: of(atSmall) / small.due,
    large: of(atLarge) / large.due,
    least: of(least),
    ratio: (of(atLarge) - of(atLarge.idle)) / large.due / ((of(atSmall) - of(atSmall.idle)) / small.due),
  });
  const rows: Row[] = [
    ...Object.keys(atLarge.requests).map((command) => each(`  ${command}`, ({ requests }) => requests[command] ?? 0)),
    { ...each('requests', ({ requests }) => sum(requests)), same: true },
    { ...each('write units', ({ writeUnits }) => writeUnits), same: true },
    { ...each('read units', ({ readUnits }) => readUnits), same: true },
  ];
  const sameAtBoth = (row: Row) => verdict(row.ratio, SAME);
  printTable(
    'Erasing messages whose time is over: requests and capacity units for each, on the engine',
    [
      { title: 'for each message erased', cell: ({ what }) => what, left: true },
      { title: 'least', cell: (row) => digits(row.least, 3) },
      { title: among(small), cell: (row) => digits(row.small, 3) },
      { title: among(large), cell: (row) => digits(row.large, 3) },
      { title: 'over the least', cell: (row) => digits(row.large / row.least, 2) },
      { title: 'large / small', cell: (row) => digits(row.ratio, 3) },
      { title: 'the same', cell: (row) => (row.same ? `${sameAtBoth(row)} (within 5 %)` : ''), left: true },
    ],
    rows,
  );
  const { idle } = atLarge;
  printNotes([
    `in it, and left out of large / small, what a sweep costs that finds nothing: ${sum(idle.requests)} requests, ${digits(idle.writeUnits, 1)} write units, ${digits(idle.readUnits, 1)} read units`,
    'least write units: key 1, row out of the index 1 and 1 for the index, record 1, deliveries 1 each and 1 for the inbox, tombstone 1',
    'least read units: row and record 1 each, consistently; its part of a page of the index',
    'least requests: two conditional updates; 25 writes and 100 reads in a batch. Transactions would take fewer, at twice the units',
    'by the sizes of the items; the bundled engine counts alike in all of these requests',
  ]);
}

/** The middle third of the pages and the last; the first is when the runtime, idle before, takes its memory back. */
function thirds(pages: readonly number[]) {
  const third = Math.floor(pages.length / 3);
  return [pages.slice(third, 2 * third), pages.slice(2 * third)] as const;
}

/** Bytes for each message from the middle of one third to that of the next; the spread is that of the middle half of pages. */
function growth(pages: readonly number[], messages: number): Estimate {
  const [middle, last] = thirds(pages);
  const between = (ofMiddle: number, ofLast: number) =>
    (quantile(last, ofLast) - quantile(middle, ofMiddle)) / (messages / 3);
  return { value: between(0.5, 0.5), low: between(0.75, 0.25), high: between(0.25, 0.75) };
}

function printFindings({ small, large, atSmall, atLarge, enginePerSecond }: Sweeps & { enginePerSecond: number }) {
  const heap = growth(atLarge.heap, large.due);
  const [rssThen, rssAtLast] = thirds(atLarge.rss).map((third) => Math.max(...third)) as [number, number];
  const judged = (said: string) => (atLarge.heap.length < PAGES_TO_TELL ? 'too few pages to tell' : said);
  const inMb = (...bytes: number[]) => bytes.map((one) => digits(one / MB, 1));
  const rate = ({ due }: Backlog, { seconds }: Sweep) => due / seconds;
  printTable(
    'What a warm sweeper holds, and how fast it goes',
    [
      { title: '', cell: ([what]) => what ?? '', left: true },
      { title: among(small), cell: ([, one]) => one ?? '' },
      { title: among(large), cell: ([, , one]) => one ?? '' },
    ],
    [
      ['heap after collection, MB at most', ...inMb(...[atSmall, atLarge].map(({ heap: all }) => Math.max(...all)))],
      [
        'resident memory, MB before the first page',
        ...inMb(...[atSmall, atLarge].map(({ rss }) => rss[0] ?? Number.NaN)),
      ],
      ['resident memory, MB at most', ...inMb(...[atSmall, atLarge].map(({ rss }) => Math.max(...rss)))],
      ['messages erased a second', digits(rate(small, atSmall), 0), digits(rate(large, atLarge), 0)],
    ],
  );
  printNotes([
    `heap does not grow with the backlog, less than ${HEAP_BYTES_A_MESSAGE} bytes for each further message: ${judged(verdict(heap, { atMost: HEAP_BYTES_A_MESSAGE }))} (${withSpread(heap, 0)})`,
    `nor does resident memory, at most ${digits(RSS_NOISE_BYTES / MB, 0)} MB more: ${judged(verdict(rssAtLast - rssThen, { atMost: RSS_NOISE_BYTES }))} (${digits((rssAtLast - rssThen) / MB, 1)})`,
    'both of the larger sweep, its last third of pages over the third before; the first third is left out',
    'of resident memory some 120 MB are Node and the code as TypeScript, and the most of the rest young objects that the runtime lets lie until it collects them',
    `the engine alone, the same writes by bare HTTP: ${digits(enginePerSecond, 0)} messages a second; the sweeper's share ${digits(rate(small, atSmall) / enginePerSecond, 2)}`,
  ]);
}
