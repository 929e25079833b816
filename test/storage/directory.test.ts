// The index of a client's people: made soon after a change, once for many; whatever dies on the way, and whoever is at it too.
import type { SQSEvent } from 'aws-lambda';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildDirectory } from '#desk/build-directory.ts';
import { directoryReads, standingDirectory } from '#desk/directory-store.ts';
import { rebuildDirectories } from '#desk/rebuild-directories.ts';
import { rebuildDirectory } from '#desk/rebuild-directory.ts';
import type { Item } from '#shared/found.ts';
import { recordKeys } from '#shared/tables.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { useEngine } from '#test/support/engine.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { type SearchWorld, searchWorld } from '#test/support/search-world.ts';

const engine = useEngine();
let world: SearchWorld;
let clientId: string;
let anna: string;

beforeEach(async () => {
  world = await searchWorld(engine);
  clientId = (await world.aClient()).body.id;
  anna = await add('Anna Ek');
});
afterEach(() => vi.restoreAllMocks());

const add = async (name: string): Promise<string> =>
  (await world.aStaffMember(clientId, { name, alsoKnownAs: [], answerNote: null, keywords: [] })).body.id;
const cost = async (act: () => Promise<unknown>) => (await world.meter.measure(act)).tally;
const standing = async () => standingDirectory(await world.app.db.read(directoryReads(clientId)), clientId);
const versionsOfParts = async () => (await world.indexOf(clientId)).parts.map(({ sk }) => String(sk).split('#')[1]);

/** With one bit that is wrong. */
const broken = ({ sealed }: Item): Uint8Array =>
  (sealed as Uint8Array).map((byte, n, { length }) => (n === length - 1 ? byte ^ 1 : byte));

/** Head, key and parts are of one version, and there is nothing else. */
const expectOneVersion = async (people: number) => {
  const { head, key } = await world.indexOf(clientId);
  expect(head).toMatchObject({ people, version: key?.version });
  expect(await versionsOfParts()).toEqual([head?.version]);
};

describe('an index', () => {
  test('is made by the first search, and by no other', async () => {
    expect((await world.indexOf(clientId)).head).toBeUndefined();

    await world.names(clientId, 'anna');
    const { head } = await world.indexOf(clientId);
    await world.aFunction().names(clientId, 'anna');

    await expectOneVersion(1);
    expect((await world.indexOf(clientId)).head).toEqual(head);
  });

  test('is made anew after a change: who was added is found, and the version before is gone with its key', async () => {
    await world.names(clientId, 'anna');
    const before = await world.indexOf(clientId);
    await add('Anna Alm');

    expect(await world.names(clientId, 'anna')).toEqual(['Anna Ek']);
    await world.rebuild(clientId);

    expect(await world.names(clientId, 'anna')).toEqual(['Anna Alm', 'Anna Ek']);
    await expectOneVersion(2);
    expect((await world.indexOf(clientId)).key?.key).not.toEqual(before.key?.key);
  });

  test('of nobody is one as well', async () => {
    await world.erase(clientId, anna);

    expect(await world.names(clientId, 'anna')).toEqual([]);

    await expectOneVersion(0);
  });

  test('that lost a part is made anew', async () => {
    await world.names(clientId, 'anna');
    const { parts } = await world.indexOf(clientId);
    await world.desk.bulk.writeEach(
      parts.map(({ pk, sk }) => ({ table: 'records', delete: { pk: String(pk), sk: String(sk) } })),
    );

    expect(await world.aFunction().names(clientId, 'anna')).toEqual(['Anna Ek']);

    await expectOneVersion(1);
  });

  test('that does not open is made anew, and the log says so', async () => {
    const logged = vi.spyOn(console, 'error').mockReturnValue();
    await world.names(clientId, 'anna');
    const { parts } = await world.indexOf(clientId);
    await world.desk.bulk.writeEach(
      parts.map((part) => ({ table: 'records', put: { ...part, sealed: broken(part) } })),
    );

    expect(await world.aFunction().names(clientId, 'anna')).toEqual(['Anna Ek']);

    await expectOneVersion(1);
    expect(String(logged.mock.calls)).toContain('directory-unreadable');
  });

  test('holds all but the one whose record is broken, and the log says who', async () => {
    const logged = vi.spyOn(console, 'error').mockReturnValue();
    const bo = await add('Bo Ask');
    const record = (await rawItems(world, 'records')).find(({ sk, kind }) => sk === bo && kind === 'staff') ?? {};
    await world.desk.bulk.writeEach([{ table: 'records', put: { ...record, sealed: broken(record) } }]);

    expect(await world.names(clientId, 'a')).toEqual(['Anna Ek']);

    await expectOneVersion(1);
    expect(JSON.parse(String(logged.mock.calls[0]))).toMatchObject({ event: 'record-unreadable', staffId: bo });
  });

  test('that came back with a restored table is none: its key is of another version', async () => {
    const logged = vi.spyOn(console, 'error');
    await world.names(clientId, 'anna');
    const old = await world.indexOf(clientId);
    await add('Anna Alm');
    await world.rebuild(clientId);
    world.clock.advance(1_000);
    await world.desk.bulk.writeEach(
      [old.head, ...old.parts].flatMap((item) => (item ? [{ table: 'records', put: item }] : [])),
    );

    expect(await world.aFunction().names(clientId, 'anna')).toEqual(['Anna Alm', 'Anna Ek']);

    expect(logged).not.toHaveBeenCalled();
    await expectOneVersion(2);
  });
});

