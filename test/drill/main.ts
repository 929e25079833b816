// `npm run drill [--size 3]`: the restore drill on the local engine. Prints a table that an auditor can keep; ends with 1 where a line fails.
import { parseArgs } from 'node:util';
import { rfc3339 } from '#shared/clock.ts';
import { runDrill } from '#test/drill/drill.ts';
import { startEngine } from '#test/support/started-engine.ts';

const { values } = parseArgs({ options: { size: { type: 'string', default: '3' } } });
const size = Number(values.size);
if (!Number.isInteger(size) || size < 1) {
  console.error('Usage: npm run drill [-- --size 3]   (how many of each kind)');
  process.exit(2);
}

// What the functions log is not for the auditor.
const print = console.log;
for (const level of ['info', 'warn', 'error'] as const) console[level] = () => {};

const engine = await startEngine();
const { atMs, lostAtMs, lines, journal } = await runDrill(await engine.world(), { size });
await engine.stop();

print(
  `Restore drill. Records as of ${rfc3339(atMs)}, lost at ${rfc3339(lostAtMs)}; the keys and the evidence as they are.\n`,
);
const rows = lines.map(({ what, faults, atT, changedSince, erasedSince, opened, notOpened, sends }) => [
  what,
  {
    'at T': atT,
    'changed since': changedSince,
    'erased since': erasedSince,
    opened,
    'not opened': notOpened,
    sends,
    verdict: faults.length === 0 ? 'holds' : 'FAILS',
  },
]);
const table = console.table;
console.log = print;
table(Object.fromEntries(rows));
const counts = Map.groupBy(journal, ({ finding }) => finding);
print(`\nThe restore says: ${[...counts].map(([finding, entries]) => `${finding} ${entries.length}`).join(', ')}.`);
for (const { what, faults } of lines) for (const fault of faults) print(`FAILS ${what}: ${fault}`);
const failing = lines.filter(({ faults }) => faults.length > 0).length;
print(failing === 0 ? `\nAll ${lines.length} lines hold.` : `\n${failing} of ${lines.length} lines fail.`);
process.exit(failing === 0 ? 0 : 1);
