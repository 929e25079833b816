// A message that comes later than its call: what waited for the network, what stood on paper.
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { MONDAY_MORNING_MS, useEngine } from '#test/support/engine.ts';
import { codeOf } from '#test/support/http-call.ts';
import { type MessagesWorld, messagesWorld } from '#test/support/messages-world.ts';
import { portalPerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';

const engine = useEngine();
let world: MessagesWorld;
let clientId: string;
let staffId: string;

beforeEach(async () => {
  world = await messagesWorld(engine);
  clientId = (await world.aClient()).body.id;
  staffId = (await world.aStaffMember(clientId)).body.id;
});

const MINUTES = 60_000;
const HOURS = 60 * MINUTES;
const ago = (ms: number) => new Date(MONDAY_MORNING_MS - ms).toISOString();
const asSupervisor = () => ({ claims: world.supervisor });
const refusals = [{ pointer: '/calledAt', detail: expect.any(String) }];

describe('the time of the call', () => {
  test('is that of the message, of its end and of its place in the list; when it was written in stands beside', async () => {
    const sooner = await world.take(clientId, { staffId });

    const { body } = await world.take(clientId, { staffId, calledAt: ago(3 * HOURS) });
    const list = await world.call<{ items: { id: string }[] }>('GET /v1/clients/{clientId}/messages', {
      ...asSupervisor(),
      params: { clientId },
    });

    expect(body).toMatchObject({
      takenAt: '2026-11-23T05:00:00.000Z',
      enteredAt: '2026-11-23T08:00:00.000Z',
      expiresAt: '2027-05-23T04:00:00.000Z',
    });
    expect(list.body.items.map(({ id }) => id)).toEqual([sooner.body.id, body.id]);
    expect((await world.read(body)).body.enteredAt).toBe(body.enteredAt);
  });

  test('costs no more than a message without one', async () => {
    const taken = await world.meter.measure(() => world.take(clientId, { staffId, calledAt: ago(3 * HOURS) }));

    expect(taken.tally).toEqual({
      requests: { BatchGetItem: 1, TransactWriteItems: 1 },
      readUnits: 5,
      writeUnits: 12,
    });
  });

  test('of two minutes ago is no later than writing takes', async () => {
    const { body } = await world.take(clientId, { staffId, calledAt: ago(2 * MINUTES) });

    expect([body.takenAt, body.enteredAt]).toEqual([ago(2 * MINUTES), null]);
  });

  test('a minute ahead of our clock is now, and not later than that', async () => {
    const ahead = await world.take(clientId, { staffId, calledAt: ago(-MINUTES) });
    const tooFar = await world.take(clientId, { staffId, calledAt: ago(-MINUTES - 1) });

    expect([ahead.body.takenAt, ahead.body.enteredAt]).toEqual([ago(0), null]);
    expect([tooFar.status, tooFar.body.errors]).toEqual([400, refusals]);
  });

  test('with another offset is the same moment', async () => {
    const { body } = await world.take(clientId, { staffId, calledAt: '2026-11-23T08:30:00+01:00' });

    expect(body.takenAt).toBe('2026-11-23T07:30:00.000Z');
  });
});

describe('how long ago it may be', () => {
  test('is twelve hours for whoever takes messages, and three days for supervisors', async () => {
    const admin = { claims: await portalPerson(world, clientId, 'clientAdmin') };
    const take = (ms: number, call?: object) => world.take(clientId, { staffId, calledAt: ago(ms) }, call);

    const answers = await Promise.all([
      take(12 * HOURS),
      take(12 * HOURS + 1),
      take(12 * HOURS + 1, admin),
      take(72 * HOURS, asSupervisor()),
      take(72 * HOURS + 1, asSupervisor()),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([201, 400, 400, 201, 400]);
    expect(answers[1]?.body.errors).toEqual(refusals);
  });

  test('ends where the client keeps messages for less', async () => {
    const brief = (await world.aClient({ retention: { days: 1 } })).body.id;

    const over = await world.take(brief, { calledAt: ago(24 * HOURS) }, asSupervisor());
    const still = await world.take(brief, { calledAt: ago(24 * HOURS - 1000) }, asSupervisor());

    expect([over.status, over.body.errors]).toEqual([400, refusals]);
    expect([still.status, still.body.expiresAt]).toEqual([201, ago(-1000)]);
  });

  test('does not hinder a repetition of what was taken in time', async () => {
    const body = { staffId, calledAt: ago(11 * HOURS) };
    const first = await world.take(clientId, body, { idempotencyKey: 'queue' });
    world.clock.advance(2 * HOURS);

    const again = await world.take(clientId, body, { idempotencyKey: 'queue' });
    const unknown = await world.take(clientId, body, { idempotencyKey: 'another' });
    const changed = await world.take(clientId, { ...body, calledAt: ago(10 * HOURS) }, { idempotencyKey: 'queue' });

    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    expect(unknown.status).toBe(400);
    expect([changed.status, codeOf(changed)]).toEqual([422, 'idempotency-mismatch']);
  });
});

test('stands where a restore looks for what was taken since: on the key', async () => {
  await world.take(clientId, { staffId, calledAt: ago(3 * HOURS) });
  await world.take(clientId, { staffId: newId('staff', 0) });

  const [row] = await rawItems(world, 'messageKeys');

  expect([row?.takenAtMs, row?.enteredAtMs]).toEqual([MONDAY_MORNING_MS - 3 * HOURS, MONDAY_MORNING_MS]);
});
