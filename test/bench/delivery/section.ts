// Section `delivery`: rate and latency through the runner, idle, at given rates and in a burst, and what a message costs; each beside its baseline.
import { digits, printNotes, printTable, verdict } from '../lab/table.ts';
import { measureBurst } from './burst.ts';
import { printCost } from './cost.ts';
import { measureEngine } from './engine-rate.ts';
import { measureGraphile } from './graphile.ts';
import { measureRate, type RateFigures } from './open-loop.ts';
import { startPostgres } from './postgres.ts';
import { openPosting } from './posting.ts';
import { recordOneMessage } from './recording.ts';
import { startRunner } from './runner.ts';
import { measureRunner } from './through-runner.ts';
import { printBurst, printRates } from './under-load.ts';

interface Row {
  readonly contestant: string;
  readonly messagesPerSecond: number;
  readonly idleP50Ms?: number;
  readonly idleP95Ms?: number;
  /** What the runner's rate has to be of this one's. */
  readonly share?: number;
}

const IDLE_P95_MS = { atMost: 100 };
const fullRates = [
  { askedPerSecond: 1, messages: 30 },
  { askedPerSecond: 20, messages: 400 },
  { askedPerSecond: 100, messages: 1_000 },
];
const quickRates = [
  { askedPerSecond: 1, messages: 10 },
  { askedPerSecond: 20, messages: 100 },
  { askedPerSecond: 100, messages: 300 },
];

export async function deliverySection(quick: boolean): Promise<void> {
  const amount = quick
    ? { messages: 200, concurrency: 16, idleMessages: 20, warmup: 200 }
    : { messages: 1_000, concurrency: 16, idleMessages: 100, warmup: 1_000 };
  const rates = quick ? quickRates : fullRates;
  const burstOf = quick ? 200 : 1_000;

  const requests = await recordOneMessage();
  const engine = await measureEngine(requests, 'wire', amount);
  const client = await measureEngine(requests, 'sdk', amount);

  const postgres = await startPostgres();
  const graphile = postgres && (await measureGraphile(postgres, amount));
  await postgres?.stop();

  const runner = await startRunner();
  const all = amount.messages + amount.idleMessages + amount.warmup + burstOf;
  const measured = async () => {
    const posting = await openPosting(runner, all + rates.reduce((sum, { messages }) => sum + messages, 0));
    const through = await measureRunner(runner, posting, amount);
    const atRates: RateFigures[] = [];
    for (const rate of rates) atRates.push(await measureRate(runner, posting, rate));
    return { through, atRates, burst: await measureBurst(runner, posting, burstOf) };
  };
  const { through, atRates, burst } = await measured().finally(() => runner.stop());

  const rows: Row[] = [
    { contestant: 'through the runner', ...through },
    {
      contestant: `the engine alone (${engine.requestsPerMessage} writes a message)`,
      messagesPerSecond: engine.messagesPerSecond,
      share: 0.5,
    },
    {
      contestant: `AWS's client alone (${client.requestsPerMessage} requests a message)`,
      messagesPerSecond: client.messagesPerSecond,
    },
    ...(graphile
      ? [{ contestant: `graphile-worker on PostgreSQL ${postgres?.version}`, ...graphile, share: 0.3 }]
      : []),
  ];
  const shareOf = (row: Row) => through.messagesPerSecond / row.messagesPerSecond;
  const isMeasure = (row: Row) => row !== rows[0];
  const target = (row: Row) =>
    row.share === undefined ? '' : `${verdict(shareOf(row), { atLeast: row.share })} (>= ${row.share})`;
  printTable(
    `From POST to both outbox entries: ${amount.messages} messages, ${amount.concurrency} at a time, tables on disk`,
    [
      { title: '', cell: (row) => row.contestant, left: true },
      { title: 'messages/s', cell: (row) => digits(row.messagesPerSecond, 0) },
      { title: "the runner's share", cell: (row) => (isMeasure(row) ? digits(shareOf(row), 2) : '') },
      { title: 'target', cell: target, left: true },
      { title: 'idle p50 ms', cell: (row) => (row.idleP50Ms === undefined ? '' : digits(row.idleP50Ms, 1)) },
      { title: 'idle p95 ms', cell: (row) => (row.idleP95Ms === undefined ? '' : digits(row.idleP95Ms, 1)) },
    ],
    rows,
  );
  printNotes([
    `idle p95 from POST to the later of the two entries, at most 100 ms: ${verdict(through.idleP95Ms, IDLE_P95_MS)}`,
    `posts alone: ${digits(through.postsPerSecond, 0)} a second`,
    process.env.DYNAMODB_ENDPOINT
      ? 'engine: the one that DYNAMODB_ENDPOINT names'
      : 'engine: the bundled one, fresh; its stream slows it down as records pile up',
    graphile
      ? 'graphile-worker does the same: message, two deliveries and two jobs in one transaction, two updates a job, nothing sent'
      : 'graphile-worker: PostgreSQL is not installed',
  ]);
  printRates(atRates, through);
  printBurst(burst, through);
  printCost(requests);
}
