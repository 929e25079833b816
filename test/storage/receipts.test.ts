// Receipts on the engine: what each moves, suppresses, closes and opens, in any order, twice, late, and half-way.
import { beforeEach, describe, expect, test } from 'vitest';
import { noteReceipt } from '#attention/note-receipt.ts';
import type { Task } from '#attention/schema.ts';
import { newTask } from '#attention/store.ts';
import type { ReceiptCode } from '#deliveries/outcomes.ts';
import { pointToDelivery } from '#deliveries/receipt-pointer.ts';
import { toReceipt } from '#deliveries/receipts.ts';
import type { ChannelOrder } from '#deliveries/topics.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { type Delivering, ordersOf, silent } from '#test/support/delivering.ts';
import { type DeliveryWorld, deliveryWorld, muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { rawItems, rawText } from '#test/support/raw-items.ts';
import { runAs } from '#test/support/under-grants.ts';

const engine = useEngine();
let world: DeliveryWorld;
let house: Delivering;
let email: ChannelOrder;
let sms: ChannelOrder;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await deliveryWorld(engine);
  ({ house, email, sms } = world);
});

const providerIdOf = ({ order }: ChannelOrder) => `provider-${order.deliveryId}`;

/** As the rules of EventBridge, and forward-sms-receipts, put them into the queue. */
const bodyOf = (to: ChannelOrder, code: ReceiptCode, more: object = {}) => {
  const [, event, type, subType] =
    /^(Delivery|Bounce|Complaint|Reject)(Permanent|Transient|Undetermined)?(\w+)?$/.exec(code) ?? [];
  return to.channel === 'sms'
    ? { code, providerId: providerIdOf(to), atMs: world.clock.nowMs() }
    : {
        event,
        message: [to.order.messageId],
        delivery: [to.order.deliveryId],
        providerId: providerIdOf(to),
        at: '2026-11-23T08:00:01Z',
        ...(type && { type, subType }),
        ...more,
      };
};
const note = (to: ChannelOrder, code: ReceiptCode, timesReceived = 1) =>
  runAs('note-receipts', () => noteReceipt(world.app, toReceipt(bodyOf(to, code)), timesReceived));

const itemOf = async ({ order }: ChannelOrder) =>
  (await rawItems(world, 'records')).find(({ sk }) => sk === order.deliveryId);
const tasks = async (): Promise<Task[]> => {
  const pages = await Promise.all(
    ['open', 'done'].map((state) =>
      world.call<{ items: Task[] }>('GET /v1/attention', { claims: world.operator, query: { state } }),
    ),
  );
  return pages.flatMap(({ body }) => body.items);
};
const aTask = async (to: ChannelOrder) => {
  const item = await itemOf(to);
  const [keyId, expiresAt] = [item?.keyId as string, item?.expiresAt as number];
  const delivery = { ...to.order, id: to.order.deliveryId, keyId, expiresAt };
  await world.app.db.commit([newTask({ reason: 'restored', createdAtMs: world.clock.nowMs(), delivery })]);
};
const suppressedRows = async () => (await rawItems(world, 'records')).filter(({ kind }) => kind === 'suppression');

describe('what was delivered', () => {
  test('is delivered with when and by whom, an SMS by way of its pointer', async () => {
    await house.send(email);
    await house.send(sms);

    await note(email, 'Delivery');
    await note(sms, 'SmsDelivered');

    expect(await world.states()).toEqual(['delivered', 'delivered']);
    expect((await world.deliveries()).map(({ attempts }) => attempts[0])).toMatchObject([
      { channel: 'email', outcome: 'delivered', code: 'Delivery', answeredAt: '2026-11-23T08:00:01.000Z' },
      { channel: 'sms', outcome: 'delivered', words: { sv: 'Telefonen har tagit emot det' } },
    ]);
  });

  test('costs one read, one update, and a read of the task; an SMS one read more', async () => {
    await house.send(email);
    await house.send(sms);

    const first = await world.meter.measure(() => note(email, 'Delivery'));
    const second = await world.meter.measure(() => note(sms, 'SmsDelivered'));
    const again = await world.meter.measure(() => note(email, 'Delivery'));

    expect(first.tally.requests).toEqual({ BatchGetItem: 2, UpdateItem: 1 });
    expect(second.tally.requests).toEqual({ BatchGetItem: 3, UpdateItem: 1 });
    expect(again.tally.requests).toEqual({ BatchGetItem: 2 });
  });

  test('while the sender still waits for the answer is not written over by it', async () => {
    house.meanwhile = () => note(email, 'Delivery');

    const result = await house.send(email);

    expect(result).toEqual({});
    expect(await world.outcomesOf(email)).toEqual(['delivered Delivery']);
    expect((await itemOf(email))?.duePk).toBeUndefined();
  });

  test('is not sent again where the answer was lost', async () => {
    house.answers.push(silent);
    const { againAfterSeconds } = await house.send(email);
    await note(email, 'Delivery');
    world.clock.advance(5_000);

    await house.send(email);

    expect(againAfterSeconds).toBe(5);
    expect(house.handed).toHaveLength(1);
    expect((await world.states())[0]).toBe('delivered');
  });

  test('twenty times at once is one delivery', async () => {
    await house.send(email);

    await Promise.all(Array.from({ length: 20 }, () => note(email, 'Delivery')));

    expect(await world.outcomesOf(email)).toEqual(['delivered Delivery']);
  });
});

