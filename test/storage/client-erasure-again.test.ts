// The job that erases clients, dying, meeting itself, running out of time, or overtaken: still nothing is left but tombstones.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { recordKeys } from '#shared/tables.ts';
import { useEngine } from '#test/support/engine.ts';
import {
  aFullClient,
  type ErasingWorld,
  erasingWorld,
  type FullClient,
  nothingLeft,
} from '#test/support/erasing-world.ts';
import { portalPerson } from '#test/support/people.ts';
import { rawItems } from '#test/support/raw-items.ts';

const MINUTE_MS = 60_000;

const engine = useEngine();
let world: ErasingWorld;
let client: FullClient;

async function aWorld(): Promise<void> {
  world = await erasingWorld(engine);
  client = await aFullClient(world, (await world.aClient()).body.id);
}

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  await aWorld();
});

const untilNothingIsInFlight = () => world.clock.advance(6 * MINUTE_MS);

async function begin(): Promise<void> {
  await world.end(client.id);
  await world.eraseClient(client.id);
}

const left = () => world.left(client.id);

describe('a run', () => {
  test('that dies at any point is finished by the next', async () => {
    await begin();
    world.crashes.arm();
    await world.job();
    const points = world.crashes.passed;
    expect(points).toBeGreaterThan(30);

    for (let at = 1; at <= points; at += 1) {
      await aWorld();
      await begin();
      world.crashes.arm(at);
      await world.job().catch(() => undefined);
      world.crashes.arm();
      untilNothingIsInFlight();

      const next = await world.job();

      expect([at, next, await left()]).toEqual([at, { done: 1, finished: true }, nothingLeft]);
      expect([...world.identity.accounts.keys()]).toEqual([client.elsewhereToo]);
    }
  }, 120_000);

  test('beside four others does the same as alone', async () => {
    await begin();
    untilNothingIsInFlight();

    const runs = await Promise.allSettled(Array.from({ length: 5 }, () => world.job()));
    untilNothingIsInFlight();
    await world.job();

    expect(runs.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await left()).toEqual(nothingLeft);
    expect((await world.progress(client.id)).body.state).toBe('done');
    expect([...world.identity.accounts.keys()]).toEqual([client.elsewhereToo]);
  });

  test('whose time is up says so, and the next goes on', async () => {
    await begin();
    untilNothingIsInFlight();
    let asked = 0;

    const first = await world.job(() => ++asked < 3);

    expect(first).toEqual({ done: 0, finished: false });
    expect((await world.progress(client.id)).body.state).toBe('running');
    expect(await world.job()).toEqual({ done: 1, finished: true });
    expect(await left()).toEqual(nothingLeft);
  });

  test('that cannot remove one account goes on with the rest, fails, and is repeated', async () => {
    await begin();
    untilNothingIsInFlight();
    const { removeAccount } = world.identity;
    world.identity.removeAccount = async () => {
      throw new Error('Cognito is away');
    };

    await expect(world.job()).rejects.toThrow('Not everything');

    expect((await world.progress(client.id)).body.state).toBe('running');
    const kinds = new Set((await world.traces('records', client.id)).map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['audit', 'tombstone', 'clientErasure', 'membership', 'user', 'erasure', 'job']));
    world.identity.removeAccount = removeAccount;
    expect(await world.job()).toEqual({ done: 1, finished: true });
    expect(await left()).toEqual(nothingLeft);
  });

  test('takes a membership whose user is not there, as a restored table may have it', async () => {
    await portalPerson(world, client.id, 'clientAdmin');
    await begin();
    untilNothingIsInFlight();

    expect(await world.job()).toEqual({ done: 1, finished: true });
    expect(await left()).toEqual(nothingLeft);
  });

  test('erases more than a page of messages', async () => {
    for (let n = 0; n < 120; n++) await world.take(client.id, { staffId: client.staffIds[0] });
    await begin();
    untilNothingIsInFlight();

    await world.job();

    expect(await left()).toEqual(nothingLeft);
    const tombstones = (await rawItems(world, 'records')).filter(
      ({ pk }) => pk === recordKeys.tombstone(client.id, '').pk,
    );
    expect(tombstones).toHaveLength(120 + 3 + 2 + 2 + 1);
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
    untilNothingIsInFlight();
    const last = await world.job();

    expect(between).not.toEqual(nothingLeft);
    expect(last).toEqual({ done: 1, finished: true });
    expect(await left()).toEqual(nothingLeft);
    expect([...world.identity.accounts.keys()]).toEqual([client.elsewhereToo]);
  });
});
