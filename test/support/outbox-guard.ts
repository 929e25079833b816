// Watches the outbox of the shared runner: a file that lets a message out to somebody it did not name fails.
import { afterAll, beforeAll, inject } from 'vitest';
import { type RunnerClient, runnerClient } from '#test/support/runner-client.ts';

const SETTLE_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 100;
/** Our own privacy officer is written to about whatever happens to requests, agreements and erasures. */
export const OFFICER = 'privacy@answeronline.example';
const expected: (string | RegExp)[] = [];

/** Operators whom other files have made privacy officers are written to as well: people of ours, and nobody's recipient. */
export const isOfficer = (to: string): boolean => to === OFFICER || /^op\.[0-9a-f]+\.\d+@nordvik\.example$/.test(to);

/** Says that this file sends to these addresses and numbers (E.164), or to addresses of this form. */
export function expectRecipients(...recipients: readonly (string | RegExp)[]): void {
  expected.push(...recipients);
}

const isExpected = (to: string): boolean =>
  isOfficer(to) || expected.some((one) => (typeof one === 'string' ? one === to : one.test(to)));

/** When nothing more is on its way: twice in a row nothing in any queue and nothing new in the outbox. */
export async function untilQuiet(runner: RunnerClient): Promise<void> {
  const giveUpAt = performance.now() + SETTLE_WITHIN_MS;
  let before = '';
  for (;;) {
    const queues = await runner.queues();
    // A receipt of an SMS that was never written down comes again for minutes, and sends nothing.
    const waiting = queues.filter(({ name }) => !/dead|receipts/i.test(name)).map((one) => one.ready + one.inFlight);
    const now = `${waiting.join()} ${(await runner.outbox()).length}`;
    if (waiting.every((count) => count === 0) && now === before) return;
    if (performance.now() > giveUpAt) throw new Error(`The queues do not come to rest: ${JSON.stringify(queues)}`);
    before = now;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

beforeAll(async () => {
  await runnerClient(inject('runnerOrigin')).clearOutbox();
});

afterAll(async () => {
  const runner = runnerClient(inject('runnerOrigin'));
  await untilQuiet(runner);
  const strangers = (await runner.outbox())
    .filter(({ to }) => !isExpected(to))
    .map(({ channel, to }) => `${channel} to ${to}`);
  if (strangers.length > 0) throw new Error(`Nobody expected: ${strangers.join(', ')}`);
});
