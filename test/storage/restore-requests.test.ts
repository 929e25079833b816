// Subject requests after a restore: those that were changed or ended since, and what was found, made and erased by them.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { serveAttention } from '#api/attention.ts';
import { serveRequests } from '#api/requests.ts';
import type { Client } from '#clients/schema.ts';
import { newErasure } from '#erasures/store.ts';
import { endRequest } from '#requests/end-request.ts';
import { askErasing, confirmErasing } from '#requests/erasing.ts';
import type { SubjectRequest } from '#requests/schema.ts';
import { questOf } from '#requests/search/quest.ts';
import { requestSearcher } from '#requests/search/requests.ts';
import { tendRequests } from '#requests/tend-requests.ts';
import { newId } from '#shared/ids.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import { type House, openHouse } from '#test/drill/house.ts';
import { letServiceIn, type People, setUpClient } from '#test/drill/people.ts';
import { restoreHouse } from '#test/drill/restored-house.ts';
import { aRequestBody } from '#test/support/builders/requests.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { useEngine } from '#test/support/engine.ts';
import { fakeIdentity } from '#test/support/fake-identity.ts';
import { callerOf } from '#test/support/http-call.ts';
import { memoryEvidence } from '#test/support/memory-evidence.ts';

const DAY_MS = 24 * 60 * 60_000;
const LIST = '/v1/clients/{clientId}/subject-requests';
const ONE = `${LIST}/{requestId}`;

const engine = useEngine();
let house: House;
let people: People;
let client: Client;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  house = openHouse(await engine.world(), { identity: fakeIdentity(new CrashPoints()), evidence: memoryEvidence() });
  people = await letServiceIn(house);
  client = await setUpClient(house, people, 1, { months: 6 });
});

/** The routes of requests by an officer, of whichever table is in service. */
function desk({ world }: House) {
  const call = callerOf(serveRequests(() => world.app));
  const of = (requestId: string, home = client.id) => ({
    claims: people.privacyOfficer,
    params: { clientId: home, requestId },
  });
  const read = (requestId: string, home?: string) => call<SubjectRequest>(`GET ${ONE}`, of(requestId, home));
  return {
    read,
    async log(home = client.id, fields: object = {}) {
      const params = { clientId: home };
      const body = aRequestBody({ by: 'client', ...fields });
      const made = await call<SubjectRequest>(`POST ${LIST}`, { claims: people.privacyOfficer, params, body });
      return made.body.id;
    },
    async change(requestId: string, body: object, home?: string) {
      const { etag: ifMatch } = await read(requestId, home);
      return call<SubjectRequest>(`PATCH ${ONE}`, { ...of(requestId, home), ifMatch, body });
    },
    step: (requestId: string, body: object) => call<SubjectRequest>(`POST ${ONE}/steps`, { ...of(requestId), body }),
  };
}

/** An erasure request that is searched for, of which something was found. */
async function prepared() {
  const now = desk(house);
  const id = await now.log(client.id, { kind: 'erasure' });
  await now.step(id, { step: 'identify', method: 'calledBack' });
  await now.step(id, { step: 'instruct', decision: 'carryOut', given: 'email', text: 'Gör det' });
  await now.step(id, { step: 'prepare' });
  const rows = [recordKeys.finding(id, '', 'search'), recordKeys.finding(id, 'message', newId('message', 0))];
  await house.world.app.db.commit(
    rows.map((key) => ({ table: 'records' as const, put: { ...key, kind: 'finding', decision: 'include' } })),
  );
  return id;
}

