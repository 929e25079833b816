// The arrival canary through a runner of its own, on a stage that has one: it flies by the clock, and its receipts are counted.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { stageNamed } from '#lib/stages.ts';
import { startRunner, type TestRunner } from '#test/support/runner.ts';

const { mailbox = '', number = '' } = stageNamed('prod').canary ?? {};
const PATIENCE_MS = 10_000;
let runner: TestRunner;

beforeAll(async () => {
  runner = await startRunner({ stage: 'prod', args: ['--no-seed'] });
}, 120_000);
afterAll(() => runner.stop());

/** What note-receipts has logged of canaries, event and channel. */
function heard(): string[] {
  const file = join(runner.dataDir, 'logs', 'Receiptsnotereceipts.log');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return [...text.matchAll(/event\W+(canary-[a-z-]+)\W+channel\W+(email|sms)/g)].map(
    ([, event, by]) => `${event} ${by}`,
  );
}
const untilHeard = (lines: readonly string[]) =>
  vi.waitFor(() => expect(heard().toSorted()).toEqual(lines.toSorted()), { timeout: PATIENCE_MS, interval: 50 });
const moveMinutes = async (minutes: number) =>
  runner.moveClock(new Date(Date.parse(await runner.now()) + minutes * 60_000).toISOString());

test('a canary is counted when it has arrived, and is no delivery of anybody', async () => {
  await moveMinutes(61);
  const sent = await runner.untilSent(() => true, { count: 2 });

  await untilHeard(['canary-arrived email', 'canary-arrived sms']);

  expect(sent.map(({ channel, to }) => [channel, to]).toSorted()).toEqual([
    ['email', mailbox],
    ['sms', number],
  ]);
  expect(sent.map(({ text }) => text)).toEqual(Array(2).fill(expect.stringContaining('Automatic test')));
  const left = (await runner.queues()).filter(({ ready, inFlight, delayed }) => ready + inFlight + delayed > 0);
  expect(left).toEqual([]);
});

test('one that was accepted and did not arrive is not counted', async () => {
  await runner.setFaults({ email: 'bounce', sms: 'carrier-only', count: 1 });

  await moveMinutes(61);

  await untilHeard([
    'canary-arrived email',
    'canary-arrived sms',
    'canary-not-arrived email',
    'canary-not-arrived sms',
  ]);
});
