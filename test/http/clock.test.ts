// What time does, on a runner of its own: quiet hours end, messages expire, and neither waits for a sweeper.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type HttpWorld, type Json, made, openWorld } from '#test/support/http-world.ts';
import { untilQuiet } from '#test/support/outbox-guard.ts';
import { startRunner, type TestRunner } from '#test/support/runner.ts';

let runner: TestRunner;
let world: HttpWorld;
let staffId: string;

beforeAll(async () => {
  runner = await startRunner();
  world = await openWorld({}, runner);
  staffId = await world.addStaff({ name: 'Disa', emails: [{ address: 'disa@kvarngardet.example' }] });
});

afterAll(() => runner.stop());

const read = (message: Json) => world.call('GET', world.path(`/messages/${message.id}?why=fault`));
const listed = async (query = '') =>
  (await made(world.call('GET', world.path(`/messages?limit=100&why=fault${query}`)), 200)).items.map(
    ({ id }: Json) => id,
  );
const later = (instant: string, ms: number) => new Date(Date.parse(instant) + ms).toISOString();

describe('quiet hours', () => {
  const delivery = {
    normal: [{ channels: ['email', 'sms'] }],
    quietHours: { from: '20:00', until: '07:00' },
  };
  let asleep: string;

  beforeAll(async () => {
    const phones = [{ number: '070-174 06 80' }];
    asleep = await world.addStaff({
      name: 'Sova',
      phones,
      emails: [{ address: 'sova@kvarngardet.example' }],
      delivery,
    });
  });

  test('hold a message until they end by the clock of Stockholm, and the minute tick lets it go', async () => {
    await runner.moveClock('2027-01-15T22:30:00+01:00');
    await runner.clearOutbox();

    const message = await made(world.take({ staffId: asleep, matter: 'Ring mig i morgon' }));
    await runner.moveClock('2027-01-16T06:58:00+01:00');
    await untilQuiet(runner);
    const early = await runner.outbox();
    const { ran } = await runner.moveClock('2027-01-16T07:00:01+01:00');
    const sent = await runner.untilSent(() => true, { count: 2 });

    expect(message.deliveries).toMatchObject(
      ['email', 'sms'].map((channel) => ({ channel, state: 'held', notBefore: '2027-01-16T06:00:00.000Z' })),
    );
    expect(early).toEqual([]);
    expect(ran.length).toBeGreaterThan(0);
    for (const { schedule, ok } of ran) expect([schedule, ok]).toEqual([schedule, true]);
    expect(sent.map(({ channel }) => channel).sort()).toEqual(['email', 'sms']);
    const done = await world.untilDone(message.id);
    expect(done.deliveries).toMatchObject([
      { state: 'delivered', notBefore: null },
      { state: 'delivered', notBefore: null },
    ]);
    expect(await runner.outbox()).toHaveLength(2);
  });

  test('let nothing go of a message that was erased meanwhile', async () => {
    await runner.moveClock('2027-01-16T22:30:00+01:00');
    await runner.clearOutbox();

    const message = await made(world.take({ staffId: asleep, matter: 'Ring mig i morgon' }));
    await made(world.call('DELETE', world.path(`/messages/${message.id}`)), 204);
    const { ran } = await runner.moveClock('2027-01-17T07:00:01+01:00');
    await untilQuiet(runner);

    expect(message.deliveries).toMatchObject([{ state: 'held' }, { state: 'held' }]);
    expect(ran.length).toBeGreaterThan(0);
    for (const { schedule, ok } of ran) expect([schedule, ok]).toEqual([schedule, true]);
    expect(await runner.outbox()).toEqual([]);
  });

  test('do not hold what is urgent', async () => {
    await runner.moveClock('2027-01-17T23:30:00+01:00');

    const message = await made(world.take({ staffId: asleep, matter: 'Vattenläcka', urgency: 'urgent' }));

    const done = await world.untilDone(message.id);
    expect(done.deliveries).toMatchObject([{ state: 'delivered' }, { state: 'delivered' }]);
  });

  test('hold nothing by day', async () => {
    await runner.moveClock('2027-01-18T12:00:00+01:00');

    const message = await made(world.take({ staffId: asleep, matter: 'Ring mig' }));

    expect(message.deliveries).toMatchObject([{ state: 'queued' }, { state: 'queued' }]);
    await world.untilDone(message.id);
  });
});

