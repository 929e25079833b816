// Tests of how messages arrive, on the engine: to one person, by one step, gone after a day, and nobody's to look after.
import { beforeEach, describe, expect, test } from 'vitest';
import { noteDeadLetter } from '#attention/note-dead-letter.ts';
import { noteReceipt } from '#attention/note-receipt.ts';
import { dayAfter } from '#calendar/local-time.ts';
import { TESTS_PER_CLIENT_AND_DAY } from '#deliveries/day-counts.ts';
import type { Receipt } from '#deliveries/receipts.ts';
import { recordKeys } from '#shared/tables.ts';
import { delivering, ordersOf, refused } from '#test/support/delivering.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { loseNextAnswer } from '#test/support/faults.ts';
import { type Call, type Claims, codeOf } from '#test/support/http-call.ts';
import { COLLECTION, MESSAGE, type Taken } from '#test/support/messages-world.ts';
import { machine, portalPerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { ANNA_MAIL, ANNA_MOBILE, type StepsWorld, stepsWorld } from '#test/support/steps-world.ts';
import { sweeping } from '#test/support/sweeping.ts';

const ROUTE = 'POST /v1/clients/{clientId}/staff/{staffId}/test-message';

const engine = useEngine();
let world: StepsWorld;
let anna: string;

muteLogs('info', 'warn', 'error');
beforeEach(async () => {
  world = await stepsWorld(engine);
  anna = await world.planned();
});

const send = (staffId = anna, body: object = { urgency: 'normal' }, more: Partial<Call> = {}) =>
  world.call<Taken>(ROUTE, { claims: world.supervisor, params: { clientId: world.clientId, staffId }, body, ...more });
const hours = (count: number) => world.clock.advance(count * 3_600_000);
const texts = () => world.house.handed.map(({ text }) => text);

describe('a test', () => {
  test('is a message of fixed words to that person, by the first step, and says that it is one', async () => {
    const { status, body } = await send();

    expect(status).toBe(201);
    expect(body).toMatchObject({
      staffId: anna,
      copyTo: [],
      test: true,
      urgency: 'normal',
      caller: { name: null, phone: null },
      matter: 'Det här är ett test av hur dina meddelanden når dig. Ingen har ringt, och du behöver inte göra något.',
      takenBy: world.supervisor.username,
      expiresAt: '2026-11-24T08:00:00.000Z',
      deliveries: [{ staffId: anna, step: 1, channel: 'email', state: 'queued', address: ANNA_MAIL }],
    });
    expect((await world.read(body)).body).toEqual(body);
  });

  test('goes out with a subject that says so, and with nobody who called', async () => {
    await world.sendFirst((await send()).body);

    const [text = ''] = texts();
    expect(text.split('\n')[0]).toBe('Test: Nytt telefonmeddelande 09.00');
    expect(text).toContain('Ingen har ringt');
    expect(text).not.toContain('Okänd uppringare');
  });

  test('goes by the person’s language and by the plan of its urgency', async () => {
    const staffId = await world.somebody(
      { normal: [{ channels: ['email'] }], urgent: [{ channels: ['sms'], waitMinutes: 5 }] },
      { language: 'en' },
    );

    const { body } = await send(staffId, { urgency: 'urgent' });
    await world.sendFirst(body);

    expect(body.matter).toMatch(/^This is a test /);
    expect(body.deliveries).toMatchObject([{ channel: 'sms', address: ANNA_MOBILE }]);
    expect(texts()[0]).toMatch(/^TEST URGENT 09:00 to Anna-Karin Sjölund\nThis is a test /);
  });

  test('of somebody who gets notices alone is a notice that says so', async () => {
    const staffId = await world.somebody({ normal: [{ channels: ['sms'] }] }, { contentMode: 'notice' });

    await world.sendFirst((await send(staffId)).body);

    expect(texts()).toEqual([
      'Det här är ett test av hur dina meddelanden når dig. Ingen har ringt. https://portal.answeronline.example',
    ]);
  });

  test('waits for the end of quiet hours, as a message would', async () => {
    const quietHours = { from: '08:00', until: '17:00' };
    const staffId = await world.somebody({ normal: [{ channels: ['email'] }], urgent: [], quietHours });

    const normal = (await send(staffId)).body.deliveries;
    const urgent = (await send(staffId, { urgency: 'urgent' })).body.deliveries;

    expect([normal, urgent].map(([first]) => first?.state)).toEqual(['held', 'queued']);
  });

  test('is in the person’s list, and not among today’s calls at the desk', async () => {
    const { body } = await send();
    const real = await world.takeFor(anna);

    const params = { clientId: world.clientId };
    const list = { claims: world.supervisor, params, query: { staffId: anna } };
    const listed = await world.call<{ items: Taken[] }>(`GET ${COLLECTION}`, list);
    const desk = await world.directory<{ messages: Taken[] }>('GET /v1/clients/{clientId}/desk', {
      claims: world.operator,
      params,
    });

    expect(listed.body.items.map(({ id, test }) => [id, test])).toEqual(
      expect.arrayContaining([
        [body.id, true],
        [real.id, false],
      ]),
    );
    expect(desk.body.messages.map(({ id }) => id)).toEqual([real.id]);
  });

  test('takes no place among today’s calls: behind twenty-one tests the desk shows the call before them', async () => {
    const real = await world.takeFor(anna);
    for (let sent = 0; sent < 21; sent++) await send();

    const look = () =>
      world.directory<{ messages: Taken[] }>('GET /v1/clients/{clientId}/desk', {
        claims: world.operator,
        params: { clientId: world.clientId },
      });
    await look();
    const { result, tally } = await world.meter.measure(look);

    expect(result.body.messages.map(({ id }) => id)).toEqual([real.id]);
    expect(tally.requests).toEqual({ Query: 2, BatchGetItem: 1 });
  });

  test('is gone after a day, whatever the client’s retention: its time was over', async () => {
    const { body } = await send();
    hours(24);
    const shown = await world.read(body);

    const report = await sweeping(world).sweep();
    const swept = await world.read(body);

    expect(report).toMatchObject({ erased: 1, disagreeing: 0 });
    for (const answer of [shown, swept])
      expect(answer.body).toMatchObject({ code: 'erased', erasedAt: body.expiresAt, because: 'time' });
    const [row] = await rawItems(world, 'messageKeys');
    expect(row?.key).toBeUndefined();
  });

  test('lives a day by the clocks of Stockholm when they change', async () => {
    world.clock.moveTo(Date.parse('2027-03-27T12:00:00+01:00'));

    expect((await send()).body.expiresAt).toBe(`${dayAfter('2027-03-27')}T10:00:00.000Z`);
  });
});

describe('nobody is asked to look at it', () => {
  test('where it did not arrive: no further step, and no task', async () => {
    const { body } = await send(anna, { urgency: 'urgent' });
    world.house.answers.push(refused);
    await world.sendFirst(body);

    await world.minutesLater();
    await world.minutesLater(30);

    expect(await world.story(body)).toEqual([`1 ${ANNA_MAIL} failed`]);
    expect([await world.tasks(), await world.due()]).toEqual([[], []]);
  });

  test('where nobody could carry out its order', async () => {
    const { body } = await send();

    for (const { order } of ordersOf(body)) await noteDeadLetter(world.app, order);

    expect(await world.tasks()).toEqual([]);
  });

  test('where it came back after it had arrived', async () => {
    const { body } = await send();
    await world.sendFirst(body);
    const receipt = (code: Receipt['code']): Receipt => {
      const deliveryId = body.deliveries[0]?.id ?? '';
      const delivery = { messageId: body.id, deliveryId };
      return { code, providerId: `provider-${deliveryId}`, delivery, atMs: world.clock.nowMs() };
    };

    await noteReceipt(world.app, receipt('Delivery'), 1);
    await noteReceipt(world.app, receipt('BounceTransientMailboxFull'), 1);

    const { deliveries } = (await world.read(body)).body;
    expect(deliveries).toMatchObject([{ state: 'delivered', attempts: [{ outcome: 'returned' }] }]);
    expect(await world.tasks()).toEqual([]);
  });

  test('its SMS count against the cap of the day', async () => {
    const staffId = await world.somebody({ normal: [{ channels: ['sms'] }] });
    const capped = delivering(world, { capPerClientAndDay: 1 });
    const first = (await send(staffId)).body;
    const real = await world.takeFor(staffId);

    for (const order of [...ordersOf(first), ...ordersOf(real)]) await capped.send(order);

    expect(capped.handed.map(({ deliveryId }) => deliveryId)).toEqual([first.deliveries[0]?.id]);
  });
});

describe('who may', () => {
  test('supervisors, the client’s admins and the person alone', async () => {
    const { clientId, bo } = world;
    const people: Claims[] = [
      world.supervisor,
      await portalPerson(world, clientId, 'clientAdmin'),
      await portalPerson(world, clientId, 'staffMember', anna),
      await portalPerson(world, clientId, 'staffMember', bo),
      world.operator,
      await machine(world, [clientId]),
    ];

    const answers = await Promise.all(people.map((claims) => send(anna, {}, { claims })));

    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 403, 403, 403]);
  });

  test('is told the address only where the reader may see it', async () => {
    const claims = await portalPerson(world, world.clientId, 'staffMember', anna);

    const { body } = await send(anna, {}, { claims });

    expect(body.deliveries).toMatchObject([{ address: ANNA_MAIL }]);
    const seen = await world.call<Taken>(`GET ${MESSAGE}`, {
      claims: world.operator,
      params: { clientId: world.clientId, messageId: body.id },
    });
    expect(seen.body.deliveries).toMatchObject([{ address: null }]);
  });
});

