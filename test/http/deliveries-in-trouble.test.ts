// When a provider fails: what is temporary is tried again, what is for good is not, and no SMS is ever sent twice.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type HttpWorld, type Json, made, openWorld } from '#test/support/http-world.ts';
import { expectRecipients, untilQuiet } from '#test/support/outbox-guard.ts';

/** The clients of the providers wait 8 s for an answer; a second attempt comes 5 s after the first. */
const PATIENCE_MS = 30_000;

let world: HttpWorld;
/** All taken before any is looked at: they wait for their providers at the same time. */
let taken: Record<'busyEmail' | 'brokenEmail' | 'busySms' | 'refusedSms' | 'lostSms', Json>;

beforeAll(async () => {
  world = await openWorld();
  expectRecipients('disa@kvarngardet.example', '+46701740690', '+46701740691', '+46701740692');
  taken = {
    lostSms: await takeInto({ sms: 'timeout-after-accept' }, 90),
    busySms: await takeInto({ sms: 'throttle' }, 91),
    refusedSms: await takeInto({ sms: 'reject' }, 92),
    busyEmail: await takeInto({ email: 'throttle' }),
    brokenEmail: await takeInto({ email: '500' }),
  };
});

afterAll(() => world.runner.setFaults({ email: null, sms: null }));

/** Takes a message that meets this fault, once, and waits until it has met it. */
async function takeInto(fault: { sms?: string; email?: string }, n = 90): Promise<Json> {
  const staffId = await world.addStaff({
    name: 'Disa',
    phones: [{ number: `070-174 06 ${n}` }],
    emails: [{ address: 'disa@kvarngardet.example' }],
    delivery: { normal: [{ channels: Object.keys(fault) }] },
  });
  await world.runner.setFaults({ ...fault, count: 1 });
  const message = await made(world.take({ staffId, matter: `Ring mig ${n}` }));
  await vi.waitFor(async () => expect(Object.values(await world.runner.faults())).toEqual([null, null]), 5_000);
  return message;
}

const outcomes = ({ deliveries: [delivery] }: Json) => delivery.attempts.map(({ outcome }: Json) => outcome);
const stateOf = ({ deliveries: [delivery] }: Json) => delivery.state;

async function untilEnd(message: Json): Promise<Json> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  let now = message;
  while (['queued', 'sending', 'accepted'].includes(stateOf(now)) && performance.now() < giveUpAt) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    now = await world.read(message.id);
  }
  return now;
}

const smsTo = async (n: number) => (await world.runner.outbox()).filter(({ to }) => to === `+467017406${n}`);

test('a provider that is busy is asked again, and the message goes out once', async () => {
  const ends = await Promise.all([taken.busyEmail, taken.busySms].map(untilEnd));

  expect(ends.map(stateOf)).toEqual(['delivered', 'delivered']);
  expect(ends.map(outcomes)).toEqual([
    ['retry', 'delivered'],
    ['retry', 'delivered'],
  ]);
  expect(await smsTo(91)).toHaveLength(1);
});

test('an SMS that the provider refuses has failed, and is not tried again', async () => {
  const end = await untilEnd(taken.refusedSms);

  expect([stateOf(end), outcomes(end)]).toEqual(['failed', ['failed']]);
  expect(end.deliveries[0].attempts[0].words).toEqual({
    sv: 'Numret togs inte emot',
    en: 'The number was not accepted',
  });
  expect(await smsTo(92)).toEqual([]);
});

test('an SMS of which nobody knows is unknown, and goes out no second time', async () => {
  const end = await untilEnd(taken.lostSms);
  await untilQuiet(world.runner);

  expect([stateOf(end), outcomes(end)]).toEqual(['unknown', ['unknown']]);
  expect(await smsTo(90)).toHaveLength(1);
});

test('an e-mail of which nobody knows is sent again', async () => {
  const end = await untilEnd(taken.brokenEmail);

  expect([stateOf(end), outcomes(end)]).toEqual(['delivered', ['unknown', 'delivered']]);
});
