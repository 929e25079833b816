// The tables of the runner under load: at given rates, and after a burst.
import { MOST_POLLERS } from '#local/queue-source.ts';
import { digits, printNotes, printTable, verdict } from '../lab/table.ts';
import type { Burst } from './burst.ts';
import type { RateFigures } from './open-loop.ts';
import type { RunnerFigures } from './through-runner.ts';

/** Below this share of what was asked messages pile up, and the times tell how long the load went on. */
const HELD = { atLeast: 0.95 };

export function printRates(rates: readonly RateFigures[], idle: RunnerFigures): void {
  const held = ({ reachedPerSecond, askedPerSecond }: RateFigures) =>
    verdict(reachedPerSecond / askedPerSecond, HELD) === 'met';
  printTable(
    'From POST to the later of two hand-overs, at so many messages a second whether or not they are got through',
    [
      { title: 'asked/s', cell: ({ askedPerSecond }) => String(askedPerSecond) },
      { title: 'messages', cell: ({ messages }) => String(messages) },
      { title: 'refused', cell: ({ refused }) => String(refused) },
      { title: 'reached/s', cell: ({ reachedPerSecond }) => digits(reachedPerSecond, 1) },
      {
        title: '',
        cell: (rate) =>
          held(rate) ? 'held' : `NOT held: ${digits(rate.reachedPerSecond, 0)} a second, the rest piles up`,
        left: true,
      },
      { title: 'p50 ms', cell: ({ p50Ms }) => digits(p50Ms, 0) },
      { title: 'p95 ms', cell: ({ p95Ms }) => digits(p95Ms, 0) },
      { title: 'of idle p50', cell: ({ p50Ms }) => digits(p50Ms / idle.idleP50Ms, 2) },
      { title: 'of idle p95', cell: ({ p95Ms }) => digits(p95Ms / idle.idleP95Ms, 2) },
    ],
    rates,
  );
  printNotes([
    'times count from when a POST was due; where the rate is not held they grow with how long it is asked for, and after 30 s the gateway refuses',
  ]);
}

const NONE = { atMost: 0 };

export function printBurst(burst: Burst, through: RunnerFigures): void {
  const { messages, postedPerSecond, lanes, failedInvocations, leftInQueues } = burst;
  printTable(
    `A burst of ${messages} messages, posted at ${digits(postedPerSecond, 0)} a second`,
    [
      { title: 'lane', cell: ({ channel }) => channel, left: true },
      { title: 'brake', cell: ({ batches, batchSize }) => `${batches} batches of ${batchSize}`, left: true },
      {
        title: 'the runner',
        cell: ({ batches, batchSize }) => `${Math.min(batches, MOST_POLLERS)} of ${batchSize}`,
        left: true,
      },
      { title: 'drained/s', cell: ({ drainedPerSecond }) => digits(drainedPerSecond, 0) },
      {
        title: 'of the steady rate',
        cell: ({ drainedPerSecond }) => digits(drainedPerSecond / through.messagesPerSecond, 2),
      },
      { title: 'missing', cell: ({ missing }) => String(missing) },
      { title: 'twice', cell: ({ twice }) => String(twice) },
    ],
    lanes,
  );
  const bad = lanes.reduce((sum, { missing, twice }) => sum + missing + twice, 0);
  printNotes([
    `failed invocations: ${failedInvocations}, ${verdict(failedInvocations, NONE)} (0); missing or twice: ${bad}, ${verdict(bad, NONE)} (0); left in queues, dead letters among them: ${leftInQueues}, ${verdict(leftInQueues, NONE)} (0)`,
    `the brake is the mapping's highest concurrency and batch size, as the template has them; the runner keeps it, and never has more than ${MOST_POLLERS} batches at once`,
  ]);
}
