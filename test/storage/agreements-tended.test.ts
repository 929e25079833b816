// Agreements by the clock: a newer version, an announced sub-processor, the end of a client, and ten years after it.
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { tendAgreements } from '#agreements/tend-agreements.ts';
import type { Item } from '#shared/found.ts';
import { recordKeys } from '#shared/tables.ts';
import { type AgreementsWorld, agreementsWorld, aSubProcessor } from '#test/support/agreements-world.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { useEngine } from '#test/support/engine.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { runAs } from '#test/support/under-grants.ts';

const engine = useEngine();
const DAY_MS = 86_400_000;
let world: AgreementsWorld;
let agreementId: string;

beforeEach(async () => {
  world = await agreementsWorld(engine);
  await world.introduce();
  agreementId = (await world.sign()).body.id;
});

const tend = () => runAs('tend-privacy', () => tendAgreements(world.app, () => true));
const daysLater = async (days: number) => {
  world.clock.advance(days * DAY_MS);
  return tend();
};
const all = async (kind: string) => (await rawItems(world, 'records')).filter((item) => item.kind === kind);
const letters = async () =>
  (await all('job')).filter(({ work }) => work === 'letter').map(({ refId }) => String(refId).split('.'));
const reasons = async () => (await all('task')).map(({ reason }) => reason);
const standing = async () => (await world.list()).body.items[0];
const row = async () => (await all('agreement')).find(({ sk }) => sk === agreementId) as Item;

/** As it would stand after a deployment with a newer version. */
const signedLongAgo = () =>
  world.raw.send(
    new UpdateCommand({
      TableName: world.tables.records,
      Key: recordKeys.agreement(world.clientId, agreementId),
      UpdateExpression: 'SET #template = :old',
      ExpressionAttributeNames: { '#template': 'template' },
      ExpressionAttributeValues: { ':old': '2025-01' },
    }),
  );
const setStatus = async (status: string) => {
  const at = { claims: world.supervisor, params: { clientId: world.clientId } };
  const { etag } = await world.directory('GET /v1/clients/{clientId}', at);
  await world.directory('PATCH /v1/clients/{clientId}', { ...at, ifMatch: etag, body: { status } });
};

test('an agreement that nothing has happened to is looked at once a day, and nobody is written to', async () => {
  const [atOnce, nextDay, again] = [await tend(), await daysLater(1), await tend()];

  expect([atOnce, nextDay, again]).toEqual([0, 0, 0]);
  expect((await row()).dueAt).toBe(world.clock.nowMs() + DAY_MS);
  expect(await letters()).toEqual([]);
});

test('a look costs a read of the client, and one transaction', async () => {
  world.clock.advance(DAY_MS);

  const { tally } = await world.meter.measure(tend);

  expect(tally.requests).toEqual({ Query: 2, BatchGetItem: 2, TransactWriteItems: 1 });
  expect(tally.writeUnits).toBeLessThanOrEqual(6);
});