describe('a request that was changed since', () => {
  test.each([
    ['a client', () => client.id],
    ['the service', () => SERVICE],
  ])('of %s stands empty with its times, is reminded of, found in, and filled in by an edit', async (_, home) => {
    const id = await desk(house).log(home());
    const { body: before } = await desk(house).read(id, home());

    const { house: after, found } = await restoreHouse(house, () =>
      desk(house).change(id, { notes: 'Hon ringde igen.' }, home()),
    );

    expect(found('toFillIn')).toEqual([id]);
    const { status, body } = await desk(after).read(id, home());
    expect([status, body]).toMatchObject([
      200,
      {
        who: { names: [], phones: [], emails: [], staffId: null },
        text: 'Uppgifter saknas efter återställning',
        contact: null,
        state: before.state,
        receivedAt: before.receivedAt,
        deadline: before.deadline,
      },
    ]);
    // Whoever looks for a person goes through all requests.
    const nobody = questOf({ given: { names: [], phones: [], emails: [] } });
    expect(await requestSearcher.page(after.world.app, home(), nobody, undefined)).toMatchObject({ looked: 1 });
    expect((await desk(after).change(id, { who: { names: ['Eva Ek'] } }, home())).status).toBe(200);
    expect((await desk(after).read(id, home())).body.who.names).toEqual(['Eva Ek']);
    house.world.clock.advance(40 * DAY_MS);
    expect(await tendRequests(after.world.app, () => true)).toBe(1);
  });

  test('forgets what was found, and is searched for anew before anything is made of it', async () => {
    const id = await prepared();

    const { house: after, items } = await restoreHouse(house, () => desk(house).change(id, { notes: 'Mer.' }));

    expect(items.filter(({ kind }) => kind === 'finding')).toEqual([]);
    const { body } = await desk(after).read(id);
    expect(body).toMatchObject({ state: 'preparing', searchJobId: null, preparedAt: null });
    expect(body.steps).not.toContain('prepare');
    // Whom it names is asked of the client, and whether its instruction still holds.
    const { body: named } = await desk(after).change(id, { who: { names: ['Eva Ek'] } });
    expect(named).toMatchObject({ instruction: null, identity: null });
    await desk(after).step(id, { step: 'instruct', decision: 'carryOut', given: 'email', text: 'Det gäller Eva Ek' });
    const again = await desk(after).step(id, { step: 'prepare' });
    expect(again).toMatchObject({ status: 200, body: { searchJobId: expect.stringMatching(/^job_/) } });
  });

  test('takes the erasure back that was under way, and a supervisor is told', async () => {
    const requestId = await prepared();
    const { db, newId: idOf, clock } = house.world.app;
    const erasureId = idOf('erasure');
    const { body: request } = await desk(house).read(requestId);
    const erasure = {
      id: erasureId,
      clientId: client.id,
      version: 1,
      what: 'person' as const,
      why: 'subjectRequest' as const,
      state: 'running' as const,
      requestId,
      askedBy: 'usr_1',
      askedAs: 'privacyOfficer' as const,
      askedAtMs: clock.nowMs(),
      firstPerson: 'usr_1',
      certificateId: idOf('certificate'),
    };
    await db.commit([newErasure(erasure), askErasing(request, erasureId)]);
    await db.commit([confirmErasing(request, erasureId)]);

    const { house: after, items } = await restoreHouse(house, () => desk(house).change(requestId, { notes: 'Mer.' }));

    const { sk } = recordKeys.erasure(client.id, erasureId);
    const stopped = items.find((item) => item.kind === 'erasure' && item.sk === sk);
    expect(stopped).toMatchObject({ state: 'withdrawn', withdrawn: { because: 'requestChanged' } });
    expect(stopped).not.toHaveProperty('listPk');
    const tasks = callerOf(serveAttention(() => after.world.app));
    expect((await tasks('GET /v1/attention', { claims: people.supervisor })).body).toMatchObject({
      items: [{ reason: 'erasureStopped', refId: erasureId }],
    });
    expect((await desk(after).change(requestId, { who: { names: ['Eva Ek'] } })).status).toBe(200);
  });

  test('and closed before keeps what was found until its end', async () => {
    const id = await prepared();
    await desk(house).step(id, { step: 'close', outcome: 'withdrawn' });

    const { house: after, items } = await restoreHouse(house, () => desk(house).change(id, { notes: 'Mer.' }));

    expect(items.filter(({ kind }) => kind === 'finding')).toHaveLength(2);
    expect((await desk(after).read(id)).body).toMatchObject({ state: 'closed', closing: { text: null } });
  });
});

test('a request that has come to its end since is gone, with what was found for it and no tombstone', async () => {
  const [id, other] = [await prepared(), await desk(house).log()];

  const {
    house: after,
    items,
    found,
  } = await restoreHouse(house, () => endRequest(house.world.app, { clientId: client.id, id }));

  expect(items.filter(({ kind }) => kind === 'finding' || kind === 'tombstone')).toEqual([]);
  expect([found('withoutKey'), found('toFillIn')]).toEqual([[], []]);
  expect((await desk(after).read(id)).status).toBe(404);
  expect((await desk(after).read(other)).body).toMatchObject({ who: { names: ['Eva Ek'] } });
});
