// Who the service is and who works for it, after a restore: what was changed since stops no agreement for ever, and is said anew.
import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { SubProcessor } from '#agreements/service-schema.ts';
import { portalSigning } from '#agreements/signing-method.ts';
import { serveAgreements } from '#api/agreements.ts';
import type { Client } from '#clients/schema.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { recordKeys } from '#shared/tables.ts';
import { type House, openHouse } from '#test/drill/house.ts';
import { letServiceIn, type People, setUpClient } from '#test/drill/people.ts';
import { restoreHouse } from '#test/drill/restored-house.ts';
import { AGREEMENTS, aService, aSubProcessor } from '#test/support/agreements-world.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { useEngine } from '#test/support/engine.ts';
import { fakeIdentity } from '#test/support/fake-identity.ts';
import { callerOf } from '#test/support/http-call.ts';
import { localSigner } from '#test/support/local-signer.ts';
import { memoryEvidence } from '#test/support/memory-evidence.ts';
import { portalPerson } from '#test/support/people.ts';

const ONE = '/v1/sub-processors/{subProcessorId}';
const AWS = 'spr_00000000000000000000000AWS';

const engine = useEngine();
let house: House;
let people: People;
let client: Client;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  house = openHouse(await engine.world(), { identity: fakeIdentity(new CrashPoints()), evidence: memoryEvidence() });
  people = await letServiceIn(house);
  client = await setUpClient(house, people, 1, { months: 6 });
  await desk(house).introduce();
});

type Draft = { ready: boolean; version: string; language: string; documentHash: string; text: string };

/** The routes of agreements, of whichever table is in service. */
function desk({ world }: House) {
  const call = callerOf(serveAgreements(() => ({ ...world.app, sealer: localSigner(), signing: portalSigning })));
  const claims = people.privacyOfficer;
  const list = async () => (await call<{ items: SubProcessor[] }>('GET /v1/sub-processors', { claims })).body.items;
  // Has no keys: a restore would take it for erased, and so there is a new one for each call.
  const asSignatory = async () => ({
    claims: await portalPerson(world, client.id, 'clientAdmin', undefined, { maySign: true }),
    params: { clientId: client.id },
  });
  const draft = async () => (await call<{ draft: Draft }>(`GET ${AGREEMENTS}`, await asSignatory())).body.draft;
  return {
    list,
    draft,
    details: () => call<{ details: object | null }>('GET /v1/service-details', { claims }),
    async introduce(changes: object = {}) {
      const { etag: ifMatch } = await call('GET /v1/service-details', { claims });
      return call('PUT /v1/service-details', { claims, body: { ...aService(), ...changes }, ifMatch });
    },
    add: async () => (await call<SubProcessor>('POST /v1/sub-processors', { claims, body: aSubProcessor() })).body.id,
    async change(subProcessorId: string, body: object) {
      const { version } = (await list()).find(({ id }) => id === subProcessorId) ?? { version: 0 };
      return call<SubProcessor>(`PATCH ${ONE}`, { claims, params: { subProcessorId }, body, ifMatch: `"${version}"` });
    },
    async sign() {
      const { version, language, documentHash } = await draft();
      const body = { version, language, documentHash, name: 'Åsa Öberg', title: 'VD', mayBind: true };
      return call<ProblemBody>(`POST ${AGREEMENTS}`, { ...(await asSignatory()), body });
    },
  };
}

describe('who the service is', () => {
  test('where it was changed since is not said, nothing is signed, and it is said anew', async () => {
    const { house: after, found } = await restoreHouse(house, () => desk(house).introduce({ phone: null }));

    expect(found('toFillIn')).toEqual(['serviceDetails']);
    expect((await desk(after).details()).body).toMatchObject({ details: null });
    expect(await desk(after).draft()).toMatchObject({ ready: false });
    expect((await desk(after).introduce()).status).toBe(200);
    expect((await desk(after).sign()).status).toBe(201);
  });

  test('goes where its key is gone, and is said anew', async () => {
    const { world } = house;

    const { house: after, found } = await restoreHouse(house, () =>
      world.raw.send(new DeleteCommand({ TableName: world.tables.registerKeys, Key: recordKeys.serviceDetails() })),
    );

    expect(found('toFillIn')).toEqual([]);
    expect((await desk(after).introduce()).status).toBe(200);
  });
});

describe('a sub-processor', () => {
  test('that was changed since stands empty, nothing is signed, and is filled in at once', async () => {
    const id = await desk(house).add();
    await desk(house).sign();

    const { house: after, found } = await restoreHouse(house, () =>
      desk(house).change(id, { contact: 'nytt@brevbararen.example' }),
    );

    expect(found('toFillIn')).toEqual([id]);
    expect(await desk(after).list()).toMatchObject([
      { id: AWS },
      { id, current: { name: 'Uppgifter saknas efter återställning', country: 'ZZ' }, next: null },
    ]);
    expect(await desk(after).draft()).toMatchObject({ ready: false });
    expect((await desk(after).sign()).body).toMatchObject({ code: 'service-details-missing' });
    const filled = await desk(after).change(id, aSubProcessor());
    expect(filled.body).toMatchObject({ current: { name: 'Brevbäraren AB' }, next: null });
    expect(await desk(after).draft()).toMatchObject({ ready: true });
    // From now on a change is announced as any other's is.
    expect((await desk(after).change(id, { place: 'Finland' })).body).toMatchObject({
      current: { place: 'Sverige' },
      next: { details: { place: 'Finland' } },
    });
  });

  test('of which a change was announced at T, and another since, tells of none', async () => {
    const id = await desk(house).add();
    await desk(house).sign();
    await desk(house).change(id, { place: 'Finland' });

    const { items } = await restoreHouse(house, () => desk(house).change(id, { place: 'Norge' }));

    const row = items.find(({ sk }) => sk === id);
    expect([row?.announcedAt, row?.holdsFrom]).toEqual([undefined, undefined]);
  });

  test('that comes with the code holds as the code has it, when it was changed since', async () => {
    await desk(house).change(AWS, { contact: 'ett@moln.example' });

    const { house: after, found } = await restoreHouse(house, () =>
      desk(house).change(AWS, { contact: 'tva@moln.example' }),
    );

    expect(found('toFillIn')).toEqual([AWS]);
    expect(await desk(after).list()).toMatchObject([{ id: AWS, version: 0, current: { country: 'LU' } }]);
    expect((await desk(after).change(AWS, { contact: 'tva@moln.example' })).status).toBe(200);
  });
});
