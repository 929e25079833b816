// `npm run chaos [-- --kills 200] [--seed 1]`: kills the runner under load again and again. Prints a table that can be kept; ends with 1 where a line fails.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runChaos } from '#test/chaos/chaos.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    seed: { type: 'string', default: String(Math.floor(Math.random() * 1_000_000)) },
  },
});
const [kills, seed] = [Number(values.kills), Number(values.seed)];
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed) || seed < 0) {
  console.error('Usage: npm run chaos [-- --kills 200] [--seed 1]');
  process.exit(2);
}

const dataDir = mkdtempSync(join(tmpdir(), 'answeronline-chaos-'));
console.log(`Chaos: ${kills} kills, seed ${seed}.`);
const lines = await runChaos({
  kills,
  seed,
  dataDir,
  onKill: (count, posted) => {
    if (count % 20 === 0) console.log(`  ${count} kills, ${posted} messages`);
  },
});

console.table(
  Object.fromEntries(
    lines.map(({ what, count, faults }) => [
      what,
      { count, verdict: faults ? (faults.length === 0 ? 'holds' : 'FAILS') : '' },
    ]),
  ),
);
const failing = lines.filter(({ faults }) => faults && faults.length > 0);
for (const { what, faults = [] } of failing) for (const fault of faults) console.log(`FAILS ${what}: ${fault}`);
if (failing.length === 0) {
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
  console.log(`\nAll lines hold. Again: npm run chaos -- --kills ${kills} --seed ${seed}`);
} else
  console.log(
    `\n${failing.length} lines fail. What is left lies in ${dataDir}; again: npm run chaos -- --kills ${kills} --seed ${seed}`,
  );
process.exit(failing.length === 0 ? 0 : 1);
