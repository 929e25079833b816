// Messages whose expiry is not what their own time and retention make, on the engine: the sweeper leaves them, and says so.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { useEngine } from '#test/support/engine.ts';
import { type MessagesWorld, messagesWorld, type Taken } from '#test/support/messages-world.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { type Sweeping, sweeping } from '#test/support/sweeping.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const engine = useEngine();
let world: MessagesWorld;
let sweeper: Sweeping;
let clientId: string;
let staffId: string;
let message: Taken;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await messagesWorld(engine);
  sweeper = sweeping(world);
  clientId = (await world.aClient()).body.id;
  staffId = (await world.aStaffMember(clientId)).body.id;
  message = (await world.take(clientId, { staffId })).body;
});

const expiry = () => Date.parse(message.expiresAt);

describe('an expiry that disagrees', () => {
  const change = async (set: string, value: unknown) => {
    const [row] = await rawItems(world, 'messageKeys');
    await world.raw.send(
      new UpdateCommand({
        TableName: world.tables.messageKeys,
        Key: { id: row?.id },
        UpdateExpression: `SET ${set} = :value`,
        ExpressionAttributeValues: { ':value': value },
      }),
    );
  };

  test.each<[string, string, () => unknown]>([
    ['with the retention', 'retention', () => '3m'],
    ['with a retention that nobody may have', 'retention', () => '7m'],
    ['with no retention at all', 'retention', () => 'soon'],
    ['with the time it was taken', 'takenAtMs', () => Date.parse(message.takenAt) - DAY_MS],
    ['with a time that is none', 'takenAtMs', () => 'yesterday'],
    ['with a retention that is no text', 'retention', () => 6],
    ['of a message that is not named', 'messageId', () => ''],
    ['of a client that is no id', 'clientId', () => null],
  ])('%s erases nothing, and is counted', async (_, attribute, value) => {
    await change(attribute, value());
    world.clock.moveTo(expiry() + HOUR_MS);

    expect(await sweeper.sweep()).toEqual({ erased: 0, disagreeing: 1, finished: true });
    const said = vi.mocked(console.warn).mock.calls.map(([line]) => JSON.parse(line).event);
    expect(said.slice(-2)).toEqual(['sweep-disagrees', 'expired-but-live']);
    expect(await sweeper.left()).toEqual(['delivery', 'delivery', 'key', 'message']);
  });

  test('does not hold up the others', async () => {
    await change('retention', '3m');
    await world.take(clientId, { staffId });
    world.clock.moveTo(expiry() + HOUR_MS);

    expect(await sweeper.sweep()).toMatchObject({ erased: 1, disagreeing: 1 });
  });

  test('does not hold up the others where it is no row of a message at all', async () => {
    await change('messageId', '');
    await world.take(clientId, { staffId });
    world.clock.moveTo(expiry() + HOUR_MS);

    expect(await sweeper.sweep()).toMatchObject({ erased: 1, disagreeing: 1 });
  });
});

test('a day that cannot be read does not hold up the others, and the report says so', async () => {
  const later = await world.aClient({ retention: { days: 30 } });
  const person = (await world.aStaffMember(later.body.id)).body.id;
  world.clock.moveTo(expiry() - 31 * DAY_MS);
  await sweeper.sweep();
  const second = (await world.take(later.body.id, { staffId: person })).body;
  world.clock.moveTo(expiry());
  let failed = false;
  world.client.middlewareStack.add(
    (next) => async (args) => {
      if (failed || !JSON.stringify(args.input).includes(`"${second.expiresAt.slice(0, 10)}"`)) return next(args);
      failed = true;
      throw new Error('Not now');
    },
    { step: 'initialize', name: 'unreadable' },
  );

  await expect(sweeper.sweep()).rejects.toThrow('Not everything');

  const reports = [...sweeper.evidence.objects.values()].map((text) => JSON.parse(text));
  expect(reports.findLast(({ kind }) => kind === 'sweep')).toMatchObject({ erased: 1, failures: 1 });
  expect((await sweeper.sweep()).erased).toBe(1);
});
