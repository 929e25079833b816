// Working on tasks, on the engine: claimed and released, done with a note that dies with its message, opened again.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Task } from '#attention/schema.ts';
import { newId } from '#shared/ids.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { refused } from '#test/support/delivering.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { type Claims, codeOf } from '#test/support/http-call.ts';
import type { Taken } from '#test/support/messages-world.ts';
import { servicePerson } from '#test/support/people.ts';
import { rawItems, rawText } from '#test/support/raw-items.ts';
import { type StepsWorld, stepsWorld } from '#test/support/steps-world.ts';
import { sweeping } from '#test/support/sweeping.ts';

const NOTE = 'Ringde Anna-Karin på mobilen, hon vet nu.';

const engine = useEngine();
let world: StepsWorld;
let message: Taken;
let taskId: string;
let colleague: Claims;

type Page = { items: Task[]; nextCursor: string | null };
const list = async (query: Record<string, string> = {}) =>
  (await world.call<Page>('GET /v1/attention', { claims: world.operator, query })).body.items;
const change = (body: object, claims: Claims = world.operator, id = taskId) =>
  world.call<Task & ProblemBody>('PATCH /v1/attention/{taskId}', { claims, params: { taskId: id }, body });

/** A message that nobody could be sent. */
async function aLostMessage(): Promise<Taken> {
  const taken = await world.takeFor(await world.somebody({ normal: [{ channels: ['email'] }], urgent: [] }));
  world.house.answers.push(refused);
  await world.sendFirst(taken);
  await world.minutesLater();
  return taken;
}

muteLogs('info', 'warn');
beforeEach(async () => {
  world = await stepsWorld(engine);
  message = await aLostMessage();
  taskId = message.deliveries[0]?.id.replace('dlv_', 'tsk_') ?? '';
  colleague = await servicePerson(world, 'operator');
});

test('a task shows in one look what was tried, when, and what came of it', async () => {
  expect(await list()).toMatchObject([
    {
      id: taskId,
      reason: 'notDelivered',
      messageId: message.id,
      claimed: null,
      done: null,
      tried: [
        {
          deliveryId: message.deliveries[0]?.id,
          channel: 'email',
          step: 1,
          state: 'failed',
          at: '2026-11-23T08:00:00.000Z',
          code: 'InvalidParameterException',
          words: { sv: 'Numret togs inte emot' },
        },
      ],
    },
  ]);
});

test('the list can be narrowed to a reason and to a client', async () => {
  const of = async (query: Record<string, string>) => (await list(query)).length;

  expect([await of({ reason: 'notDelivered' }), await of({ reason: 'restored' })]).toEqual([1, 0]);
  expect([await of({ clientId: world.clientId }), await of({ clientId: newId('client', 0) })]).toEqual([1, 0]);
});

test('of an erased message there is no task', async () => {
  await world.erase(message);

  expect([await list(), (await change({ claimed: true })).status]).toEqual([[], 404]);
});

describe('claiming', () => {
  test('says who looks after it and since when; doing so again changes nothing', async () => {
    const first = await change({ claimed: true });
    world.clock.advance(60_000);
    const again = await change({ claimed: true });

    expect(first).toMatchObject({
      status: 200,
      body: { claimed: { by: world.operator.username, at: '2026-11-23T08:01:00.000Z' } },
    });
    expect([again.body, (await list())[0]]).toEqual([first.body, first.body]);
  });

  test.each([{ claimed: true }, { claimed: false }, { state: 'done' }])(
    'what a colleague has claimed is left to them: %o',
    async (edit) => {
      await change({ claimed: true }, colleague);

      const answer = await change(edit);

      expect([answer.status, codeOf(answer)]).toEqual([409, 'task-claimed']);
      expect((await list())[0]?.claimed?.by).toBe(colleague.username);
    },
  );

  test('a supervisor steps in', async () => {
    await change({ claimed: true }, colleague);

    const taken = await change({ claimed: true }, world.supervisor);
    const released = await change({ claimed: false }, world.supervisor);

    expect([taken.body.claimed?.by, released.body.claimed]).toEqual([world.supervisor.username, null]);
  });

  test('ends with a release, and the next one may', async () => {
    await change({ claimed: true }, colleague);
    await change({ claimed: false }, colleague);

    expect((await change({ claimed: true })).body.claimed?.by).toBe(world.operator.username);
  });

  test('by five at once is one of theirs', async () => {
    const people = await Promise.all(Array.from({ length: 5 }, () => servicePerson(world, 'operator')));

    const answers = await Promise.all(people.map((claims) => change({ claimed: true }, claims)));

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409]);
  });

  test('of what is done is refused: it is opened again first', async () => {
    await change({ state: 'done' });

    const answer = await change({ claimed: true });

    expect([answer.status, codeOf(answer)]).toEqual([409, 'task-done']);
  });

  test('costs two reads of 6 units and one transaction of 5 units: the lists do not change', async () => {
    const { tally } = await world.meter.measure(() => change({ claimed: true }));

    expect(tally).toEqual({ requests: { BatchGetItem: 2, TransactWriteItems: 1 }, readUnits: 6, writeUnits: 5 });
  });
});

