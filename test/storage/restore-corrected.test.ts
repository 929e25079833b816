// A message that was corrected since the time of a restore: its old text is gone for good, and nothing else is held up by it.
import { beforeEach, expect, test, vi } from 'vitest';
import type { MessageView } from '#messages/schema.ts';
import { openHouse } from '#test/drill/house.ts';
import { employ, letServiceIn, setUpClient } from '#test/drill/people.ts';
import { everyItem, restoreFrom } from '#test/drill/restored-table.ts';
import { restoring } from '#test/drill/restoring.ts';
import { takeOne } from '#test/drill/then.ts';
import { aMessage } from '#test/support/builders/messages.ts';
import { CrashPoints } from '#test/support/crash-points.ts';
import { useEngine } from '#test/support/engine.ts';
import { fakeIdentity } from '#test/support/fake-identity.ts';
import { memoryEvidence } from '#test/support/memory-evidence.ts';

const MESSAGES = '/v1/clients/{clientId}/messages';

const engine = useEngine();

beforeEach(() => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
});

test('stands without its text, is listed for the engineer, and its client’s list is whole, however often it is settled', async () => {
  const world = await engine.world();
  const house = openHouse(world, { identity: fakeIdentity(new CrashPoints()), evidence: memoryEvidence() });
  const people = await letServiceIn(house);
  const { id: clientId } = await setUpClient(house, people, 1, { months: 6 });
  const { id: staffId } = await employ(house, people, clientId);
  const corrected = await takeOne(house, people, clientId, { staffId });
  world.clock.advance(1_000);
  const other = await takeOne(house, people, clientId, { staffId });
  const copy = await everyItem(world, world.tables.records);
  const atMs = world.clock.nowMs();
  world.clock.advance(60_000);
  await house.ask(`POST ${MESSAGES}/{messageId}/corrections`, {
    claims: people.operator,
    params: { clientId, messageId: corrected.id },
    body: aMessage({ matter: 'Det var fel ärende.' }),
  });

  const restored = await restoreFrom(world, copy);
  const work = restoring(restored, house.evidence, atMs);
  await work.settle();
  const once = await everyItem(restored, restored.tables.records);
  await work.settle();

  const after = openHouse(restored, house);
  const call = { claims: people.supervisor, params: { clientId } };
  const { items } = await after.ask<{ items: MessageView[] }>(`GET ${MESSAGES}`, call);
  expect(items.map(({ id, matter }) => [id, matter])).toEqual([
    [other.id, other.matter],
    [corrected.id, 'Uppgifter saknas efter återställning'],
  ]);
  expect(items[1]).toMatchObject({ caller: { name: null, phone: null }, callBack: false, sensitive: true });
  expect(work.journal()).toContainEqual({ finding: 'textLost', clientId, recordId: corrected.id });
  expect(await everyItem(restored, restored.tables.records)).toEqual(once);
});