describe('a receipt that is not to be found', () => {
  test('comes again three times, and is dropped', async () => {
    const results = [];
    for (let times = 1; times <= 4; times++) results.push(await note(sms, 'SmsDelivered', times));

    expect(results).toEqual([{ againAfterSeconds: 5 }, { againAfterSeconds: 60 }, { againAfterSeconds: 300 }, {}]);
  });

  test('because the message is erased, or its time over, is a quiet end', async () => {
    await house.send(email);
    await world.erase(world.message);

    expect(await note(email, 'BouncePermanentGeneral')).toEqual({});
    expect(await suppressedRows()).toEqual([]);
  });

  test.each([
    ['an address', { providerId: 'anna@nordvik.example' }],
    ['two deliveries', { delivery: ['dlv_00000000000000000000000000', 'dlv_00000000000000000000000001'] }],
    ['more than is asked for', { destination: 'anna@nordvik.example' }],
  ])('nor to be read, with %s in it, is refused', (_, more) => {
    expect(() => toReceipt(bodyOf(email, 'Delivery', more))).toThrow();
  });
});

describe('what has come back', () => {
  test('has failed, is due at once, and is let go by the tick', async () => {
    await house.send(email);

    await note(email, 'BounceTransientMailboxFull');
    const due = await itemOf(email);
    await house.tick();

    expect((await world.deliveries())[0]).toMatchObject({ state: 'failed', attempts: [{ outcome: 'returned' }] });
    expect(due).toMatchObject({ duePk: 'DUE', dueAt: world.clock.nowMs() });
    expect((await itemOf(email))?.duePk).toBeUndefined();
    expect(house.orders).toEqual([]);
  });

  test('after it was delivered makes one task, which stays closed once a person has closed it', async () => {
    await house.send(email);
    await note(email, 'Delivery');

    await note(email, 'BounceTransientMailboxFull');
    await note(email, 'BounceTransientMailboxFull');
    const [made, ...others] = await tasks();
    await world.call('PATCH /v1/attention/{taskId}', {
      claims: world.operator,
      params: { taskId: made?.id ?? '' },
      body: { state: 'done' },
    });
    await note(email, 'BounceTransientMailboxFull');

    expect([made, others]).toMatchObject([{ reason: 'returnedLater', deliveryId: email.order.deliveryId }, []]);
    expect((await tasks()).map(({ state, reason }) => [state, reason])).toEqual([['done', 'returnedLater']]);
    expect((await world.states())[0]).toBe('delivered');
  });

  test('as what may be an automatic reply makes no task', async () => {
    await house.send(email);
    await note(email, 'Delivery');

    await note(email, 'BounceTransientGeneral');

    expect(await tasks()).toEqual([]);
  });
});

describe('a late receipt of what nobody knew', () => {
  test('makes it delivered, and closes its task', async () => {
    house.answers.push(silent);
    await house.send(sms);
    await aTask(sms);
    // The row that SNS's id points by was not written: as if the answer had come after all.
    await pointToDelivery(world.app, providerIdOf(sms), sms.order);

    await note(sms, 'SmsDelivered');

    expect((await world.states())[1]).toBe('delivered');
    expect(await tasks()).toMatchObject([{ state: 'done', done: { by: 'receipt' } }]);
  });

  test('that comes back is failed, and its task stays', async () => {
    house.answers.push(silent);
    await house.send(email);
    await aTask(email);

    await note(email, 'BouncePermanentGeneral');

    expect((await world.states())[0]).toBe('failed');
    expect(await tasks()).toMatchObject([{ state: 'open', done: null }]);
  });

  test('closes the task again where the process died before it could', async () => {
    await house.send(email);
    await note(email, 'Delivery');
    await aTask(email);

    await note(email, 'Delivery');

    expect(await tasks()).toMatchObject([{ state: 'done', done: { by: 'receipt' } }]);
  });
});

