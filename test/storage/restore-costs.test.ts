// What a restore costs in requests and units of DynamoDB: it goes through everything, and each thing once.
import { beforeEach, expect, test, vi } from 'vitest';
import { goThroughMessages } from '#restore/go-through-messages.ts';
import { goThroughRegister } from '#restore/go-through-register.ts';
import { countUnderWay, settleDeliveries } from '#restore/settle-deliveries.ts';
import { type House, openHouse } from '#test/drill/house.ts';
import { employ, letServiceIn, type People, setUpClient } from '#test/drill/people.ts';
import { everyItem, restoreFrom } from '#test/drill/restored-table.ts';
import { type Restoring, restoring } from '#test/drill/restoring.ts';
import { takeOne } from '#test/drill/then.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { useEngine } from '#test/support/engine.ts';
import { fakeIdentity } from '#test/support/fake-identity.ts';
import { memoryEvidence } from '#test/support/memory-evidence.ts';

const MESSAGES = 5;

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

test('a register that is as it was takes a query for each partition and a batch read for each that holds something, two for members and one for how calls are answered', async () => {
  const { tally } = await house.world.meter.measure(() => goThroughRegister(work.app));

  // Clients; staff, members and messages of one; members of the service; machine clients.
  expect(tally).toMatchObject({ requests: { Query: 6, BatchGetItem: 6 }, writeUnits: 0 });
});
