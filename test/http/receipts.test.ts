// What providers tell afterwards, through the whole stack: delivered, come back, late, or never heard of again.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type HttpWorld, type Json, made, openWorld } from '#test/support/http-world.ts';
import { expectRecipients } from '#test/support/outbox-guard.ts';

const PATIENCE_MS = 20_000;
const emailFaults = [
  'bounce',
  'soft-bounce',
  'complaint',
  'delay',
  'reject',
  'no-receipt',
  '500-after-accept',
] as const;
const smsFaults = ['undelivered', 'carrier-only', 'no-receipt', 'reset-after-accept', '500-after-accept'] as const;
type Name = `email ${(typeof emailFaults)[number]}` | `sms ${(typeof smsFaults)[number]}`;

let world: HttpWorld;
/** All taken before any is looked at: what is to happen to them happens at the same time. */
const taken = new Map<Name, Json>();

const emailOf = (n: number) => `kvittens.${n}@kvarngardet.example`;
const phoneOf = (n: number) => `070-174 06 ${70 + n}`;
const e164Of = (n: number) => `+467017406${70 + n}`;

beforeAll(async () => {
  world = await openWorld();
  const faults: [Name, object][] = [
    ...emailFaults.map((fault): [Name, object] => [`email ${fault}`, { email: fault }]),
    ...smsFaults.map((fault): [Name, object] => [`sms ${fault}`, { sms: fault }]),
  ];
  for (const [n, [name, fault]] of faults.entries()) taken.set(name, await takeInto(fault, n));
}, 60_000);

afterAll(() => world.runner.setFaults({ email: null, sms: null }));

/** Takes a message that meets this fault, once, and waits until it has met it. */
async function takeInto(fault: object, n: number): Promise<Json> {
  const [channel = ''] = Object.keys(fault);
  expectRecipients(emailOf(n), e164Of(n));
  const staffId = await world.addStaff({
    name: 'Kvitta',
    phones: [{ number: phoneOf(n) }],
    emails: [{ address: emailOf(n) }],
    delivery: { normal: [{ channels: [channel] }] },
  });
  await world.runner.setFaults({ ...fault, count: 1 });
  const message = await made(world.take({ staffId, matter: 'Ring mig' }));
  await vi.waitFor(async () => expect(Object.values(await world.runner.faults())).toEqual([null, null]), 5_000);
  return message;
}

const told = ({ deliveries: [{ state, attempts }] }: Json) => [state, ...attempts.map(({ outcome }: Json) => outcome)];
const lastCode = ({ deliveries: [{ attempts }] }: Json) => attempts.at(-1)?.code;

/** The message when its delivery tells this; what it says instead, when it does not in time. */
const until = (name: Name, expected: readonly string[]): Promise<Json> =>
  vi.waitFor(
    async () => {
      const message = await world.read(taken.get(name).id);
      expect(told(message)).toEqual(expected);
      return message;
    },
    { timeout: PATIENCE_MS, interval: 100 },
  );

const untilCode = (name: Name, code: string): Promise<Json> =>
  vi.waitFor(
    async () => {
      const message = await world.read(taken.get(name).id);
      expect(lastCode(message)).toBe(code);
      return message;
    },
    { timeout: PATIENCE_MS, interval: 100 },
  );

const suppressions = async (token?: string) =>
  (await made(world.call('GET', world.path('/suppressions'), { token }), 200)).items;
const sentTo = async (to: string) => (await world.runner.outbox()).filter((sent) => sent.to === to);

test.each<[Name, string, string, string]>([
  ['email bounce', 'BouncePermanentGeneral', 'failed', 'returned'],
  ['email soft-bounce', 'BounceTransientMailboxFull', 'failed', 'returned'],
  ['email reject', 'Reject', 'failed', 'returned'],
  ['email complaint', 'Complaint', 'delivered', 'delivered'],
  ['email delay', 'DeliveryDelayMailboxFull', 'accepted', 'accepted'],
  ['sms undelivered', 'SmsPhoneUnavailable', 'failed', 'returned'],
  ['sms carrier-only', 'SmsWithCarrier', 'accepted', 'accepted'],
])('%s is told as %s, and leaves the delivery as %s', async (name, code, state, outcome) => {
  const message = await untilCode(name, code);

  expect(told(message)).toEqual([state, outcome]);
  const [attempt] = message.deliveries[0].attempts;
  expect(attempt.channel).toBe(name.split(' ')[0]);
  expect(Date.parse(attempt.answeredAt)).not.toBeNaN();
  expect(Object.values(attempt.words).join()).not.toContain('kvittens');
});

