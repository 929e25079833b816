// Sweeps that die, meet each other, run out of time or find things changed under their hands: nothing is left, nothing else goes.
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { claimDelivery, settleDelivery } from '#deliveries/moves.ts';
import { useEngine } from '#test/support/engine.ts';
import { type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { type Sweeping, sweeping } from '#test/support/sweeping.ts';

const HOUR_MS = 3_600_000;

const engine = useEngine();
let world: MessagesWorld;
let sweeper: Sweeping;
let clientId: string;
let staffId: string;
let messages: Taken[];

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await messagesWorld(engine);
  sweeper = sweeping(world);
  clientId = (await world.aClient()).body.id;
  staffId = (await world.aStaffMember(clientId)).body.id;
  messages = [];
  for (let n = 0; n < 3; n++)
    messages.push((await world.take(clientId, { staffId }, { idempotencyKey: `n${n}` })).body);
});

const over = () => world.clock.moveTo(Date.parse(messages.at(-1)?.expiresAt ?? '') + HOUR_MS);
const tombstones = async () =>
  (await rawItems(world, 'records')).filter(({ kind }) => kind === 'tombstone').map(({ sk }) => sk as string);

/** Runs before each request of the sweep, with its number from 1. */
function beforeEachRequest(act: (nth: number, command: string) => unknown): void {
  let nth = 0;
  world.client.middlewareStack.add(
    (next, context) => async (args) => {
      nth += 1;
      await act(nth, context.commandName ?? '');
      return next(args);
    },
    { step: 'initialize', name: 'before', override: true },
  );
}

test('a sweep that dies before any of its requests is finished by the next', async () => {
  over();
  const { UpdateItem = 0, BatchWriteItem = 0 } = (await world.meter.measure(() => sweeper.sweep())).tally.requests;
  expect(await sweeper.left()).toEqual([]);

  for (let dies = 1; dies <= UpdateItem + BatchWriteItem - 4; dies++) {
    const taken = (await world.take(clientId, { staffId })).body;
    messages.push(taken);
    over();
    let seen = 0;
    beforeEachRequest((_, command) => {
      if (/^(Update|BatchWrite)Item/.test(command) && ++seen >= dies) throw new Error('It died');
    });
    await expect(sweeper.sweep()).rejects.toThrow();
    beforeEachRequest(() => {});
    await sweeper.sweep();

    expect([dies, ...(await sweeper.left())]).toEqual([dies]);
    expect(await tombstones()).toContain(taken.id);
  }
});

test('five at once erase each message, and fail in nothing', async () => {
  over();

  const reports = await Promise.all(Array.from({ length: 5 }, () => sweeper.sweep()));

  expect(reports.every(({ finished, disagreeing }) => finished && disagreeing === 0)).toBe(true);
  expect(reports.reduce((sum, { erased }) => sum + erased, 0)).toBeGreaterThanOrEqual(3);
  expect(await sweeper.left()).toEqual([]);
  expect((await tombstones()).toSorted()).toEqual(messages.map(({ id }) => id).toSorted());
});

test('a sweep whose time is up says so, and the next goes on from there', async () => {
  over();
  let asked = 0;

  const first = await sweeper.sweep(() => ++asked < 5);

  expect(first.finished).toBe(false);
  expect(await sweeper.sweep()).toMatchObject({ erased: 3, finished: true });
});

test('what DynamoDB leaves unprocessed is asked again', async () => {
  over();
  let held = false;
  world.client.middlewareStack.add(
    (next, context) => async (args) => {
      if (held || context.commandName !== 'BatchWriteItemCommand') return next(args);
      held = true;
      const { RequestItems } = args.input as { RequestItems: unknown };
      return { output: { UnprocessedItems: RequestItems, $metadata: {} }, response: {} };
    },
    { step: 'initialize', name: 'unprocessed' },
  );

  await sweeper.sweep();

  expect([held, await sweeper.left()]).toEqual([true, []]);
});

describe('what changes between the reading of a row and its end', () => {
  const key = { idempotencyKey: 'n0' };
  /** Another sweep has been through, TTL has taken the row, and the same Idempotency-Key is used anew. */
  const replaced = async () => {
    const ids = (await rawItems(world, 'messageKeys')).map(({ id }) => id as string);
    await sweeping({ ...world, client: world.raw }).sweep();
    for (const id of ids) await world.raw.send(new DeleteCommand({ TableName: world.tables.messageKeys, Key: { id } }));
    await world.take(clientId, { staffId }, key);
  };

  test.each([
    ['its key is taken', 'UpdateItemCommand', 1],
    ['its records are deleted', 'BatchWriteItemCommand', 1],
    ['its row leaves the index', 'UpdateItemCommand', 4],
  ])('a new message in its place survives (before %s)', async (_, wanted, nth) => {
    over();
    let seen = 0;
    let done = false;
    beforeEachRequest(async (_request, command) => {
      if (done || command !== wanted || ++seen < nth) return;
      done = true;
      await replaced();
    });

    await sweeper.sweep();

    const living = await world.take(clientId, { staffId }, key);
    expect([done, living.status]).toEqual([true, 201]);
    expect((await world.read(living.body)).status).toBe(200);
    expect(await sweeper.left()).toEqual(['delivery', 'delivery', 'key', 'message']);
  });
});

test('a delivery that was under way has nothing left to be written on', async () => {
  const [delivery] = messages[0]?.deliveries ?? [];
  const order = { clientId, messageId: messages[0]?.id ?? '', deliveryId: delivery?.id ?? '' };
  const claimed = await claimDelivery(world.app, order);
  over();
  await sweeper.sweep();
  if (!claimed) throw new Error('It was there to be claimed');

  const attempt = { atMs: 0, outcome: 'accepted' as const, providerId: 'late' };
  const settled = await settleDelivery(world.app, claimed, { state: 'accepted', attempt });

  expect([settled, await claimDelivery(world.app, order), await sweeper.left()]).toEqual([false, undefined, []]);
});