describe('a note', () => {
  test('stands on the task that is done, and nowhere in the open', async () => {
    const done = await change({ state: 'done', note: NOTE });

    expect(done.body.done).toEqual({ by: world.operator.username, at: '2026-11-23T08:01:00.000Z', note: NOTE });
    expect(await list({ state: 'done' })).toEqual([done.body]);
    expect(rawText(await rawItems(world, 'records'))).not.toContain('Ringde');
  });

  test('dies with its message: no key of it is left', async () => {
    await change({ state: 'done', note: NOTE });
    await world.erase(message);

    const rows = await rawItems(world, 'messageKeys');

    expect(rows.map(({ key, taskKeys }) => [key, taskKeys])).toEqual([[undefined, undefined]]);
    expect(await list({ state: 'done' })).toEqual([]);
  });

  test('dies with its message when the time is over, and the sweep has come', async () => {
    await change({ state: 'done', note: NOTE });
    world.clock.moveTo(Date.parse(message.expiresAt));
    await sweeping(world).sweep();

    const rows = await rawItems(world, 'messageKeys');

    expect(rows.map(({ key, taskKeys }) => [key, taskKeys])).toEqual([[undefined, undefined]]);
  });

  test('is gone when the task is opened again, and its key with it', async () => {
    const before = (await list())[0];
    await change({ state: 'done', note: NOTE });

    const opened = await change({ state: 'open' });

    expect([opened.body, (await list())[0]]).toEqual([before, before]);
    expect((await rawItems(world, 'messageKeys')).map(({ taskKeys }) => taskKeys)).toEqual([{}]);
  });

  test('of one task of a message leaves that of the other as it is', async () => {
    const wishes = { normal: [{ channels: ['email' as const] }], urgent: [] };
    const copy = await world.somebody(wishes);
    const two = await world.takeFor(await world.somebody(wishes), { copyTo: [copy] });
    world.house.answers.push(refused, refused);
    await world.sendFirst(two);
    await world.minutesLater();
    const ids = two.deliveries.map(({ id }) => id.replace('dlv_', 'tsk_'));
    await change({ state: 'done', note: 'Den ena' }, world.operator, ids[0]);
    await change({ state: 'done', note: 'Den andra' }, world.operator, ids[1]);

    await change({ state: 'open' }, world.operator, ids[0]);

    expect((await list({ state: 'done' })).map(({ done }) => done?.note)).toEqual(['Den andra']);
  });

  test('of who was first stands', async () => {
    await change({ state: 'done', note: NOTE });

    const second = await change({ state: 'done', note: 'Jag också' }, colleague);

    expect(second.body.done).toMatchObject({ by: world.operator.username, note: NOTE });
  });

  test.each([
    { state: 'open', note: NOTE },
    { claimed: true, note: NOTE },
    { note: NOTE },
    { state: 'done', claimed: true },
    {},
  ])('and nothing else goes with "done": %o is refused', async (edit) => {
    expect((await change(edit)).status).toBe(400);
  });

  test('costs three reads of 7 units and one transaction of 9: task, its place in the lists, key, witness', async () => {
    const { tally } = await world.meter.measure(() => change({ state: 'done', note: NOTE }));

    expect(tally).toEqual({ requests: { BatchGetItem: 3, TransactWriteItems: 1 }, readUnits: 7, writeUnits: 9 });
  });
});
