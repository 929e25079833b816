// Who stands in for erased people, on the engine: one replacement, chains, circles, nobody; what it costs to find them.
import { beforeEach, describe, expect, test } from 'vitest';
import { newId } from '#shared/ids.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { recordKeys } from '#shared/tables.ts';
import { newTombstone } from '#shared/tombstone.ts';
import { followReplacements } from '#staff/replacements.ts';
import { type DirectoryWorld, directoryWorld } from '#test/support/directory-world.ts';
import { useEngine } from '#test/support/engine.ts';
import { rawItems } from '#test/support/raw-items.ts';

const MEMBER = '/v1/clients/{clientId}/staff/{staffId}';
const YEARS_3_MS = 3 * 366 * 24 * 3_600_000;

const engine = useEngine();
let world: DirectoryWorld;
let clientId: string;

beforeEach(async () => {
  world = await directoryWorld(engine);
  clientId = (await world.aClient()).body.id;
});

const somebody = async (changes = {}) => (await world.aStaffMember(clientId, changes)).body.id;
const people = (count: number) => Promise.all(Array.from({ length: count }, () => somebody()));
const erase = (staffId: string, replacement?: string) =>
  world.call<ProblemBody>(`DELETE ${MEMBER}`, {
    claims: world.supervisor,
    params: { clientId, staffId },
    ...(replacement && { query: { replacement } }),
  });
const leadOf = async (staffId: string) => (await followReplacements(world.app, clientId, [staffId])).get(staffId);

describe('whoever was erased leads', () => {
  test('to the replacement, through others who were erased later', async () => {
    const [anna = '', bo = '', cia = '', dan = ''] = await people(4);
    await erase(anna, bo);
    const first = await leadOf(anna);
    await erase(bo, cia);
    await erase(cia, dan);

    expect(first).toBe(bo);
    expect(await leadOf(anna)).toBe(dan);
  });

  test('to the general inbox without one, also at the end of a chain', async () => {
    const [anna = '', bo = ''] = await people(2);
    await erase(anna, bo);
    await erase(bo);

    expect([await leadOf(anna), await leadOf(bo)]).toEqual(['generalInbox', 'generalInbox']);
  });

  test('to the general inbox from a circle, and from a chain of more than five', async () => {
    const ids = Array.from({ length: 8 }, (_, n) => newId('staff', n));
    const stone = (from: number, to: number) =>
      newTombstone({ clientId, recordId: ids[from] ?? '', replacement: ids[to], erasedAtMs: 0 });
    await world.app.db.commit([stone(0, 1), stone(1, 0), ...[2, 3, 4, 5, 6].map((n) => stone(n, n + 1))]);

    const { result: leads, tally } = await world.meter.measure(() => followReplacements(world.app, clientId, ids));

    expect(ids.map((id) => leads.get(id))).toEqual([...Array(7).fill('generalInbox'), undefined]);
    expect(tally.requests).toEqual({ BatchGetItem: 6 });
  });

  test('nowhere, where nobody was', async () => {
    expect(await leadOf(newId('staff', 0))).toBeUndefined();
  });

  test('never to somebody of another client', async () => {
    const [anna = '', bo = ''] = await people(2);
    await erase(anna, bo);
    const other = (await world.aClient()).body.id;

    expect((await followReplacements(world.app, other, [anna])).get(anna)).toBeUndefined();
  });
});

test('the way to a replacement stands for as long as there is the client, the way to the general inbox for twelve months', async () => {
  const [anna = '', bo = '', cia = ''] = await people(3);
  await erase(anna, bo);
  await erase(cia);

  world.clock.advance(YEARS_3_MS);

  expect([await leadOf(anna), await leadOf(cia)]).toEqual([bo, undefined]);
  const stones = (await rawItems(world, 'records')).filter(({ kind }) => kind === 'tombstone');
  expect(stones.map(({ sk, ttl }) => [sk, typeof ttl]).toSorted()).toEqual(
    [
      [anna, 'undefined'],
      [cia, 'number'],
    ].toSorted(),
  );
});

