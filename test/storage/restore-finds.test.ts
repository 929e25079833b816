// What a restore has to tell apart: whole clients, memberships that began anew, keys that are another's, wishes and numbers of then.
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { newTask, taskOf } from '#attention/store.ts';
import type { Client } from '#clients/schema.ts';
import { frameClient } from '#erasures/frame-client.ts';
import { eraseClients } from '#privacy/erase-clients.ts';
import { settleDeliveries } from '#restore/settle-deliveries.ts';
import { utcDay } from '#shared/clock.ts';
import { evidenceNames } from '#shared/evidence.ts';
import type { Item } from '#shared/found.ts';
import { keepErasures } from '#shared/keep-erasures.ts';
import { recordKeys } from '#shared/tables.ts';
import { type House, openHouse } from '#test/drill/house.ts';
import { employ, inviteUser, letServiceIn, type People, setUpClient } from '#test/drill/people.ts';
import { restoreHouse } from '#test/drill/restored-house.ts';
import { everyItem, restoreFrom } from '#test/drill/restored-table.ts';
import { restoring } from '#test/drill/restoring.ts';
import { takeOne } from '#test/drill/then.ts';
import { answeringOf } from '#test/support/answering-world.ts';
import { aMessage } from '#test/support/builders/messages.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { useEngine } from '#test/support/engine.ts';
import { fakeIdentity } from '#test/support/fake-identity.ts';
import { localSigner } from '#test/support/local-signer.ts';
import { memoryEvidence } from '#test/support/memory-evidence.ts';
import type { User } from '#users/schema.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const engine = useEngine();
let house: House;
let people: People;
let client: Client;
let other: Client;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  const world = await engine.world();
  house = openHouse(world, { identity: fakeIdentity(new CrashPoints()), evidence: memoryEvidence() });
  people = await letServiceIn(house);
  client = await setUpClient(house, people, 1, { months: 6 });
  other = await setUpClient(house, people, 2, { months: 6 });
});

const restoreAfter = (since: () => Promise<unknown>) => restoreHouse(house, since);

const tell = (clientId: string, recordId: string) =>
  keepErasures(house.sweeper.app, [{ clientId, recordId, erasedAtMs: house.world.clock.nowMs() }]);

describe('a whole client that was erased since', () => {
  const dropKey = (key: { pk: string; sk: string }) =>
    house.world.raw.send(new DeleteCommand({ TableName: house.world.tables.registerKeys, Key: key }));

  const hangsOn = (items: readonly Item[], clientId: string) =>
    items.filter(
      ({ pk, sk, clientId: of, kind }) =>
        `${pk} ${sk} ${of}`.includes(clientId) && kind !== 'tombstone' && kind !== 'audit',
    );

  beforeEach(async () => {
    const { id: staffId } = await employ(house, people, client.id);
    await takeOne(house, people, client.id, { staffId });
    await inviteUser(house, people, client.id, { email: 'admin@nordvik.example', role: 'clientAdmin' });
    await inviteUser(house, people, client.id, { email: 'tva@nordvik.example', role: 'clientAdmin' });
    await inviteUser(house, people, other.id, { email: 'tva@nordvik.example', role: 'clientAdmin' });
  });

  test.each([
    [
      'by the evidence',
      async () => {
        await tell(client.id, client.id);
        await dropKey(recordKeys.client(client.id));
      },
    ],
    ['by its key, which is gone', () => dropKey(recordKeys.client(client.id))],
  ])('is shown by no route, and the job leaves nothing of it, known %s', async (_, since) => {
    const { items, house: after } = await restoreAfter(since);
    const claims = people.supervisor;

    const standing = items.map(({ pk, sk }) => `${pk} ${sk}`);
    expect(standing).not.toContain(`CLIENTS ${client.id}`);
    expect(standing).toContain(`ERASED#${client.id} ${client.id}`);
    const params = { clientId: client.id };
    expect((await after.call('GET /v1/clients/{clientId}', { claims, params })).status).toBe(410);
    const others = { claims, params: { clientId: other.id } };
    expect((await after.call('GET /v1/clients/{clientId}', others)).status).toBe(200);
    // Its number is another's to have.
    await setUpClient(after, people, 1, { months: 6 });

    house.world.clock.advance(10 * MINUTE_MS);
    const app = { ...after.sweeper.app, identity: house.identity, signer: localSigner() };
    await eraseClients(app, () => true, frameClient(app));
    expect(hangsOn(await everyItem(after.world, after.world.tables.records), client.id)).toEqual([]);
    expect(hangsOn(await everyItem(after.world, after.world.tables.registerKeys), client.id)).toEqual([]);
  });
});

