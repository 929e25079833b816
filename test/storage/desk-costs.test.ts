// What a look at the desk costs, and that it shows one moment.
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import { weekdayHours } from '#test/support/builders/desk.ts';
import { type DeskWorld, deskWorld } from '#test/support/desk-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { codeOf } from '#test/support/http-call.ts';

const engine = useEngine();
let world: DeskWorld;
let clientId: string;

beforeEach(async () => {
  world = await deskWorld(engine);
  clientId = world.clientId;
});

describe('costs', () => {
  test('two requests: one query of 1 unit, one batch read of 4, for a client that has said little and has no messages', async () => {
    await world.say({ askFor: ['ordernummer'] });

    const { tally } = await world.meter.measure(() => world.look());

    expect(tally).toEqual({ requests: { Query: 1, BatchGetItem: 1 }, readUnits: 1 + 4, writeUnits: 0 });
  });

  test('two requests still with twenty messages and five alternatives: the messages’ size, a key each, two units a colleague', async () => {
    const alternatives = await Promise.all(
      Array.from({ length: 5 }, async () => (await world.aStaffMember(clientId)).body.id),
    );
    await world.say({ hours: weekdayHours }, alternatives);
    for (let n = 0; n < 20; n++) await world.take(clientId);

    const { result, tally } = await world.meter.measure(() => world.look({ query: {} }));

    expect(result.body.messages).toHaveLength(20);
    expect(tally.requests).toEqual({ Query: 1, BatchGetItem: 1 });
    expect(tally.readUnits).toBeGreaterThanOrEqual(4 + 20 + 10);
    expect(tally.readUnits).toBeLessThanOrEqual(4 + 20 + 10 + 6);
  });
});

test('what is changed between its two reads is read again', async () => {
  await world.say({ instructions: 'Förr' });
  const { db } = world.app;
  const query = db.query.bind(db);
  let meanwhile: (() => Promise<unknown>) | undefined = () => world.say({ instructions: 'Nu' });
  db.query = async (asked) => {
    const page = await query(asked);
    await meanwhile?.();
    meanwhile = undefined;
    return page;
  };

  const { status, body } = await world.look();

  expect(status).toBe(200);
  expect(body.instructions.map(({ text }) => text)).toEqual(['Nu']);
});

test('a client that has ended can still be looked at, and one that is not there is missing', async () => {
  await world.directory('PATCH /v1/clients/{clientId}', {
    claims: world.supervisor,
    params: { clientId },
    body: { status: 'ended' },
    ifMatch: '"1"',
  });

  const ended = await world.look();
  const absent = await world.look({ params: { clientId: newId('client', 1) } });

  expect([ended.status, ended.body.status]).toEqual([200, 'ended']);
  expect([absent.status, codeOf(absent)]).toEqual([404, 'not-found']);
});
