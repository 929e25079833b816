// When a provider fails: what is temporary is tried again, what is for good is not, and no SMS is ever sent twice.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HttpWorld, type Json, made, openWorld } from '#test/support/http-world.ts';
import { expectRecipients, untilQuiet } from '#test/support/outbox-guard.ts';

/** The clients of the providers wait 8 s for an answer; a second attempt comes 5 s after the first. */
const PATIENCE_MS = 30_000;

let world: HttpWorld;

beforeAll(async () => {
  world = await openWorld();
  expectRecipients('disa@kvarngardet.example', '+46701740690', '+46701740691', '+46701740692');
});

afterAll(() => world.runner.setFaults({ email: null, sms: null }));

/** Takes a message that meets these faults, each once, and waits until every fault has been met. */
async function takeInto(faults: object, channel: 'email' | 'sms', n = 90): Promise<Json> {
  const staffId = await world.addStaff({
    name: 'Disa',
    phones: [{ number: `070-174 06 ${n}` }],
    emails: [{ address: 'disa@kvarngardet.example' }],
    delivery: { normal: [{ channels: [channel] }] },
  });
  await world.runner.setFaults({ ...faults, count: 1 });
  return made(world.take({ staffId, matter: `Ring mig ${n}` }));
}

const outcomes = ({ deliveries: [delivery] }: Json) => delivery.attempts.map(({ outcome }: Json) => outcome);
const stateOf = ({ deliveries: [delivery] }: Json) => delivery.state;

async function untilEnd(message: Json): Promise<Json> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  let now = message;
  while (['queued', 'sending'].includes(stateOf(now)) && performance.now() < giveUpAt) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    now = await world.read(message.id);
  }
  return now;
}

const smsTo = async (n: number) => (await world.runner.outbox()).filter(({ to }) => to === `+467017406${n}`);

test('a provider that is busy is asked again, and the message goes out once', async () => {
  const email = await takeInto({ email: 'throttle' }, 'email');
  const sms = await takeInto({ sms: 'throttle' }, 'sms', 91);

  const ends = await Promise.all([email, sms].map(untilEnd));

  expect(ends.map(stateOf)).toEqual(['accepted', 'accepted']);
  expect(ends.map(outcomes)).toEqual([
    ['retry', 'accepted'],
    ['retry', 'accepted'],
  ]);
  expect(await smsTo(91)).toHaveLength(1);
});

test('an SMS that the provider refuses has failed, and is not tried again', async () => {
  const end = await untilEnd(await takeInto({ sms: 'reject' }, 'sms', 92));

  expect([stateOf(end), outcomes(end)]).toEqual(['failed', ['failed']]);
  expect(end.deliveries[0].attempts[0].words).toEqual({
    sv: 'Numret togs inte emot',
    en: 'The number was not accepted',
  });
  expect(await smsTo(92)).toEqual([]);
});

test('an SMS of which nobody knows is unknown, and goes out no second time; an e-mail is sent again', async () => {
  const sms = await takeInto({ sms: 'timeout-after-accept' }, 'sms', 90);
  const email = await takeInto({ email: '500' }, 'email');

  const [smsEnd, emailEnd] = await Promise.all([sms, email].map(untilEnd));
  await untilQuiet(world.runner);

  expect([stateOf(smsEnd), outcomes(smsEnd)]).toEqual(['unknown', ['unknown']]);
  expect(await smsTo(90)).toHaveLength(1);
  expect([stateOf(emailEnd), outcomes(emailEnd)]).toEqual(['accepted', ['unknown', 'accepted']]);
});