describe('a membership', () => {
  const params = () => ({ clientId: client.id });
  const members = (of: House) =>
    of.ask<{ items: User[] }>('GET /v1/clients/{clientId}/users', { claims: people.supervisor, params: params() });
  const withdraw = (userId: string) =>
    house.ask('DELETE /v1/clients/{clientId}/users/{userId}', {
      claims: people.supervisor,
      params: { ...params(), userId },
    });
  const both = { email: 'tva@nordvik.example', role: 'clientAdmin' } as const;

  test('that ended before T and began anew before T stands', async () => {
    const { id } = await inviteUser(house, people, client.id, both);
    await inviteUser(house, people, other.id, both);
    house.world.clock.advance(MINUTE_MS);
    await withdraw(id);
    await house.sweep();
    house.world.clock.advance(MINUTE_MS);
    await inviteUser(house, people, client.id, both);

    const { house: after } = await restoreAfter(async () => {});

    expect((await members(after)).items.map((member) => member.id)).toEqual([id]);
  });

  test.each([
    ['told', () => house.sweep()],
    ['not told', async () => {}],
  ])('that ended after T is gone, and the user stays where it is, when the evidence was %s', async (_, sweep) => {
    const { id } = await inviteUser(house, people, client.id, both);
    await inviteUser(house, people, other.id, both);

    const { house: after, items } = await restoreAfter(async () => {
      await withdraw(id);
      await sweep();
    });

    expect((await members(after)).items).toEqual([]);
    expect(items.find(({ pk }) => pk === recordKeys.user(id).pk)?.memberOf).toEqual([other.id]);
    expect(items).toContainEqual(expect.objectContaining({ pk: `ERASED#${client.id}`, sk: id }));
  });

  test('whose role was changed since has that of then, and is listed', async () => {
    const { id } = await inviteUser(house, people, client.id, both);
    const { id: staffId } = await employ(house, people, client.id);

    const { house: after, found } = await restoreAfter(() =>
      house.ask('PATCH /v1/clients/{clientId}/users/{userId}', {
        claims: people.supervisor,
        params: { ...params(), userId: id },
        ifMatch: '"1"',
        body: { role: 'staffMember', staffId },
      }),
    );

    expect(found('roleOfThen')).toEqual([id]);
    expect((await members(after)).items).toMatchObject([{ id, role: 'clientAdmin', email: both.email }]);
  });
});

describe('a person who was erased since', () => {
  const MEMBER = 'DELETE /v1/clients/{clientId}/staff/{staffId}';
  const erase = (staffId: string, replacement: string) =>
    house.ask(MEMBER, { claims: people.supervisor, params: { clientId: client.id, staffId }, query: { replacement } });
  const stoneOf = (items: readonly Item[], staffId: string) =>
    items.find(({ pk, sk }) => pk === recordKeys.tombstone(client.id, '').pk && sk === staffId);

  test('leads to the replacement again, when the evidence was told', async () => {
    const gone = await employ(house, people, client.id);
    const standIn = await employ(house, people, client.id);

    const { house: after, items } = await restoreAfter(async () => {
      await erase(gone.id, standIn.id);
      await house.sweep();
    });

    expect(stoneOf(items, gone.id)).toMatchObject({ replacement: standIn.id });
    expect(await takeOne(after, people, client.id, { staffId: gone.id })).toMatchObject({ staffId: standIn.id });
  });

  test('leads to the general inbox, when the evidence was not told yet', async () => {
    const gone = await employ(house, people, client.id);
    const standIn = await employ(house, people, client.id);

    const { house: after } = await restoreAfter(() => erase(gone.id, standIn.id));

    expect(await takeOne(after, people, client.id, { staffId: gone.id })).toMatchObject({ staffId: null });
  });

  test('leads nowhere where the client was erased too: that trace ends as others do', async () => {
    const gone = await employ(house, people, client.id);
    const standIn = await employ(house, people, client.id);

    const { items } = await restoreAfter(async () => {
      await erase(gone.id, standIn.id);
      await house.sweep();
      await tell(client.id, client.id);
    });

    const stone = stoneOf(items, gone.id);
    expect([stone?.replacement, typeof stone?.ttl]).toEqual([undefined, 'number']);
  });
});