test.each<[Name]>([['email no-receipt'], ['sms no-receipt']])('%s stays accepted', async (name) => {
  const message = await until(name, ['accepted', 'accepted']);

  expect(message.deliveries[0].attempts[0].answeredAt).toBeNull();
});

test('an e-mail whose acceptance nobody heard of is delivered by its receipt, and goes out no second time', async () => {
  await until('email 500-after-accept', ['delivered', 'delivered']);
  await new Promise((resolve) => setTimeout(resolve, 6_000));

  expect(await sentTo(emailOf(emailFaults.indexOf('500-after-accept')))).toHaveLength(1);
});

test.each<[Name]>([['sms reset-after-accept'], ['sms 500-after-accept']])(
  '%s is unknown, and goes out once',
  async (name) => {
    await until(name, ['unknown', 'unknown']);

    const n = emailFaults.length + smsFaults.findIndex((fault) => `sms ${fault}` === name);
    expect(await sentTo(e164Of(n))).toHaveLength(1);
  },
);

test('what bounced or was complained about is suppressed for this client, shown, and lifted', async () => {
  const bounced = emailOf(emailFaults.indexOf('bounce'));
  const complained = emailOf(emailFaults.indexOf('complaint'));
  const { token: admin } = await world.addUser('clientAdmin');
  await untilCode('email bounce', 'BouncePermanentGeneral');
  await untilCode('email complaint', 'Complaint');

  const shown = await suppressions(admin);
  const toOperator = await suppressions(await world.operator());

  expect(shown.map(({ address, reason }: Json) => [address, reason]).toSorted()).toEqual([
    [bounced, 'bounce'],
    [complained, 'complaint'],
  ]);
  expect(toOperator.map(({ address }: Json) => address)).toEqual([null, null]);

  const { staffId } = taken.get('email bounce');
  const refused = await made(world.take({ staffId, matter: 'Igen' }));
  const [failed] = (await world.untilDone(refused.id)).deliveries;
  expect([failed.state, failed.attempts.at(-1).code]).toEqual(['failed', 'AddressSuppressed']);
  expect(await sentTo(bounced)).toHaveLength(1);

  const { id } = shown.find(({ address }: Json) => address === bounced);
  await made(world.call('DELETE', world.path(`/suppressions/${id}`), { token: admin }), 204);
  const again = await made(world.take({ staffId, matter: 'En gång till' }));
  expect((await world.untilDone(again.id)).deliveries[0].state).toBe('delivered');
});

test("another client's mail to the same address is not refused", async () => {
  const complained = emailOf(emailFaults.indexOf('complaint'));
  const other = await openWorld();
  await untilCode('email complaint', 'Complaint');
  const staffId = await other.addStaff({ name: 'Samma adress', emails: [{ address: complained }] });

  const message = await made(other.take({ staffId, matter: 'Ring mig' }));

  expect((await other.untilDone(message.id)).deliveries[0].state).toBe('delivered');
});

test("the addresses of SES's simulator do what they do there", async () => {
  const addresses = ['bounce', 'complaint', 'ooto', 'suppressionlist', 'success'].map(
    (name) => `${name}@simulator.amazonses.com`,
  );
  expectRecipients(...addresses);
  const messages: Json[] = [];
  for (const address of addresses) {
    const staffId = await world.addStaff({ name: address, emails: [{ address }] });
    messages.push(await made(world.take({ staffId, matter: 'Prov' })));
  }

  const ends = await Promise.all(messages.map(({ id }) => world.untilDone(id)));

  expect(ends.map(({ deliveries: [{ state }] }) => state)).toEqual([
    'failed',
    'delivered',
    'delivered',
    'failed',
    'delivered',
  ]);
});
