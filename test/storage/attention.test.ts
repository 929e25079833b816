// Tasks on the engine: one for each delivery, listed by state, done and opened again.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Task } from '#attention/schema.ts';
import { newTask } from '#attention/store.ts';
import { newId } from '#shared/ids.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { useEngine } from '#test/support/engine.ts';
import { type Claims, codeOf } from '#test/support/http-call.ts';
import { type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { machine, portalPerson, servicePerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';

const TASK = '/v1/attention/{taskId}';

const engine = useEngine();
let world: MessagesWorld;
let message: Taken;

type Page = { items: Task[]; nextCursor: string | null } & ProblemBody;
const list = (query: Record<string, string> = {}, claims: Claims = world.operator) =>
  world.call<Page>('GET /v1/attention', { claims, query });
const idsOf = async (query?: Record<string, string>) => (await list(query)).body.items.map(({ id }) => id);
const mark = (taskId: string, state: string, claims: Claims = world.operator) =>
  world.call<Task & ProblemBody>(`PATCH ${TASK}`, { claims, params: { taskId }, body: { state } });

const taskFor = (taken: Taken, n = 0) => {
  const expiresAt = Date.parse(taken.expiresAt) / 1000;
  const { clientId, id: messageId } = taken;
  // Without an Idempotency-Key the row of the key has the message's own name.
  const delivery = { id: taken.deliveries[n]?.id ?? '', clientId, messageId, keyId: taken.id, expiresAt };
  return newTask({ reason: 'restored', createdAtMs: world.clock.nowMs(), delivery });
};
const taskIdOf = (taken: Taken, n = 0) => `tsk_${taken.deliveries[n]?.id.slice(4)}`;

beforeEach(async () => {
  world = await messagesWorld(engine);
  const clientId = (await world.aClient()).body.id;
  const staffId = (await world.aStaffMember(clientId)).body.id;
  message = (await world.take(clientId, { staffId })).body;
  await world.app.db.commit([taskFor(message)]);
});

describe('the list', () => {
  test('has for each task what it is about and why, and nothing of what the message says', async () => {
    const { status, body } = await list();

    expect([status, body]).toEqual([
      200,
      {
        items: [
          {
            id: taskIdOf(message),
            reason: 'restored',
            clientId: message.clientId,
            clientName: 'Nordvik Bygg',
            messageId: message.id,
            staffId: message.staffId,
            takenAt: message.takenAt,
            deliveryId: message.deliveries[0]?.id,
            createdAt: '2026-11-23T08:00:00.000Z',
            expiresAt: message.expiresAt,
            state: 'open',
            claimed: null,
            done: null,
            tried: [
              {
                deliveryId: message.deliveries[0]?.id,
                channel: 'email',
                step: 1,
                state: 'queued',
                at: null,
                code: null,
                words: null,
              },
            ],
          },
        ],
        nextCursor: null,
      },
    ]);
  });

  test('is newest first, page by page, with a cursor that is good for its state alone', async () => {
    world.clock.advance(60_000);
    const second = (await world.take(message.clientId, { staffId: message.staffId })).body;
    await world.app.db.commit([taskFor(second, 0), taskFor(second, 1)]);
    const newestFirst = [taskIdOf(second, 1), taskIdOf(second), taskIdOf(message)].sort().reverse();

    const { body: first } = await list({ limit: '2' });
    const cursor = first.nextCursor ?? '';
    const { body: rest } = await list({ limit: '2', cursor });
    const other = await list({ limit: '2', cursor, state: 'done' });

    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(newestFirst);
    expect(first.items).toHaveLength(2);
    expect(rest.nextCursor).toBeNull();
    expect([other.status, codeOf(other)]).toEqual([400, 'invalid-cursor']);
  });

  test('holds what is done apart from what is open', async () => {
    await mark(taskIdOf(message), 'done');

    expect([await idsOf(), await idsOf({ state: 'open' }), await idsOf({ state: 'done' })]).toEqual([
      [],
      [],
      [taskIdOf(message)],
    ]);
  });

  test('shows nothing whose message has come to its end, swept or not', async () => {
    world.clock.moveTo(Date.parse(message.expiresAt));

    expect([await idsOf(), (await mark(taskIdOf(message), 'done')).status]).toEqual([[], 404]);
  });

  test('costs a read of the membership, a query of the index, 1 unit for each task, message and delivery, and 2 for the client', async () => {
    await world.app.db.commit([taskFor(message, 1)]);
    await list();

    const { tally } = await world.meter.measure(() => list());

    expect(tally).toEqual({ requests: { BatchGetItem: 3, Query: 1 }, readUnits: 8.5, writeUnits: 0 });
  });
});

describe('a task', () => {
  test('says who has done it and when, and who was first stands', async () => {
    const first = await mark(taskIdOf(message), 'done');
    world.clock.advance(60_000);
    const again = await mark(taskIdOf(message), 'done', world.supervisor);

    expect(first).toMatchObject({
      status: 200,
      body: { state: 'done', done: { by: world.operator.username, at: '2026-11-23T08:00:00.000Z', note: null } },
    });
    expect(again.body).toEqual(first.body);
  });

  test('that is done by three at once is done by one of them, and all are told the same', async () => {
    const people = await Promise.all([0, 1, 2].map(() => servicePerson(world, 'operator')));

    const answers = await Promise.all(people.map((claims) => mark(taskIdOf(message), 'done', claims)));

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map(({ body }) => body.done?.by)).size).toBe(1);
  });

  test('can be opened again, as if nobody had done it', async () => {
    const before = (await list()).body.items;
    await mark(taskIdOf(message), 'done');

    const { body } = await mark(taskIdOf(message), 'open');

    expect(body).toEqual(before[0]);
    expect((await list()).body.items).toEqual(before);
  });

  test('stands once for each delivery', async () => {
    await expect(world.app.db.commit([taskFor(message)])).rejects.toThrow(ConflictError);
  });

  test('holds ids, codes and times, and ends by itself a week after its message', async () => {
    const row = (await rawItems(world, 'records')).find(({ kind }) => kind === 'task') ?? {};

    const WEEK_SECONDS = 7 * 86_400;
    expect(row.ttl).toBe(Date.parse(message.expiresAt) / 1000 + WEEK_SECONDS);
    expect(Object.keys(row).sort()).toEqual(
      'clientId createdAtMs deliveryId expiresAt keyId kind listPk listSk messageId pk reason sk state ttl'.split(' '),
    );
  });

  test('costs two reads of 6 units and one transaction: 5 units, and 2 for its place in the lists', async () => {
    const { tally } = await world.meter.measure(() => mark(taskIdOf(message), 'done'));

    expect(tally).toEqual({ requests: { BatchGetItem: 2, TransactWriteItems: 1 }, readUnits: 6, writeUnits: 7 });
  });

  test('that never was is missing', async () => {
    const answer = await mark(newId('task', 0), 'done');

    expect([answer.status, codeOf(answer)]).toEqual([404, 'not-found']);
  });

  test('is marked with a state that there is, and with nothing else', async () => {
    const answers = [await mark(taskIdOf(message), 'claimed'), await mark(taskIdOf(message), '')];

    expect(answers.map(({ status }) => status)).toEqual([400, 400]);
  });

  test('is for supervisors and operators', async () => {
    const others = [
      await servicePerson(world, 'privacyOfficer'),
      await portalPerson(world, message.clientId, 'clientAdmin'),
      await machine(world, [message.clientId]),
    ];

    for (const claims of others) {
      expect((await list({}, claims)).status).toBe(403);
      expect((await mark(taskIdOf(message), 'done', claims)).status).toBe(403);
    }
    expect((await list({}, world.supervisor)).status).toBe(200);
  });
});