describe('an order', () => {
  const order = (seenAtMs: number) => rebuildDirectory(world.desk, { clientId, seenAtMs });

  test('that is older than the index is done: one build does for many', async () => {
    const seenAtMs = world.clock.nowMs();
    world.clock.advance(3_000);
    await order(seenAtMs);
    const { head } = await world.indexOf(clientId);

    const again = await cost(() => order(seenAtMs + 2_000));

    expect((await world.indexOf(clientId)).head).toEqual(head);
    expect(again).toEqual({ requests: { BatchGetItem: 1 }, readUnits: 3, writeUnits: 0 });
  });

  test('that was seen within a second of the index is not: clocks differ', async () => {
    await order(world.clock.nowMs());
    const { head } = await world.indexOf(clientId);

    world.clock.advance(10_000);
    await order(head?.builtAtMs as number);

    expect((await world.indexOf(clientId)).head?.version).not.toBe(head?.version);
  });

  test('for a client that is not there ends quietly, and leaves nothing', async () => {
    await world.desk.bulk.writeEach([{ table: 'records', delete: recordKeys.client(clientId) }]);

    expect(await order(world.clock.nowMs())).toEqual({});

    expect(await world.indexOf(clientId)).toEqual({ head: undefined, parts: [], key: undefined });
  });

  test('for a large index waits until it has rested, unless its key is gone', async () => {
    await world.names(clientId, 'anna');
    const { head } = await world.indexOf(clientId);
    await world.desk.bulk.writeEach([{ table: 'records', put: { ...head, people: 10_000 } }]);
    world.clock.advance(5_000);

    const waiting = await order(world.clock.nowMs());
    await world.erase(clientId, anna);
    const erased = await order(world.clock.nowMs());

    expect([waiting, erased]).toEqual([{ againAfterSeconds: 15 }, {}]);
    await expectOneVersion(0);
  });
});