test('a message whose key row is another message by now is erased', async () => {
  const take = () =>
    house.ask<{ id: string }>('POST /v1/clients/{clientId}/messages', {
      claims: people.operator,
      params: { clientId: client.id },
      body: aMessage(),
      idempotencyKey: 'samtal-1',
    });
  const { id: messageId } = await take();
  const params = { clientId: client.id, messageId };

  const { house: after, found } = await restoreAfter(async () => {
    await house.ask('DELETE /v1/clients/{clientId}/messages/{messageId}', { claims: people.supervisor, params });
    // A day later TTL has removed the row.
    house.world.clock.advance(2 * DAY_MS);
    const rows = await everyItem(house.world, house.world.tables.messageKeys);
    for (const { id } of rows)
      await house.world.raw.send(new DeleteCommand({ TableName: house.world.tables.messageKeys, Key: { id } }));
    await take();
  });

  expect(found('withoutKey')).toContain(messageId);
  const list = await after.call('GET /v1/clients/{clientId}/messages', {
    claims: people.operator,
    params: { clientId: client.id },
  });
  expect(list).toMatchObject({ status: 200, body: { items: [] } });
});

describe('a delivery that was under way', () => {
  const tasks = (items: readonly Item[]) =>
    items.filter(({ kind }) => kind === 'task').map(({ deliveryId }) => deliveryId);

  test('of a test of how messages arrive is unknown too, and nobody has to look at it', async () => {
    const { id: staffId } = await employ(house, people, client.id);
    const test = await house.ask<{ id: string }>('POST /v1/clients/{clientId}/staff/{staffId}/test-message', {
      claims: people.supervisor,
      params: { clientId: client.id, staffId },
      body: {},
    });

    const { items, found } = await restoreAfter(async () => {});

    const own = items.filter(({ kind, messageId }) => kind === 'delivery' && messageId === test.id);
    expect(own.length).toBeGreaterThan(0);
    expect(own.map(({ sk, state }) => [sk, state])).toEqual(found('unknown').map((id) => [id, 'unknown']));
    expect(tasks(items)).toEqual([]);
  });

  test('and that has a task already gets no second', async () => {
    const { id, deliveries } = await takeOne(house, people, client.id);
    const [first, second] = deliveries.map((one) => one.id);
    const delivery = { id: String(first), clientId: client.id, messageId: id, keyId: id, expiresAt: 2_000_000_000 };
    await house.world.app.db.commit([newTask({ reason: 'restored', createdAtMs: 1, delivery })]);

    const { items } = await restoreAfter(async () => {});

    expect(tasks(items).toSorted()).toEqual([first, second].toSorted());
    expect(items.find(({ sk }) => sk === taskOf(String(first)).sk)?.createdAtMs).toBe(1);
    expect(items.find(({ sk }) => sk === first)).toMatchObject({ state: 'unknown' });
  });

  test('is settled once by two runs at a time', async () => {
    const { deliveries } = await takeOne(house, people, client.id);
    const { world, evidence } = house;
    const restored = await restoreFrom(world, await everyItem(world, world.tables.records));
    const work = restoring(restored, evidence, world.clock.nowMs());

    await Promise.all([settleDeliveries(work.app), settleDeliveries(work.app)]);

    const items = await everyItem(restored, restored.tables.records);
    expect(tasks(items).toSorted()).toEqual(deliveries.map(({ id }) => id).toSorted());
    expect(items.filter(({ kind }) => kind === 'delivery').map(({ attempts }) => attempts)).toEqual(
      deliveries.map(() => [expect.objectContaining({ code: 'Restored' })]),
    );
  });
});