describe('an absence', () => {
  test('is not shown any more when it has ended', async () => {
    const now = await runner.now();
    const path = world.path(`/staff/${staffId}`);
    const body = { reason: 'lunch', until: later(now, 3_600_000) };
    const set = await made(world.call('PUT', `${path}/absence`, { body }), 200);

    await runner.moveClock(later(now, 3_600_001));

    expect(set.absence).toMatchObject({ reason: 'lunch' });
    expect((await world.call('GET', path)).body.absence).toBeNull();
  });
});

describe('a message', () => {
  test('taken on 31 August is erased on the last of February, and is not to be read after it', async () => {
    await runner.moveClock('2027-08-31T10:42:00+02:00');
    const message = await made(world.take({ staffId, matter: 'Ring mig' }));
    await world.untilDone(message.id);
    const sent = await runner.untilSent(({ text }) => text.includes('29 februari 2028'));

    const asked = ['', '&state=open', `&staffId=${staffId}`];
    await runner.moveClock(later(message.expiresAt, -60_000));
    const before = { status: (await read(message)).status, lists: await Promise.all(asked.map(listed)) };
    await runner.moveClock(message.expiresAt);
    const after = await read(message);
    const lists = await Promise.all(asked.map(listed));

    expect(message.expiresAt.slice(0, 16)).toBe('2028-02-29T09:42');
    expect(sent).toHaveLength(1);
    expect(before).toEqual({ status: 200, lists: asked.map(() => [message.id]) });
    expect(after).toMatchObject({ status: 410, body: { code: 'erased', erasedAt: message.expiresAt } });
    expect(lists).toEqual(asked.map(() => []));
  });

  test('that has expired can be neither changed nor brought back by its key', async () => {
    const post = { body: { staffId, matter: 'Ring mig' }, key: 'once' };
    const message = await made(world.call('POST', world.path('/messages'), post));
    await world.untilDone(message.id);

    await runner.moveClock(later(message.expiresAt, 1_000));
    const changed = await world.call('PATCH', world.path(`/messages/${message.id}`), { body: { read: true } });
    const replayed = await world.call('POST', world.path('/messages'), post);

    expect(changed).toMatchObject({ status: 410, body: { code: 'erased' } });
    expect(replayed).toMatchObject({ status: 410, body: { code: 'erased' } });
  });

  test('of a client with a shorter retention expires sooner, by the retention that it was taken under', async () => {
    const brief = await openWorld(
      { retention: { days: 7 }, generalInbox: { emails: ['kort@kvarngardet.example'] } },
      runner,
    );
    const message = await made(brief.take({ matter: 'Ring mig' }));
    await brief.untilDone(message.id);
    await made(brief.call('PATCH', brief.path(), { body: { retention: { months: 6 } }, ifMatch: '"2"' }), 200);

    await runner.moveClock(later(message.takenAt, 8 * 86_400_000));
    const answer = await brief.call('GET', brief.path(`/messages/${message.id}?why=fault`));

    const keptMs = Date.parse(message.expiresAt) - Date.parse(message.takenAt);
    expect(Math.abs(keptMs - 7 * 86_400_000)).toBeLessThanOrEqual(3_600_000);
    expect(answer).toMatchObject({ status: 410, body: { erasedAt: message.expiresAt } });
  });
});

test.each(['1999-12-31T23:59:59Z', '9999-12-31T23:00:00Z'])(
  'the clock does not go to %s, and stays where it is',
  async (far) => {
    const before = Date.parse(await runner.now());

    await expect(runner.moveClock(far)).rejects.toThrow('between the years 2000 and 2100');

    expect(Date.parse(await runner.now()) - before).toBeLessThan(60_000);
  },
);
