// The job that erases clients: nothing is left but tombstones, whatever dies, comes late or happens twice; others stay whole.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { erasedObject } from '#shared/evidence.ts';
import { keepTombstones } from '#shared/keep-erasures.ts';
import { recordKeys } from '#shared/tables.ts';
import { useEngine } from '#test/support/engine.ts';
import { aFullClient, type ErasingWorld, erasingWorld, type FullClient } from '#test/support/erasing-world.ts';
import { portalPerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';

const MINUTE_MS = 60_000;

const engine = useEngine();
let world: ErasingWorld;
let other: string;
let client: FullClient;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await erasingWorld(engine);
  other = (await world.aClient()).body.id;
  await world.take(other, { staffId: (await world.aStaffMember(other)).body.id });
  client = await aFullClient(world, other);
});

const afterAll = () => world.clock.advance(6 * MINUTE_MS);

async function begin(): Promise<void> {
  await world.end(client.id);
  await world.eraseClient(client.id);
}

/** Kinds of what names the client in Records, each once; and how many rows of RegisterKeys and keys of messages there are. */
async function left(): Promise<unknown> {
  const records = (await world.traces('records', client.id)).map(({ kind }) => kind as string);
  const rows = await world.traces('messageKeys', client.id);
  return {
    records: [...new Set(records)].sort(),
    registerKeys: (await world.traces('registerKeys', client.id)).length,
    messageKeys: rows.filter((row) => row.key || row.noteKey || row.bodyMac || row.expiryDay).length,
  };
}
const nothing = { records: ['tombstone'], registerKeys: 0, messageKeys: 0 };

/** Everything in the tables that is not the client's, but for the user and the machine client who have two. */
async function ofOthers(): Promise<string[]> {
  const tables = ['records', 'registerKeys', 'messageKeys'] as const;
  const items = (await Promise.all(tables.map((table) => rawItems(world, table)))).flat();
  const { machineId, oauthClientId } = client.ownMachine;
  const own = [
    client.id,
    client.onlyHere,
    client.elsewhereToo,
    machineId,
    oauthClientId,
    client.sharedMachine.machineId,
  ];
  return items
    .map((item) => JSON.stringify(Object.entries(item).sort()))
    .filter((text) => !own.some((id) => text.includes(id)))
    .sort();
}

const tombstonesOf = async (clientId: string) =>
  (await rawItems(world, 'records'))
    .filter(({ kind, pk }) => kind === 'tombstone' && pk === recordKeys.tombstone(clientId, '').pk)
    .map(({ sk }) => sk as string);