test('following costs one batch read for the tombstone, and one for each hop, however many are asked for', async () => {
  const [anna = '', bo = '', cia = ''] = await people(3);
  await erase(anna, cia);
  await erase(bo, cia);

  const none = await world.meter.measure(() => followReplacements(world.app, clientId, []));
  const both = await world.meter.measure(() => followReplacements(world.app, clientId, [anna, bo]));

  expect(none.tally.requests).toEqual({});
  expect([...both.result.values()]).toEqual([cia, cia]);
  expect(both.tally).toMatchObject({ requests: { BatchGetItem: 2 }, readUnits: 5 });
});

describe('an erasure', () => {
  test.each([
    ['is the person', async (person: string) => person, 'Somebody else'],
    ['is not in the register', async () => newId('staff', 0), 'No such staff member'],
    [
      'is of another client',
      async () => (await world.aStaffMember((await world.aClient()).body.id)).body.id,
      'No such staff member',
    ],
    ['is not active', async () => somebody({ active: false }), 'Not active'],
    [
      'is erased',
      async () => {
        const gone = await somebody();
        await erase(gone);
        return gone;
      },
      'No such staff member',
    ],
  ])('is refused where the replacement %s, and nothing has happened', async (_, make, detail) => {
    const person = await somebody();

    const answer = await erase(person, await make(person));

    expect([answer.status, answer.body.errors]).toEqual([400, [{ pointer: 'query/replacement', detail }]]);
    const { status } = await world.call(`GET ${MEMBER}`, {
      claims: world.operator,
      params: { clientId, staffId: person },
    });
    expect(status).toBe(200);
  });

  test('that is repeated, also with another replacement, leaves the one that was given first', async () => {
    const [anna = '', bo = '', cia = ''] = await people(3);
    await erase(anna, bo);

    const again = [await erase(anna, cia), await erase(anna)];

    expect(again.map(({ status }) => status)).toEqual([204, 204]);
    expect(await leadOf(anna)).toBe(bo);
  });

  test('with a replacement costs two units to read them, and two that they stand', async () => {
    const anna = await somebody({ answerNote: null, phones: [], keywords: [] });
    const bo = await somebody();

    const { tally } = await world.meter.measure(() => erase(anna, bo));

    expect(tally).toEqual({ requests: { BatchGetItem: 1, TransactWriteItems: 2 }, readUnits: 7, writeUnits: 18 });
  });

  test('destroys the key of the directory, which holds the name', async () => {
    const anna = await somebody();
    const address = recordKeys.directory(clientId);
    await world.app.db.commit([{ table: 'registerKeys', put: { ...address, key: new Uint8Array(32) } }]);

    await erase(anna);

    const keys = await rawItems(world, 'registerKeys');
    expect(keys.filter(({ pk, key }) => pk === address.pk && key !== undefined)).toEqual([]);
  });

  test('of two who stand in for one another at once lets one through', async () => {
    for (let time = 0; time < 10; time++) {
      const [anna = '', bo = ''] = await people(2);

      const answers = await Promise.all([erase(anna, bo), erase(bo, anna)]);

      expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 400]);
    }
  });

  test('of one person at once with two replacements decides for one, and all of it is gone', async () => {
    for (let time = 0; time < 10; time++) {
      const [anna = '', bo = '', cia = ''] = await people(3);

      const answers = await Promise.all([erase(anna, bo), erase(anna, cia), erase(anna)]);

      expect(answers.map(({ status }) => status)).toEqual([204, 204, 204]);
      expect([bo, cia, 'generalInbox']).toContain(await leadOf(anna));
      const left = (await rawItems(world, 'records')).filter(({ sk }) => sk === anna);
      expect(left.map(({ kind }) => kind)).toEqual(['tombstone']);
    }
  });
});
