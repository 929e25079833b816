// Calls that became no message: counted once, by day and called number, with nothing about who called.
import { beforeEach, describe, expect, test } from 'vitest';
import type { CallCounts } from '#desk/calls-schema.ts';
import { type DeskWorld, deskWorld } from '#test/support/desk-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { loseNextAnswer } from '#test/support/faults.ts';
import { type Call, codeOf } from '#test/support/http-call.ts';
import { machine, portalPerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';

const CALLS = '/v1/clients/{clientId}/calls';

const engine = useEngine();
let world: DeskWorld;
let clientId: string;
let lines: string[];

beforeEach(async () => {
  world = await deskWorld(engine);
  clientId = world.clientId;
  lines = (await world.look()).body.lines.map(({ line }) => line);
});

const count = (body: object, more: Partial<Call> = {}) =>
  world.call(`POST ${CALLS}`, { claims: world.operator, params: { clientId }, body, ...more });
const list = (query = { from: '2026-11-01', until: '2026-11-30' }, more: Partial<Call> = {}) =>
  world.call<CallCounts>(`GET ${CALLS}`, { claims: world.operator, params: { clientId }, query, ...more });
const none = { connected: 0, wrongNumber: 0, salesCall: 0, hungUp: 0 };
const hours = (count: number) => new Date(world.clock.nowMs() - count * 3_600_000).toISOString();

describe('a call that is counted', () => {
  test('adds to its end, on its day, of the number that was called', async () => {
    const [first, second] = lines;

    for (const outcome of ['salesCall', 'salesCall', 'connected']) await count({ outcome, line: first });
    await count({ outcome: 'hungUp', line: second });
    await count({ outcome: 'wrongNumber' });
    world.clock.advance(24 * 3_600_000);
    await count({ outcome: 'connected', line: first });

    const { days } = (await list()).body;
    const byLine = (one: string | null | undefined) => days.filter(({ line }) => line === one);
    expect(byLine(first)).toEqual([
      { ...none, date: '2026-11-23', line: first, salesCall: 2, connected: 1 },
      { ...none, date: '2026-11-24', line: first, connected: 1 },
    ]);
    expect(byLine(second)).toEqual([{ ...none, date: '2026-11-23', line: second, hungUp: 1 }]);
    expect(byLine(null)).toEqual([{ ...none, date: '2026-11-23', line: null, wrongNumber: 1 }]);
  });

  test('by a number that the client does not have (any more) counts for the client', async () => {
    const answer = await count({ outcome: 'connected', line: `lin_${'a'.repeat(22)}` });

    expect(answer.status).toBe(204);
    expect((await list()).body.days).toEqual([{ ...none, date: '2026-11-23', line: null, connected: 1 }]);
  });

  test('counts on the day it was made by the clocks of Stockholm, however late it comes', async () => {
    await count({ outcome: 'connected', calledAt: '2026-11-22T23:30:00+01:00' });
    await count({ outcome: 'connected', calledAt: '2026-11-22T23:30:00Z' });

    expect((await list()).body.days.map(({ date, connected }) => [date, connected])).toEqual([
      ['2026-11-22', 1],
      ['2026-11-23', 1],
    ]);
  });

  test('is refused when it is more than twelve hours old', async () => {
    const answer = await count({ outcome: 'connected', calledAt: hours(13) });

    expect([answer.status, (answer.body as unknown as { errors: object[] }).errors]).toMatchObject([
      400,
      [{ pointer: '/calledAt' }],
    ]);
  });

  test('leaves no word about who called, and is gone after 25 months', async () => {
    await count({ outcome: 'salesCall', line: lines[0] });

    const rows = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'callCount');
    expect(rows).toEqual([
      {
        pk: `CALLS#${clientId}`,
        sk: `2026-11-23#${lines[0]}`,
        kind: 'callCount',
        ttl: world.clock.nowMs() / 1000 + 762 * 86_400,
        salesCall: 1,
      },
    ]);
    world.clock.advance(762 * 86_400_000);
    expect((await list()).body.days).toEqual([]);
  });
});

describe('sent twice', () => {
  test('it counts once with the same key, also when it would be too old by now; another body is refused', async () => {
    const key = { idempotencyKey: 'same' };
    const body = { outcome: 'salesCall', calledAt: hours(11) };
    await count(body, key);
    world.clock.advance(2 * 3_600_000);

    const again = await count(body, key);
    const other = await count({ outcome: 'connected' }, key);

    expect([again.status, other.status, codeOf(other)]).toEqual([204, 422, 'idempotency-mismatch']);
    expect((await list()).body.days).toMatchObject([{ salesCall: 1, connected: 0 }]);
  });

  test('at once, it counts once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => count({ outcome: 'hungUp' }, { idempotencyKey: 'same' })),
    );

    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
    expect((await list()).body.days).toMatchObject([{ hungUp: 1 }]);
  });

  test.each([
    ['with a key', { idempotencyKey: 'same' }],
    ['without one', {}],
  ])('by the SDK itself, whose first answer was lost, it counts once %s', async (_, key) => {
    loseNextAnswer(world.client, 'TransactWriteItemsCommand');

    const answer = await count({ outcome: 'hungUp' }, key);

    expect(answer.status).toBe(204);
    expect((await list()).body.days).toMatchObject([{ hungUp: 1 }]);
  });

  test('by two people with the same key it counts twice', async () => {
    await count({ outcome: 'hungUp' }, { idempotencyKey: 'same' });
    await count({ outcome: 'hungUp' }, { idempotencyKey: 'same', claims: world.supervisor });

    expect((await list()).body.days).toMatchObject([{ hungUp: 2 }]);
  });
});

test.each([
  ['nothing before its beginning', '2026-11-02', '2026-11-01'],
  ['no more than 92 days', '2026-09-01', '2026-12-02'],
])('the list takes %s', async (_, from, until) => {
  const answer = await list({ from, until });

  expect([answer.status, (answer.body as unknown as { errors: object[] }).errors]).toMatchObject([
    400,
    [{ pointer: 'query/until' }],
  ]);
});

test('client admins read their own counts, and count nothing; machine clients do both', async () => {
  const admin = { claims: await portalPerson(world, clientId, 'clientAdmin') };
  const switchboard = { claims: await machine(world, [clientId]) };

  const counted = await Promise.all([admin, switchboard].map((who) => count({ outcome: 'connected' }, who)));
  const read = await Promise.all([admin, switchboard].map((who) => list(undefined, who)));

  expect(counted.map(({ status }) => status)).toEqual([403, 204]);
  expect(read.map(({ status, body }) => [status, body.days.length])).toEqual([
    [200, 1],
    [200, 1],
  ]);
});

test('costs a batch read of 3 units and a transaction of 4, without a key 2; the list a query', async () => {
  const keyed = await world.meter.measure(() => count({ outcome: 'connected' }, { idempotencyKey: 'one' }));
  const plain = await world.meter.measure(() => count({ outcome: 'connected', line: lines[0] }));
  const listed = await world.meter.measure(() => list());

  expect(keyed.tally).toEqual({
    requests: { BatchGetItem: 1, TransactWriteItems: 1 },
    readUnits: 3,
    writeUnits: 4,
  });
  expect(plain.tally).toMatchObject({ requests: { BatchGetItem: 1, TransactWriteItems: 1 }, writeUnits: 2 });
  expect(listed.tally).toEqual({ requests: { BatchGetItem: 1, Query: 1 }, readUnits: 3, writeUnits: 0 });
});