describe('a client that is erased', () => {
  test('leaves nothing in Records and RegisterKeys but tombstones, and nobody else loses anything', async () => {
    await begin();
    const before = await ofOthers();
    afterAll();

    const report = await world.job();

    expect(report).toEqual({ done: 1, finished: true });
    expect(await left()).toEqual(nothing);
    expect(await ofOthers()).toEqual(before);
    const { id, staffIds, messageIds, onlyHere, elsewhereToo } = client;
    expect((await tombstonesOf(id)).sort()).toEqual([id, ...staffIds, ...messageIds, onlyHere, elsewhereToo].sort());
    expect((await tombstonesOf('service')).sort()).toEqual([onlyHere, client.ownMachine.machineId].sort());
  });

  test('takes the account of who belongs nowhere else, and only the membership of who does', async () => {
    await begin();
    afterAll();

    await world.job();

    expect([...world.identity.accounts.keys()]).toEqual([client.elsewhereToo]);
    const listed = await world.access<{ items: unknown[] }>('GET /v1/clients/{clientId}/users', {
      claims: world.supervisor,
      params: { clientId: other },
    });
    expect(listed.body.items).toMatchObject([{ id: client.elsewhereToo, name: 'erik', state: 'active' }]);
    const user = (await rawItems(world, 'records')).find(({ pk }) => pk === `USER#${client.elsewhereToo}`);
    expect(user?.memberOf).toEqual([other]);
  });

  test('takes the secret of a machine client that is bound to it alone, and its binding from the others', async () => {
    const { ownMachine, sharedMachine } = client;
    const secret = (place: string) => world.identity.secretOf(place);
    const [own, shared] = [secret(ownMachine.oauthClientId), secret(sharedMachine.oauthClientId)];
    await begin();
    afterAll();

    await world.job();

    const machines = await world.access<{ items: unknown[] }>('GET /v1/machine-clients', { claims: world.supervisor });
    expect(machines.body.items).toMatchObject([{ machineId: sharedMachine.machineId, clientIds: [other] }]);
    expect(secret(ownMachine.oauthClientId)).not.toBe(own);
    expect(secret(sharedMachine.oauthClientId)).toBe(shared);
  });

  test('is in the evidence with everything that it had: told before the records go, or by the next sweep', async () => {
    await begin();
    afterAll();
    await world.job();

    await keepTombstones(world.app);

    const told = [...world.evidence.objects.values()].flatMap(
      (text) => erasedObject().parse(JSON.parse(text)).erasures,
    );
    const { id, staffIds, messageIds, onlyHere, elsewhereToo, ownMachine } = client;
    const ofClient = told.filter(({ clientId }) => clientId === id).map(({ recordId }) => recordId);
    const ofService = told.filter(({ clientId }) => clientId === 'service').map(({ recordId }) => recordId);
    expect(ofClient.sort()).toEqual([id, ...staffIds, ...messageIds, onlyHere, elsewhereToo].sort());
    expect(ofService.sort()).toEqual([onlyHere, ownMachine.machineId].sort());
  });

  test('is done only by a run that began when nothing could be in flight any more', async () => {
    await begin();
    const requestedAt = new Date(world.clock.nowMs()).toISOString();
    world.clock.advance(4 * MINUTE_MS);

    const early = await world.job();
    const running = await world.progress(client.id);
    world.clock.advance(2 * MINUTE_MS);
    const late = await world.job();
    const done = await world.progress(client.id);

    expect([early.done, late.done]).toEqual([0, 1]);
    expect(running.body).toEqual({ clientId: client.id, state: 'running', requestedAt, doneAt: null });
    const doneAt = new Date(world.clock.nowMs()).toISOString();
    expect(done.body).toEqual({ clientId: client.id, state: 'done', requestedAt, doneAt });
    expect(await world.job()).toEqual({ done: 0, finished: true });
  });

  test('costs for each message, person and member what is written above the use cases, and one query when there is none', async () => {
    await begin();
    const { tally: first } = await world.meter.measure(() => world.job());
    afterAll();
    const { tally: last } = await world.meter.measure(() => world.job());
    const { tally: idle } = await world.meter.measure(() => world.job());

    // The row of erasures, and one query for each part.
    expect(last.requests).toEqual({ Query: 7, TransactWriteItems: 1 });
    expect(last.writeUnits).toBe(4);
    expect(idle.requests).toEqual({ Query: 1 });
    // Keys of three messages and two machine clients; keys of staff, the machine client, three transactions of two users;
    // tombstones and deliveries, messages, tombstones of staff, staff, tasks, counts.
    expect(first.requests).toEqual({
      Query: 7,
      UpdateItem: 5,
      TransactWriteItems: 5,
      BatchWriteItem: 6,
      BatchGetItem: 2,
    });
  });
});