describe('a newer version', () => {
  beforeEach(signedLongAgo);

  test('is told once, with the day until which it is to be signed', async () => {
    await daysLater(1);
    await daysLater(1);

    expect(await letters()).toEqual([['admins', 'agreementNewVersion', agreementId, '2027-02-22']]);
    expect(await standing()).toMatchObject({ state: 'signed', version: '2025-01', signBefore: '2027-02-22' });
    expect((await world.list()).body.draft).toMatchObject({ newVersion: true });
  });

  test('is told again two weeks before, and after the day a person is asked: nothing stops', async () => {
    await daysLater(1);
    await daysLater(80);
    const before = await reasons();
    for (let day = 0; day < 12; day++) await daysLater(1);

    expect(await letters()).toHaveLength(2);
    expect([before, await reasons()]).toEqual([[], ['agreementOutdated']]);
    const { body } = await world.call<{ items: Item[] }>('GET /v1/agreements', { claims: world.officer });
    expect(body.items).toMatchObject([{ standing: 'overdue' }]);
    const client = (await all('client'))[0];
    expect(client?.agreedAt).toBeDefined();
  });

  test('that is signed ends the countdown', async () => {
    await daysLater(1);
    await world.introduce({ address: 'Kajen 2, Härnösand' });

    const { body } = await world.sign();

    expect((await standing())?.id).toBe(body.id);
    expect(await standing()).toMatchObject({ version: '2026-12', signBefore: null });
  });

  test.each([1, 2])('is told exactly once where the look dies at point %i', async (point) => {
    const crashes = new CrashPoints();
    crashes.watch(world.client);
    vi.spyOn(console, 'error').mockImplementation(() => {});
    world.clock.advance(DAY_MS);

    crashes.arm(point);
    await expect(tend()).rejects.toThrow('agreement-not-looked-after');
    crashes.arm();
    await tend();

    expect(await letters()).toHaveLength(1);
  });
});

describe('what is announced of sub-processors', () => {
  const announce = async () => {
    const added = await world.call<{ id: string; next: { holdsFrom: string } }>('POST /v1/sub-processors', {
      claims: world.officer,
      body: aSubProcessor(),
    });
    return added.body;
  };

  test('is told within a day, thirty days before it holds', async () => {
    const { next } = await announce();
    await daysLater(1);
    await daysLater(1);

    expect(next.holdsFrom).toBe('2026-12-24');
    expect(await letters()).toEqual([['admins', 'subProcessorChange', agreementId, '2026-12-24']]);
  });

  test('two at once are one letter, and a later one another', async () => {
    await announce();
    await announce();
    await daysLater(1);
    await announce();
    await daysLater(1);

    expect(await letters()).toHaveLength(2);
  });

  test('whoever signs afterwards has read it, and is told nothing', async () => {
    await announce();
    world.clock.advance(60_000);
    const { draft } = (await world.list()).body;
    expect(draft?.text).toContain('Brevbäraren AB');
    expect(draft?.changedFacts).toBe(true);
    await world.sign();

    await daysLater(1);

    expect(await letters()).toEqual([]);
  });
});

describe('the end of a client', () => {
  test('ends its agreement, which is kept ten years from then', async () => {
    await setStatus('ended');

    await daysLater(1);

    expect(await standing()).toMatchObject({
      state: 'ended',
      endedAt: '2026-11-24T08:00:00.000Z',
      keptUntil: '2036-11-24T08:00:00.000Z',
    });
  });

  test('is taken back with the client', async () => {
    await setStatus('ended');
    await daysLater(1);
    await setStatus('active');

    await daysLater(1);

    expect(await standing()).toMatchObject({ state: 'signed', endedAt: null, keptUntil: null });
    expect(await row()).not.toHaveProperty('ttl');
  });

  test('that is erased leaves it readable for a privacy officer, until ten years are over', async () => {
    await setStatus('ended');
    await daysLater(1);
    const { pk, sk } = recordKeys.client(world.clientId);
    await world.app.db.commit([
      { table: 'records', delete: { pk, sk } },
      { table: 'registerKeys', delete: { pk, sk } },
    ]);
    await daysLater(1);
    const kept = await world.read(agreementId, { claims: world.officer });
    const listed = await world.list({ claims: world.officer });
    const before = await daysLater(3_640);

    world.clock.moveTo(Date.parse('2036-11-24T09:00:00Z'));
    const after = await tend();

    expect([kept.status, listed.body.draft]).toEqual([200, null]);
    expect(listed.body.items).toHaveLength(1);
    expect([before, after]).toEqual([0, 1]);
    expect(await all('agreement')).toEqual([]);
    const keys = (await rawItems(world, 'registerKeys')).filter(({ pk: at }) => String(at).startsWith('AGREEMENTS#'));
    expect(keys).toEqual([]);
  });
});