describe('a client that was changed since', () => {
  const patch = async (of: House, clientId: string, body: object) => {
    const call = { claims: people.supervisor, params: { clientId } };
    const { etag: ifMatch } = await of.call('GET /v1/clients/{clientId}', call);
    return of.call('PATCH /v1/clients/{clientId}', { ...call, ifMatch, body });
  };

  test('stands empty under its id, is found by its number, and is filled in by an edit', async () => {
    const { house: after, found } = await restoreAfter(() => patch(house, client.id, { town: 'Kramfors' }));

    expect(found('toFillIn')).toEqual([client.id]);
    const search = { claims: people.operator, body: { number: '08-465 004 11' } };
    expect((await after.call('POST /v1/clients/search', search)).body).toMatchObject({
      items: [{ id: client.id, name: 'Uppgifter saknas efter återställning', numbers: [] }],
    });
    const numbers = [{ number: '08-465 004 11' }];
    expect(await patch(after, client.id, { name: 'Kund 1', numbers })).toMatchObject({ status: 200 });
    expect(await patch(after, client.id, { numbers: [{ number: '08-465 004 12' }] })).toMatchObject({
      status: 409,
      body: { code: 'number-taken' },
    });
  });
});

describe('how calls are answered', () => {
  const calls = (of: House) => answeringOf({ call: of.call, supervisor: people.supervisor }, client.id);
  const stored = (items: readonly Item[]) => items.filter(({ sk }) => sk === 'now');

  beforeEach(async () => {
    await calls(house).notice({ text: 'Hissen står.' });
    await takeOne(house, people, client.id);
  });

  test('is as it was, and no message', async () => {
    const before = await calls(house).read();

    const { house: after, found } = await restoreAfter(async () => {});

    expect((await calls(after).read()).body).toEqual(before.body);
    expect([found('toFillIn'), found('withoutKey')]).toEqual([[], []]);
  });

  test('where it was changed since says so to the operators, and is filled in by an edit', async () => {
    const { house: after, found, items } = await restoreAfter(() => calls(house).change({ askFor: ['adress'] }));

    expect(found('toFillIn')).toEqual([client.id]);
    const { body, etag } = await calls(after).read();
    expect(body).toMatchObject({ instructions: 'Uppgifter saknas efter återställning', notices: [], hours: null });
    expect(stored(items)[0]).not.toHaveProperty('duePk');
    expect((await calls(after).change({ instructions: null }, { ifMatch: etag })).status).toBe(200);
  });

  test('where it was said for the first time since is not there, and is said anew', async () => {
    const { house: after } = await restoreAfter(() =>
      answeringOf({ call: house.call, supervisor: people.supervisor }, other.id).notice({ text: 'Ny.' }),
    );

    const anew = answeringOf({ call: after.call, supervisor: people.supervisor }, other.id);
    expect((await anew.read()).etag).toBe('"0"');
    expect((await anew.notice({ text: 'Åter ny.' })).status).toBe(201);
    expect((await anew.read()).body.notices).toMatchObject([{ text: 'Åter ny.' }]);
  });

  test('goes where its key is gone: it is noise', async () => {
    const Key = recordKeys.answering(client.id);
    const { world } = house;

    const { house: after, items } = await restoreAfter(() =>
      world.raw.send(new DeleteCommand({ TableName: world.tables.registerKeys, Key })),
    );

    expect(stored(items)).toEqual([]);
    expect((await calls(after).read()).etag).toBe('"0"');
  });
});

test('what the evidence says and nobody can read stops a restore before it has begun', async () => {
  const name = evidenceNames.erased(utcDay(house.world.clock.nowMs()), 'x');
  await house.evidence.put(name, '{}');

  const restored = restoreAfter(async () => {});

  await expect(restored).rejects.toThrow(`${name} cannot be read`);
});
