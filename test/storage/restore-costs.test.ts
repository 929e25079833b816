// What a restore costs in requests and units of DynamoDB: it goes through everything, and each thing once.
import { beforeEach, expect, test, vi } from 'vitest';
import { serveRequests } from '#api/requests.ts';
import { goThroughMessages } from '#restore/go-through-messages.ts';
import { goThroughRegister } from '#restore/go-through-register.ts';
import { goThroughRequests } from '#restore/go-through-requests.ts';
import { countUnderWay, settleDeliveries } from '#restore/settle-deliveries.ts';
import { type House, openHouse } from '#test/drill/house.ts';
import { employ, letServiceIn, type People, setUpClient } from '#test/drill/people.ts';
import { everyItem, restoreFrom } from '#test/drill/restored-table.ts';
import { type Restoring, restoring } from '#test/drill/restoring.ts';
import { takeOne } from '#test/drill/then.ts';
import { aRequestBody } from '#test/support/builders/requests.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { useEngine } from '#test/support/engine.ts';
import { fakeIdentity } from '#test/support/fake-identity.ts';
import { callerOf } from '#test/support/http-call.ts';
import { memoryEvidence } from '#test/support/memory-evidence.ts';

const MESSAGES = 5;
const REQUESTS = '/v1/clients/{clientId}/subject-requests';

const engine = useEngine();
let house: House;
let people: People;
let clientId: string;
let work: Restoring;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  const world = await engine.world();
  house = openHouse(world, { identity: fakeIdentity(new CrashPoints()), evidence: memoryEvidence() });
  people = await letServiceIn(house);
  clientId = (await setUpClient(house, people, 1, { months: 6 })).id;
  const { id: staffId } = await employ(house, people, clientId);
  for (let n = 0; n < MESSAGES; n++) await takeOne(house, people, clientId, { staffId });
  const restored = await restoreFrom(world, await everyItem(world, world.tables.records));
  work = restoring(restored, house.evidence, world.clock.nowMs());
});

test('a delivery that was under way takes one transaction of 4 units, and 2 for the index it leaves and the one its task enters', async () => {
  const deliveries = await countUnderWay(work.app);

  const { tally } = await house.world.meter.measure(() => settleDeliveries(work.app));

  expect(deliveries).toBe(2 * MESSAGES);
  expect(tally.requests).toEqual({ Query: 1, BatchGetItem: 1, TransactWriteItems: deliveries });
  expect(tally.writeUnits / deliveries).toBe(6);
  expect(await countUnderWay(work.app)).toBe(0);
});

test('messages that are as they were take one query and one batch read for a hundred, and no write', async () => {
  const { tally } = await house.world.meter.measure(() => goThroughMessages(work.app, clientId));

  expect(tally).toMatchObject({ requests: { Query: 1, BatchGetItem: 1 }, writeUnits: 0 });
});

test('requests take one query and one batch read for a hundred; one that was changed since 2 units, and a query of its findings', async () => {
  const log = callerOf(serveRequests(() => house.world.app));
  const call = { claims: people.privacyOfficer, params: { clientId } };
  const ids: string[] = [];
  for (let n = 0; n < 3; n++)
    ids.push((await log<{ id: string }>(`POST ${REQUESTS}`, { ...call, body: aRequestBody() })).body.id);
  const restored = await restoreFrom(house.world, await everyItem(house.world, house.world.tables.records));
  work = restoring(restored, house.evidence, house.world.clock.nowMs());

  const asTheyWere = await house.world.meter.measure(() => goThroughRequests(work.app, clientId));
  await log(`PATCH ${REQUESTS}/{requestId}`, {
    claims: people.privacyOfficer,
    params: { clientId, requestId: String(ids[0]) },
    ifMatch: '"1"',
    body: { notes: 'Hon ringde igen.' },
  });
  const changed = await house.world.meter.measure(() => goThroughRequests(work.app, clientId));

  expect(asTheyWere.tally).toMatchObject({ requests: { Query: 1, BatchGetItem: 1 }, writeUnits: 0 });
  expect(changed.tally).toMatchObject({
    requests: { Query: 2, BatchGetItem: 1, TransactWriteItems: 1 },
    writeUnits: 2,
  });
});

test('a register that is as it was takes a query for each partition and a batch read for each that holds something, two for members and one each for how calls are answered and who the service is', async () => {
  const { tally } = await house.world.meter.measure(() => goThroughRegister(work.app));

  // Clients; staff, members, messages and requests of one; members and requests of the service; machine clients;
  // sub-processors.
  expect(tally).toMatchObject({ requests: { Query: 9, BatchGetItem: 7 }, writeUnits: 0 });
});