describe('a build', () => {
  test('that dies anywhere leaves an index that can be searched, and the next one clears up', async () => {
    await world.names(clientId, 'anna');
    await add('Anna Alm');
    const crashes = new CrashPoints();
    crashes.watch(world.client);

    for (let at = 1; ; at++) {
      world.clock.advance(2_000);
      crashes.arm(at);
      const died = await world.rebuild(clientId).then(
        () => false,
        () => true,
      );
      crashes.arm();
      const found = await world.aFunction().names(clientId, 'anna');
      expect([['Anna Ek'], ['Anna Alm', 'Anna Ek']]).toContainEqual(found);
      if (!died) break;
      expect(at).toBeLessThan(20);
    }

    expect(await world.names(clientId, 'anna')).toEqual(['Anna Alm', 'Anna Ek']);
    await expectOneVersion(2);
  });

  test('ten times at once ends with one version, which has everything', async () => {
    await Promise.all(Array.from({ length: 10 }, () => world.rebuild(clientId).catch(() => {})));
    await add('Anna Alm');
    world.clock.advance(2_000);

    await Promise.all([
      ...Array.from({ length: 5 }, () => world.rebuild(clientId).catch(() => {})),
      ...Array.from({ length: 5 }, () => world.aFunction().names(clientId, 'anna')),
    ]);

    expect(await world.names(clientId, 'anna')).toEqual(['Anna Alm', 'Anna Ek']);
    await expectOneVersion(2);
  });

  test('during which somebody was erased is not kept, whether or not there was an index before', async () => {
    const before = await standing();
    const bo = await add('Bo Ask');
    await world.erase(clientId, bo);
    expect(await buildDirectory(world.desk, clientId, before)).toMatchObject({ kept: false });
    await world.names(clientId, 'anna');

    const then = await standing();
    await world.erase(clientId, anna);
    const built = await buildDirectory(world.desk, clientId, then);

    expect(built.kept).toBe(false);
    expect(await world.indexOf(clientId)).toMatchObject({
      key: expect.not.objectContaining({ key: expect.anything() }),
    });
    expect(await world.names(clientId, 'anna')).toEqual([]);
    await expectOneVersion(0);
  });

  test('of a client that was erased meanwhile leaves nothing', async () => {
    const before = await standing();
    await world.desk.bulk.writeEach([{ table: 'records', delete: recordKeys.client(clientId) }]);

    expect(await buildDirectory(world.desk, clientId, before)).toMatchObject({ kept: false });

    expect(await world.indexOf(clientId)).toEqual({ head: undefined, parts: [], key: undefined });
  });

  test('costs the register, the parts, and a transaction; the parts before are read and deleted', async () => {
    await world.names(clientId, 'anna');
    world.clock.advance(2_000);

    expect(await cost(() => world.rebuild(clientId))).toEqual({
      requests: { BatchGetItem: 1, Query: 3, BatchWriteItem: 2, TransactWriteItems: 1 },
      // Client, head and key; the register and its keys; the part before (eventually consistent: half).
      readUnits: 3 + 1 + 1 + 0.5,
      // Part; head, key and check in a transaction; part before.
      writeUnits: 1 + 6 + 1,
    });
  });
});

describe('a batch of orders', () => {
  const again: string[] = [];
  const rebuildingApp = () => ({
    ...world.desk,
    patience: { bringAgain: async (handle: string) => void again.push(handle) },
  });
  const batch = (bodies: readonly string[]) =>
    ({
      Records: bodies.map((body, n) => ({ messageId: `m${n}`, receiptHandle: `r${n}`, body, attributes: {} })),
    }) as unknown as SQSEvent;

  test('is one build for each client, as new as its newest order, and what is no order fails alone', async () => {
    vi.spyOn(console, 'error').mockReturnValue();
    const bodies = [0, 1_000].map((n) => JSON.stringify({ clientId, seenAtMs: world.clock.nowMs() - n }));
    const { result, tally } = await world.meter.measure(() =>
      rebuildDirectories(rebuildingApp(), batch(['no order', ...bodies, '{}'])),
    );

    expect(result.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier)).toEqual(['m0', 'm3']);
    expect(tally.requests.TransactWriteItems).toBe(1);
    expect(again).toEqual([]);
    await expectOneVersion(1);
  });
});

test('somebody who is edited while the register is read, between records and keys, is in the index as edited', async () => {
  const edit = async () => {
    const params = { clientId, staffId: anna };
    const route = '/v1/clients/{clientId}/staff/{staffId}';
    const { etag } = await world.call(`GET ${route}`, { claims: world.supervisor, params });
    const body = { name: 'Anna Alm' };
    await world.call(`PATCH ${route}`, { claims: world.supervisor, params, body, ifMatch: etag });
  };
  const { promise: edited, resolve } = Promise.withResolvers<void>();
  world.client.middlewareStack.add(
    (next, context) => async (args) => {
      const { TableName } = args.input as { TableName?: string };
      const isQuery = context.commandName === 'QueryCommand';
      if (isQuery && TableName === world.tables.registerKeys) await edited;
      const reply = await next(args);
      if (isQuery && TableName === world.tables.records) await edit().then(resolve);
      return reply;
    },
    { step: 'initialize', name: 'edits' },
  );

  await world.rebuild(clientId);

  expect(await world.names(clientId, 'alm')).toEqual(['Anna Alm']);
});