describe('it is refused', () => {
  test('where nothing reaches the person, with a pointer to them', async () => {
    const bare = (await world.aClient({ generalInbox: null })).body.id;
    const staffId = (await world.aStaffMember(bare, { emails: [], phones: [], delivery: {} })).body.id;

    const answer = await world.call<Taken>(ROUTE, {
      claims: world.supervisor,
      params: { clientId: bare, staffId },
      body: {},
    });

    expect([answer.status, codeOf(answer), answer.body.errors?.map(({ pointer }) => pointer)]).toEqual([
      422,
      'no-usable-address',
      ['params/staffId'],
    ]);
  });

  test('where nobody is there, or any more', async () => {
    const params = { clientId: world.clientId, staffId: anna };
    const missing = await send('stf_00000000000000000000000000');
    await world.directory('DELETE /v1/clients/{clientId}/staff/{staffId}', { claims: world.supervisor, params });

    const gone = await send();

    expect([missing.status, gone.status, gone.body.because]).toEqual([404, 410, 'request']);
  });
});

describe('sent twice with one key', () => {
  test('it is one test, also at once; to another person or by another plan it is refused', async () => {
    const key = { idempotencyKey: 'one' };
    const answers = await Promise.all([send(anna, {}, key), send(anna, {}, key), send(anna, {}, key)]);

    const other = await send(world.bo, {}, key);
    const urgent = await send(anna, { urgency: 'urgent' }, key);

    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect([codeOf(other), codeOf(urgent)]).toEqual(['idempotency-mismatch', 'idempotency-mismatch']);
  });
});