describe('a run', () => {
  test('that dies at any point is finished by the next', async () => {
    await begin();
    world.crashes.arm();
    await world.job();
    const points = world.crashes.passed;
    expect(points).toBeGreaterThan(30);

    for (let at = 1; at <= points; at += 1) {
      world = await erasingWorld(engine);
      other = (await world.aClient()).body.id;
      client = await aFullClient(world, other);
      await begin();
      world.crashes.arm(at);
      await world.job().catch(() => undefined);
      world.crashes.arm();
      afterAll();

      const next = await world.job();

      expect([at, next, await left()]).toEqual([at, { done: 1, finished: true }, nothing]);
      expect([...world.identity.accounts.keys()]).toEqual([client.elsewhereToo]);
    }
  }, 120_000);

  test('beside four others does the same as alone', async () => {
    await begin();
    afterAll();

    const runs = await Promise.allSettled(Array.from({ length: 5 }, () => world.job()));
    afterAll();
    await world.job();

    expect(runs.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await left()).toEqual(nothing);
    expect((await world.progress(client.id)).body.state).toBe('done');
    expect([...world.identity.accounts.keys()]).toEqual([client.elsewhereToo]);
  });

  test('whose time is up says so, and the next goes on', async () => {
    await begin();
    afterAll();
    let asked = 0;

    const first = await world.job(() => ++asked < 3);

    expect(first).toEqual({ done: 0, finished: false });
    expect((await world.progress(client.id)).body.state).toBe('running');
    expect(await world.job()).toEqual({ done: 1, finished: true });
    expect(await left()).toEqual(nothing);
  });

  test('that cannot remove one account goes on with the rest, fails, and is repeated', async () => {
    await begin();
    afterAll();
    const { removeAccount } = world.identity;
    world.identity.removeAccount = async () => {
      throw new Error('Cognito is away');
    };

    await expect(world.job()).rejects.toThrow('Not everything');

    expect((await world.progress(client.id)).body.state).toBe('running');
    const kinds = new Set((await world.traces('records', client.id)).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['tombstone', 'clientErasure', 'membership', 'user']));
    world.identity.removeAccount = removeAccount;
    expect(await world.job()).toEqual({ done: 1, finished: true });
    expect(await left()).toEqual(nothing);
  });

  test('takes a membership whose user is not there, as a restored table may have it', async () => {
    await portalPerson(world, client.id, 'clientAdmin');
    await begin();
    afterAll();

    expect(await world.job()).toEqual({ done: 1, finished: true });
    expect(await left()).toEqual(nothing);
  });

  test('erases more than a page of messages', async () => {
    for (let n = 0; n < 120; n++) await world.take(client.id, { staffId: client.staffIds[0] });
    await begin();
    afterAll();

    await world.job();

    expect(await left()).toEqual(nothing);
    expect(await tombstonesOf(client.id)).toHaveLength(120 + 3 + 2 + 2 + 1);
  }, 60_000);
});

describe('what was read before the client was erased, and is written after', () => {
  /** Runs before the first transaction of `act`, whose reads are done by then. */
  async function overtaken(by: () => Promise<unknown>, act: () => Promise<unknown>): Promise<void> {
    let once = true;
    world.client.middlewareStack.add(
      (next, context) => async (args) => {
        if (once && context.commandName?.startsWith('TransactWrite')) {
          once = false;
          await by();
        }
        return next(args);
      },
      { step: 'initialize', name: 'overtaken', priority: 'high' },
    );
    await act();
    world.client.middlewareStack.remove('overtaken');
  }

  test.each<[string, () => Promise<unknown>]>([
    ['a message', () => world.take(client.id, {})],
    ['a person', () => world.aStaffMember(client.id)],
    ['a member', () => world.invite(client.id, 'sven')],
    ['a machine client', () => world.bindMachine(client.id)],
  ])('%s: is found by the run that ends the erasure', async (_, act) => {
    await world.access('DELETE /v1/machine-clients/{machineId}', {
      claims: world.supervisor,
      params: { machineId: client.ownMachine.machineId },
    });
    const early = async () => {
      await world.eraseClient(client.id);
      await world.job();
    };
    // Ended and erased in the time between a read and a write: the status was still another when it was read.
    const ended = async () => {
      await world.end(client.id);
      await early();
    };

    await overtaken(ended, act);
    const between = await left();
    afterAll();
    const last = await world.job();

    expect(between).not.toEqual(nothing);
    expect(last).toEqual({ done: 1, finished: true });
    expect(await left()).toEqual(nothing);
    expect([...world.identity.accounts.keys()]).toEqual([client.elsewhereToo]);
  });
});
