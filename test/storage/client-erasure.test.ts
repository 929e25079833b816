// The job that erases clients: nothing is left of them but tombstones, and others stay whole.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { erasedObject } from '#shared/evidence.ts';
import { keepTombstones } from '#shared/keep-erasures.ts';
import { evidencePrefixes, recordKeys } from '#shared/tables.ts';
import { useEngine } from '#test/support/engine.ts';
import {
  aFullClient,
  type ErasingWorld,
  erasingWorld,
  type FullClient,
  nothingLeft,
} from '#test/support/erasing-world.ts';
import { rawItems } from '#test/support/raw-items.ts';

const MINUTE_MS = 60_000;
const MEMBER = '/v1/clients/{clientId}/staff/{staffId}';

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

const untilNothingIsInFlight = () => world.clock.advance(6 * MINUTE_MS);

async function begin(): Promise<void> {
  await world.end(client.id);
  await world.eraseClient(client.id);
}

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
    untilNothingIsInFlight();

    const report = await world.job();

    expect(report).toEqual({ done: 1, finished: true });
    expect(await world.left(client.id)).toEqual(nothingLeft);
    expect(await ofOthers()).toEqual(before);
    const { id, staffIds, messageIds, onlyHere, elsewhereToo } = client;
    expect((await tombstonesOf(id)).sort()).toEqual([id, ...staffIds, ...messageIds, onlyHere, elsewhereToo].sort());
    expect((await tombstonesOf('service')).sort()).toEqual([onlyHere, client.ownMachine.machineId].sort());
  });

  test('keeps who has read its protected people, and gives an end to what led from an erased person to another', async () => {
    const [gone = '', standIn = ''] = client.staffIds;
    const claims = world.supervisor;
    const hidden = (await world.aStaffMember(client.id, { protected: true })).body.id;
    const member = (staffId: string) => ({ claims, params: { clientId: client.id, staffId } });
    await world.directory(`GET ${MEMBER}`, member(hidden));
    await world.directory(`DELETE ${MEMBER}`, { ...member(gone), query: { replacement: standIn } });
    const kinds = async () => (await world.traces('records', client.id)).map(({ kind }) => kind);
    const before = await kinds();
    await begin();
    untilNothingIsInFlight();

    await world.job();
    const again = await world.job();

    expect(before).toContain('audit');
    expect(await world.left(client.id)).toEqual(nothingLeft);
    const stone = (await rawItems(world, 'records')).find(({ sk }) => sk === gone);
    expect([stone?.replacement, typeof stone?.ttl]).toEqual([undefined, 'number']);
    expect(again).toEqual({ done: 0, finished: true });
  });

  test('takes the account of who belongs nowhere else, and only the membership of who does', async () => {
    await begin();
    untilNothingIsInFlight();

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
    untilNothingIsInFlight();

    await world.job();

    const machines = await world.access<{ items: unknown[] }>('GET /v1/machine-clients', { claims: world.supervisor });
    expect(machines.body.items).toMatchObject([{ machineId: sharedMachine.machineId, clientIds: [other] }]);
    expect(secret(ownMachine.oauthClientId)).not.toBe(own);
    expect(secret(sharedMachine.oauthClientId)).toBe(shared);
  });

  test('is in the evidence with everything that it had: told before the records go, or by the next sweep', async () => {
    await begin();
    untilNothingIsInFlight();
    await world.job();

    await keepTombstones(world.app);

    const told = [...world.evidence.objects]
      .filter(([name]) => name.startsWith(evidencePrefixes.days))
      .flatMap(([, text]) => erasedObject().parse(JSON.parse(text)).erasures);
    const { id, staffIds, messageIds, onlyHere, elsewhereToo, ownMachine } = client;
    const ofClient = told.filter(({ clientId }) => clientId === id).map(({ recordId }) => recordId);
    const ofService = told.filter(({ clientId }) => clientId === 'service').map(({ recordId }) => recordId);
    expect(ofClient.sort()).toEqual([id, ...staffIds, ...messageIds, onlyHere, elsewhereToo].sort());
    expect(ofService.sort()).toEqual([onlyHere, ownMachine.machineId].sort());
  });

  test('is done only by a run that began when nothing could be in flight any more', async () => {
    await begin();
    world.clock.advance(4 * MINUTE_MS);

    const early = await world.job();
    const running = await world.progress(client.id);
    world.clock.advance(2 * MINUTE_MS);
    const late = await world.job();
    const done = await world.progress(client.id);

    expect([early.done, late.done]).toEqual([0, 1]);
    expect(running.body).toMatchObject({ state: 'running', doneAt: null, certificateId: null });
    const doneAt = new Date(world.clock.nowMs()).toISOString();
    expect(done.body).toMatchObject({ state: 'done', doneAt, certificateId: expect.stringMatching(/^cer_/) });
    expect(await world.job()).toEqual({ done: 0, finished: true });
  });

  test('costs for each message, person and member what is written above the use cases, and one query when there is none', async () => {
    await begin();
    const { tally: first } = await world.meter.measure(() => world.job());
    untilNothingIsInFlight();
    const { tally: last } = await world.meter.measure(() => world.job());
    const { tally: idle } = await world.meter.measure(() => world.job());

    // The row of erasures, and one query for each part.
    // The keys of the index and of how calls are answered go again, whoever has made one meanwhile.
    // Before and after it the erasure itself, and the last closed day, to which the certificate points.
    expect(last.requests).toEqual({ Query: 17, TransactWriteItems: 4 });
    expect(last.writeUnits).toBe(23);
    expect(idle.requests).toEqual({ Query: 1 });
    // Keys of three messages and a machine client; the claim of the other, keys of staff, the machine client, three
    // transactions of two users;
    // tombstones and deliveries, messages, tombstones of staff, staff, tasks, jobs, suppressed addresses, counts; the keys of the
    // index and of how calls are answered, and the index.
    // Before all that the count: a query of the erasure and of each of seven parts, the users, and the row that it is kept in.
    expect(first.requests).toEqual({
      Query: 22,
      UpdateItem: 4,
      TransactWriteItems: 9,
      BatchWriteItem: 10,
      BatchGetItem: 4,
    });
  });
});
