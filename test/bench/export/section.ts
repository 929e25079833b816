// Section `export`: what an export of a large client costs, takes and holds, beside one a tenth as large.
import { type Engine, startEngine } from '#local/engine.ts';
import { startService } from '../lab/service.ts';
import { digits, printNotes, printTable, verdict } from '../lab/table.ts';
import { NOW_MS } from '../sweep/messages.ts';
import type { Exported, Exporter } from './exporter.ts';
import { fillClient, type Size } from './fill.ts';

const MB = 1_048_576;
/** Of a run's 900 seconds on one processor of Lambda's own, the engine's part of which is none. */
const MOST_SECONDS = 600;
/** What the second half may hold more than the first: a page comes and goes. */
const NOISE_BYTES = 8 * MB;

export async function exportSection(quick: boolean): Promise<void> {
  const large: Size = quick ? { people: 1_000, messages: 10_000 } : { people: 10_000, messages: 100_000 };
  const small: Size = { people: large.people / 10, messages: large.messages / 10 };
  const engine = await startEngine(null, (reason) => console.error(reason));
  try {
    const atSmall = await measure(engine, small);
    const atLarge = await measure(engine, large);
    print(large, small, atSmall, atLarge);
  } finally {
    await engine.stop();
  }
}

async function measure(engine: Engine, size: Size): Promise<Exported> {
  const { tables, job } = await fillClient(engine, size);
  const exporter = startService<Exporter>(new URL('./exporter.ts', import.meta.url));
  try {
    const { drop, ...names } = tables;
    const made = await exporter.call('make', { endpoint: engine.endpoint, tables: names, nowMs: NOW_MS, job });
    if (made.staff !== size.people || made.messages + made.leftOut !== size.messages)
      throw new Error(`${JSON.stringify(size)} were to be exported, and ${made.staff}, ${made.messages} were`);
    await drop();
    return made;
  } finally {
    exporter.stop();
  }
}

const sum = (requests: Readonly<Record<string, number>>) => Object.values(requests).reduce((all, one) => all + one, 0);
const most = (values: readonly number[]) => Math.max(...values);

function print(large: Size, small: Size, atSmall: Exported, atLarge: Exported): void {
  const named = ({ people, messages }: Size) => `${people} people, ${messages} messages`;
  const half = Math.floor(atLarge.held.length / 2);
  const [first, second] = [most(atLarge.held.slice(0, half)), most(atLarge.held.slice(half))];
  const row = (what: string, of: (made: Exported) => number, decimals: number, target = '') => ({
    what,
    small: digits(of(atSmall), decimals),
    large: digits(of(atLarge), decimals),
    target,
  });
  printTable(
    'An export of a client',
    [
      { title: '', cell: ({ what }) => what, left: true },
      { title: named(small), cell: (one) => one.small },
      { title: named(large), cell: (one) => one.large },
      { title: 'target', cell: ({ target }) => target, left: true },
    ],
    [
      row('messages in it', ({ messages }) => messages, 0),
      row('left out, for they end within the week', ({ leftOut }) => leftOut, 0),
      row('sealed file, MB', ({ bytes }) => bytes / MB, 1),
      row('requests', ({ requests }) => sum(requests), 0),
      row('read units', ({ readUnits }) => readUnits, 0),
      row('write units', ({ writeUnits }) => writeUnits, 0),
      row(
        'seconds, with the engine on the same processors',
        ({ seconds }) => seconds,
        0,
        `${verdict(atLarge.seconds, { atMost: MOST_SECONDS })} (at most ${MOST_SECONDS})`,
      ),
      row('most held after collection, MB', ({ held }) => most(held) / MB, 1),
      row(
        'most resident, MB',
        ({ rss }) => rss / MB,
        0,
        `${verdict(atLarge.rss / MB, { atMost: 1_200 })} (at most 1200)`,
      ),
    ],
  );
  printNotes([
    `held in the first half of the large one at most ${digits(first / MB, 1)} MB, in the second ${digits(second / MB, 1)} MB: flat ${verdict(second - first, { atMost: NOISE_BYTES })}`,
  ]);
}