describe('an address that bounced', () => {
  const LIST = 'GET /v1/clients/{clientId}/suppressions';
  interface Suppression {
    id: string;
    address: string | null;
    staffId: string | null;
    reason: string;
  }
  const listed = async (claims = world.supervisor) =>
    (await world.call<{ items: Suppression[] }>(LIST, { claims, params: { clientId: world.clientId } })).body.items;

  beforeEach(async () => {
    await house.send(email);
    await note(email, 'BouncePermanentNoEmail');
  });

  test('is sent nothing more for this client, at the cost of one read unit more', async () => {
    world.message = await world.takeAnother();
    const [next] = world.message.deliveries;
    const order = { ...email.order, messageId: world.message.id, deliveryId: next?.id ?? '' };

    const { tally } = await world.meter.measure(() => house.send({ channel: 'email', order }));

    expect(tally.requests).toEqual({ UpdateItem: 2, BatchGetItem: 1 });
    expect(house.handed).toHaveLength(1);
    expect((await world.deliveries())[0]).toMatchObject({
      state: 'failed',
      attempts: [{ code: 'AddressSuppressed', words: { sv: 'Adressen är spärrad' } }],
    });
  });

  test('is shown with whose it is, without the address to operators, and stands nowhere in the open', async () => {
    expect(await listed()).toMatchObject([
      { address: 'anna-karin@nordvik.example', staffId: world.staffId, reason: 'bounce', channel: 'email' },
    ]);
    expect((await listed(world.operator)).map(({ address }) => address)).toEqual([null]);
    expect(rawText(await suppressedRows())).not.toContain('nordvik');
  });

  test('is sent to again when that is lifted, and the row is gone', async () => {
    const [{ id }] = (await listed()) as [Suppression];

    const params = { clientId: world.clientId, suppressionId: id };
    const route = 'DELETE /v1/clients/{clientId}/suppressions/{suppressionId}';
    const lifted = [
      await world.call(route, { claims: world.supervisor, params }),
      await world.call(route, { claims: world.supervisor, params }),
    ];

    expect(lifted.map(({ status }) => status)).toEqual([204, 204]);
    expect(await suppressedRows()).toEqual([]);
  });

  test('is written down once, however often and at the same time it is told', async () => {
    await Promise.all(Array.from({ length: 4 }, () => note(email, 'BouncePermanentNoEmail')));
    await note(email, 'Complaint');

    expect(await listed()).toHaveLength(1);
  });

  test('goes with the staff member, and nothing comes back after that', async () => {
    const params = { clientId: world.clientId, staffId: world.staffId };
    await world.directory('DELETE /v1/clients/{clientId}/staff/{staffId}', { claims: world.supervisor, params });

    await note(email, 'Complaint');

    expect(await suppressedRows()).toEqual([]);
  });
});

test('an address of the general inbox is suppressed for the inbox, and nobody in particular', async () => {
  const inbox = { emails: ['vaxel@kvarngardet.example'], phones: [] };
  const clientId = (await world.aClient({ generalInbox: inbox })).body.id;
  const [first, second] = [(await world.take(clientId)).body, (await world.take(clientId)).body];
  const [one, other] = [first, second].flatMap(ordersOf) as [ChannelOrder, ChannelOrder];
  await house.send(one);
  await note(one, 'BouncePermanentGeneral');

  await house.send(other);

  const { body } = await world.call<{ items: object[] }>('GET /v1/clients/{clientId}/suppressions', {
    claims: world.supervisor,
    params: { clientId },
  });
  expect(body.items).toMatchObject([{ staffId: null, address: 'vaxel@kvarngardet.example' }]);
  expect((await world.read(second)).body.deliveries).toMatchObject([
    { state: 'failed', attempts: [{ code: 'AddressSuppressed' }] },
  ]);
});

/** What stands at the end, but for what is told by a clock that goes on. */
const ending = async () => ({
  outcomes: await world.outcomesOf(email),
  states: await world.states(),
  tasks: (await tasks()).map(({ state, reason }) => [state, reason]),
  suppressed: (await suppressedRows()).length,
});

test.each<[string, () => Promise<unknown>, ReceiptCode]>([
  ['a bounce', () => house.send(email), 'BouncePermanentNoEmail'],
  [
    'a bounce of what was delivered',
    async () => {
      await house.send(email);
      await note(email, 'Delivery');
    },
    'BouncePermanentNoEmail',
  ],
  [
    'a late delivery with a task',
    async () => {
      house.answers.push(silent);
      await house.send(email);
      await aTask(email);
    },
    'Delivery',
  ],
])('a process that dies at any point of %s is made good by the receipt that comes again', async (_, arrange, code) => {
  await arrange();
  await note(email, code);
  const whole = await ending();
  let died = 0;
  for (let at = 1; ; at++) {
    world = await deliveryWorld(engine);
    ({ house, email, sms } = world);
    const crashes = new CrashPoints();
    crashes.watch(world.client);
    await arrange();

    crashes.arm(at);
    await note(email, code).catch(() => {});
    if (crashes.passed < at) break;
    died += 1;
    crashes.arm();
    await note(email, code);

    expect([at, await ending()]).toEqual([at, whole]);
  }
  expect(died).toBeGreaterThanOrEqual(4);
});
