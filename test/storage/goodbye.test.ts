// After a person has been erased, on the engine: whatever named them leads to the replacement, or to the general inbox.
import { beforeEach, describe, expect, test } from 'vitest';
import type { StaffErasurePreview } from '#staff/schema.ts';
import { refused } from '#test/support/delivering.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { MESSAGE, type Taken } from '#test/support/messages-world.ts';
import { portalPerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { ANNA_MAIL, BO_MAIL, INBOX, type StepsWorld, stepsWorld } from '#test/support/steps-world.ts';

const MEMBER = '/v1/clients/{clientId}/staff/{staffId}';
const CIA_MAIL = 'cia@nordvik.example';

const engine = useEngine();
let world: StepsWorld;
let anna: string;
let cia: string;

muteLogs('info', 'warn');
beforeEach(async () => {
  world = await stepsWorld(engine);
  anna = await world.planned();
  cia = await named('Cia Dal', CIA_MAIL);
});

const named = (name: string, address: string, delivery = {}) =>
  world.somebody(
    { normal: [], urgent: [], quietHours: null, ...delivery },
    { name, phones: [], emails: [{ label: null, address }] },
  );
const fail = (times: number) => world.house.answers.push(...Array(times).fill(refused));
const goodbye = async (staffId: string, replacement?: string) => {
  const { status } = await world.directory(`DELETE ${MEMBER}`, {
    claims: world.supervisor,
    params: { clientId: world.clientId, staffId },
    ...(replacement && { query: { replacement } }),
  });
  expect(status).toBe(204);
};
const amend = (message: Taken, route: string, body: object) =>
  world.call<Taken>(`POST ${MESSAGE}/${route}`, {
    claims: world.operator,
    params: { clientId: world.clientId, messageId: message.id },
    body,
  });
const addresses = ({ deliveries }: Pick<Taken, 'deliveries'>) => deliveries.map(({ address }) => address);
const seenBy = async (message: Taken, staffId: string) => {
  const claims = await portalPerson(world, world.clientId, 'staffMember', staffId);
  const list = await world.call<{ items: Taken[] }>('GET /v1/clients/{clientId}/messages', {
    claims,
    params: { clientId: world.clientId },
  });
  return [(await world.read(message, { claims })).status, list.body.items.length];
};

describe('a message that is taken', () => {
  test('for them is the replacement’s, by their plan, and the reply says so', async () => {
    await goodbye(anna, cia);

    const message = await world.takeFor(anna);
    const { deliveries } = (await world.read(message)).body;

    expect([message.staffId, message.copyTo]).toEqual([cia, []]);
    expect(deliveries.map(({ staffId, address }) => [staffId, address])).toEqual([[cia, CIA_MAIL]]);
    expect(await seenBy(message, cia)).toEqual([200, 1]);
  });

  test('for them without a replacement goes to the general inbox, for nobody in particular', async () => {
    await goodbye(anna);

    const message = await world.takeFor(anna);

    expect(message.staffId).toBeNull();
    expect(addresses((await world.read(message)).body)).toEqual([INBOX]);
  });

  test('with copies to them gives the copy to the replacement, once, whoever else is named', async () => {
    await goodbye(anna, cia);

    const copied = await world.takeFor(world.bo, { copyTo: [anna, cia] });
    const both = await world.takeFor(cia, { copyTo: [anna] });

    expect([copied.staffId, copied.copyTo]).toEqual([world.bo, [cia]]);
    expect(addresses((await world.read(copied)).body)).toEqual([BO_MAIL, CIA_MAIL]);
    expect([both.staffId, both.copyTo, both.deliveries.length]).toEqual([cia, [], 1]);
  });

  test('with copies to them without a replacement gives the copy to the general inbox', async () => {
    await goodbye(anna);

    const message = await world.takeFor(world.bo, { copyTo: [anna] });

    expect([message.staffId, message.copyTo]).toEqual([world.bo, []]);
    expect(addresses((await world.read(message)).body).toSorted()).toEqual([BO_MAIL, INBOX].toSorted());
  });

  test('is refused, with a pointer, where there is neither a replacement nor a general inbox', async () => {
    const without = (await world.aClient({ generalInbox: null })).body.id;
    const gone = (await world.aStaffMember(without)).body.id;
    const stays = (await world.aStaffMember(without)).body.id;
    await world.directory(`DELETE ${MEMBER}`, {
      claims: world.supervisor,
      params: { clientId: without, staffId: gone },
    });

    const first = await world.take(without, { staffId: gone });
    const copied = await world.take(without, { staffId: stays, copyTo: [gone] });

    expect([first, copied].map(({ body }) => [body.code, body.errors?.map(({ pointer }) => pointer)])).toEqual([
      ['no-usable-address', ['/staffId']],
      ['no-usable-address', ['/copyTo/0']],
    ]);
  });

  test('costs two reads more, and only then', async () => {
    await goodbye(anna, cia);

    const stays = await world.meter.measure(() => world.takeFor(cia));
    const gone = await world.meter.measure(() => world.takeFor(anna));

    expect(stays.tally.requests).toEqual({ BatchGetItem: 1, TransactWriteItems: 1 });
    expect(gone.tally.requests).toEqual({ BatchGetItem: 3, TransactWriteItems: 1 });
    expect(gone.tally.readUnits - stays.tally.readUnits).toBe(4);
  });

  test('is the same when the post is repeated, also across the erasure', async () => {
    const post = () => world.take(world.clientId, { staffId: anna }, { idempotencyKey: 'same' });
    const before = await post();
    await goodbye(anna, cia);

    const after = await post();

    expect([after.status, after.body.id, after.body.staffId]).toEqual([201, before.body.id, anna]);
  });
});

describe('a step that names them in the plan of a colleague', () => {
  const planTo = (staffId: string) =>
    named('Dan Ek', 'dan@nordvik.example', { normal: [{ channels: ['email' as const], to: { staffId } }] });

  test('goes to the replacement, who reads it', async () => {
    const dan = await planTo(anna);
    await goodbye(anna, cia);

    const message = await world.takeFor(dan);

    expect(addresses((await world.read(message)).body)).toEqual([CIA_MAIL]);
    expect(await seenBy(message, cia)).toEqual([200, 1]);
    expect(message.staffId).toBe(dan);
  });

  test('goes to the general inbox without one', async () => {
    const dan = await planTo(anna);
    await goodbye(anna);

    expect(addresses((await world.read(await world.takeFor(dan))).body)).toEqual([INBOX]);
  });

  test('may be saved as it stands, though they are gone; in another plan they may not be named any more', async () => {
    const dan = await planTo(anna);
    await goodbye(anna, cia);
    const save = (staffId: string) =>
      world.directory(`PATCH ${MEMBER}`, {
        claims: world.supervisor,
        params: { clientId: world.clientId, staffId },
        ifMatch: '"1"',
        body: { delivery: { normal: [{ channels: ['email'], to: { staffId: anna } }] } },
      });

    expect([(await save(dan)).status, (await save(world.bo)).status]).toEqual([200, 400]);
    expect(addresses((await world.read(await world.takeFor(dan))).body)).toEqual([CIA_MAIL]);
  });

  test('comes to the person where they are the replacement', async () => {
    const dan = await planTo(anna);
    await goodbye(anna, dan);

    expect(addresses((await world.read(await world.takeFor(dan))).body)).toEqual(['dan@nordvik.example']);
  });

  test('that waits already for them is taken once more, for the replacement', async () => {
    const dan = await planTo(anna);
    const message = await world.takeFor(dan);
    await goodbye(anna, cia);
    await world.sendFirst(message);

    await world.minutesLater();

    expect(await world.story(message)).toEqual(['1 null failed', `1 ${CIA_MAIL} accepted`]);
    expect([await world.tasks(), await world.due()]).toEqual([[], []]);
  });
});

describe('a message that is on its way to them', () => {
  test('goes on by the plan of the replacement, step by step, and is theirs', async () => {
    const steps = [{ channels: ['email' as const] }, { channels: ['email' as const], to: { staffId: world.bo } }];
    const eva = await named('Eva Ek', 'eva@nordvik.example', { normal: steps });
    const message = await world.takeFor(anna, { copyTo: [cia] });
    await goodbye(anna, eva);
    await world.sendFirst(message);
    fail(1);
    await world.minutesLater();
    await world.minutesLater();

    const { body } = await world.read(message);

    expect(await world.story(message)).toEqual([
      '1 null failed',
      `1 ${CIA_MAIL} accepted`,
      '1 eva@nordvik.example failed',
      `2 ${BO_MAIL} accepted`,
    ]);
    expect([body.staffId, body.copyTo]).toEqual([eva, [cia]]);
    expect([await seenBy(message, eva), await seenBy(message, anna)]).toEqual([
      [200, 1],
      [404, 0],
    ]);
    expect([await world.tasks(), await world.due()]).toEqual([[], []]);
  });

  test('as a copy becomes a copy of the replacement', async () => {
    const message = await world.takeFor(world.bo, { copyTo: [anna] });
    await goodbye(anna, cia);
    await world.sendFirst(message);
    await world.minutesLater();

    const { body } = await world.read(message);

    expect([body.staffId, body.copyTo]).toEqual([world.bo, [cia]]);
    expect((await world.story(message)).at(-1)).toBe(`1 ${CIA_MAIL} accepted`);
  });

  test('is at its end when the replacement reads it', async () => {
    const message = await world.takeFor(anna, { urgency: 'urgent' });
    await goodbye(anna, cia);
    await world.sendFirst(message);
    await world.minutesLater();
    await world.mark(message, { read: true }, await portalPerson(world, world.clientId, 'staffMember', cia));

    await world.minutesLater(60);

    expect([await world.tasks(), await world.due()]).toEqual([[], []]);
    expect((await world.story(message)).at(-1)).toContain(CIA_MAIL);
  });

  test('goes on to the next one where the replacement is erased in turn', async () => {
    const message = await world.takeFor(anna);
    await goodbye(anna, cia);
    await world.sendFirst(message);
    await goodbye(cia, world.bo);
    await world.minutesLater();

    expect(await world.story(message)).toEqual(['1 null failed', `1 ${BO_MAIL} accepted`]);
    expect((await world.read(message)).body.staffId).toBe(world.bo);
  });

  test('is not sent to the general inbox once more where a step of theirs went there', async () => {
    const inboxFirst = await named('Eva Ek', 'eva@nordvik.example', {
      normal: [{ channels: ['email' as const], to: 'generalInbox' as const }, { channels: ['email' as const] }],
    });
    const message = await world.takeFor(inboxFirst);
    await goodbye(inboxFirst);
    fail(1);
    await world.sendFirst(message);

    await world.minutesLater();

    expect(await world.story(message)).toEqual([`1 ${INBOX} failed`]);
    expect(await world.tasks()).toMatchObject([{ reason: 'notDelivered' }]);
  });

  test('can be taken back from the replacement', async () => {
    const message = await world.takeFor(anna);
    await goodbye(anna, cia);
    await world.sendFirst(message);
    await world.minutesLater();

    const { status, body } = await amend(message, 'misdirected', { staffId: world.bo });

    expect([status, body.staffId]).toEqual([201, world.bo]);
    expect(await seenBy(message, cia)).toEqual([404, 0]);
  });
});

describe('by hand', () => {
  test('a message is forwarded to the replacement, or to the general inbox', async () => {
    const message = await world.takeFor(world.bo);
    await goodbye(anna, cia);
    const eva = await world.somebody();
    await goodbye(eva);

    const toCia = await amend(message, 'deliveries', { staffId: anna });
    const toInbox = await amend(message, 'deliveries', { staffId: eva });

    expect([toCia.status, toCia.body.copyTo]).toEqual([201, [cia]]);
    expect(addresses((await world.read(message)).body).slice(1)).toEqual([CIA_MAIL, INBOX]);
    expect(toInbox.status).toBe(201);
  });

  test('a message that was not for somebody is given to the replacement of whom it was for', async () => {
    const message = await world.takeFor(world.bo);
    await goodbye(anna, cia);

    const { status, body } = await amend(message, 'misdirected', { staffId: anna });

    expect([status, body.staffId]).toEqual([201, cia]);
  });
});

describe('the preview', () => {
  const preview = (staffId: string, claims = world.supervisor) =>
    world.directory<StaffErasurePreview & { code?: string }>(`GET ${MEMBER}/erasure`, {
      claims,
      params: { clientId: world.clientId, staffId },
    });

  test('says who names the person, and what is on its way', async () => {
    await portalPerson(world, world.clientId, 'staffMember', world.bo);
    const dan = await named('Dan Ek', 'dan@nordvik.example', {
      urgent: [{ channels: ['email' as const], to: { staffId: world.bo } }],
    });
    const handled = await world.takeFor(world.bo);
    await world.mark(handled, { handled: true });
    await world.takeFor(world.bo);
    await world.takeFor(cia, { copyTo: [world.bo] });
    await world.takeFor(dan, { urgency: 'urgent' });

    const { status, body } = await preview(world.bo);

    expect(status).toBe(200);
    expect({ ...body, plans: undefined }).toEqual({
      plans: undefined,
      absences: [],
      alternative: false,
      generalInbox: true,
      openMessages: 2,
      waitingDeliveries: 4,
      more: false,
      users: 1,
    });
    expect(body.plans.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
      { staffId: anna, name: 'Anna-Karin Sjölund', urgencies: ['normal', 'urgent'] },
      { staffId: dan, name: 'Dan Ek', urgencies: ['urgent'] },
    ]);
  });

  test('says whose absences name the person, and whether the client does; both may be saved so afterwards', async () => {
    const claims = world.supervisor;
    const { clientId } = world;
    const absence = { reason: 'meeting', until: '2026-11-23T12:00:00Z', colleagues: [cia] };
    const away = { claims, params: { clientId, staffId: world.bo } };
    await world.directory(`PUT ${MEMBER}/absence`, { ...away, body: absence });
    const answering = { claims, params: { clientId } };
    const name = (ifMatch: string) =>
      world.directory('PATCH /v1/clients/{clientId}/answering', {
        ...answering,
        ifMatch,
        body: { alternatives: [cia] },
      });
    await name('"0"');

    const { body } = await preview(cia);
    await goodbye(cia, anna);
    const again = await name('"1"');

    expect(body).toMatchObject({ absences: [{ staffId: world.bo, name: 'Bo Ek' }], alternative: true, plans: [] });
    expect(again.status).toBe(200);
  });

  test('costs queries of register, keys, members and inbox, and batch reads of messages and deliveries', async () => {
    await world.takeFor(cia);

    const { tally } = await world.meter.measure(() => preview(cia));

    expect(tally).toMatchObject({ requests: { BatchGetItem: 3, Query: 4 }, writeUnits: 0 });
  });

  test('puts protected colleagues whom it names on record', async () => {
    const hidden = await world.somebody(
      { normal: [{ channels: ['email' as const], to: { staffId: cia } }], urgent: [], quietHours: null },
      { protected: true },
    );

    await preview(cia);

    const rows = (await rawItems(world, 'records')).filter(({ act }) => act === 'previewStaffErasure');
    expect(rows.map(({ recordId }) => recordId)).toEqual([hidden]);
  });

  test('of somebody whom nothing names is empty, and 410 afterwards', async () => {
    const before = await preview(cia);
    await goodbye(cia);

    expect(before.body).toMatchObject({ plans: [], openMessages: 0, waitingDeliveries: 0, users: 0 });
    expect((await preview(cia)).status).toBe(410);
  });

  test('is not for whoever may not erase', async () => {
    const answers = [
      await preview(cia, world.operator),
      await preview(cia, await portalPerson(world, world.clientId, 'staffMember', anna)),
    ];

    expect(answers.map(({ status }) => status)).toEqual([403, 403]);
  });

  test('counts the newest hundred messages, and says that there are more', async () => {
    for (let n = 0; n < 101; n++) await world.takeFor(cia);

    const { body } = await preview(cia);

    expect([body.openMessages, body.waitingDeliveries, body.more]).toEqual([100, 100, true]);
  });
});

test('what was delivered already stays as it was, without the address', async () => {
  const message = await world.takeFor(anna);
  await world.sendFirst(message);
  const before = await world.story(message);
  await goodbye(anna, cia);
  await world.minutesLater();

  expect(before).toEqual([`1 ${ANNA_MAIL} accepted`]);
  expect(await world.story(message)).toEqual(['1 null accepted']);
  expect((await world.read(message)).body.staffId).toBe(anna);
});