describe('of one client there are a hundred a day', () => {
  const count = (tests: number) =>
    world.app.db.commit([
      {
        table: 'records',
        put: { ...recordKeys.smsCount(world.clientId, '2026-11-23'), kind: 'smsCount', sent: 7, tests, ttl: 2e9 },
      },
    ]);
  const rows = async () => (await rawItems(world, 'records')).filter(({ kind }) => kind === 'smsCount');

  test('the next one is refused, and nothing of it is written; on the next day there are others', async () => {
    await count(TESTS_PER_CLIENT_AND_DAY - 1);
    const last = await send();
    const before = (await rawItems(world, 'records')).length;

    const refused = await send();

    expect([last.status, refused.status, codeOf(refused)]).toEqual([201, 409, 'too-many-tests']);
    expect((await rawItems(world, 'records')).length).toBe(before);
    expect(await rows()).toMatchObject([{ sent: 7, tests: TESTS_PER_CLIENT_AND_DAY }]);
    hours(24);
    expect((await send()).status).toBe(201);
  });

  test('one that was sent is answered again', async () => {
    await count(TESTS_PER_CLIENT_AND_DAY - 1);
    const key = { idempotencyKey: 'one' };
    const first = await send(anna, {}, key);

    const again = await send(anna, {}, key);

    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    expect(await rows()).toMatchObject([{ tests: TESTS_PER_CLIENT_AND_DAY }]);
  });
});

test('whose first answer was lost is one test, and counted once', async () => {
  loseNextAnswer(world.client, 'TransactWriteItemsCommand');

  const { status, body } = await send(anna, {}, { idempotencyKey: 'one' });

  const items = await rawItems(world, 'records');
  expect([status, items.filter(({ kind }) => kind === 'message').map(({ sk }) => sk)]).toEqual([201, [body.id]]);
  expect(items.filter(({ kind }) => kind === 'smsCount')).toMatchObject([{ tests: 1 }]);
});

test('costs a message and its count: one read request of 5 units and one transaction of 17', async () => {
  const staffId = await world.somebody({ normal: [{ channels: ['email', 'sms'] }] });

  const { tally } = await world.meter.measure(() => send(staffId, {}, { idempotencyKey: 'one' }));

  expect(tally).toEqual({
    requests: { BatchGetItem: 1, TransactWriteItems: 1 },
    readUnits: 5,
    writeUnits: 17,
  });
});
