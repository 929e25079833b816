// Each call of an erasure broken, in each way it can break: it converges, and at no moment does what named the person lead nowhere.
import { beforeAll, describe, expect, test } from 'vitest';
import type { ProblemBody } from '#shared/problems.ts';
import { recordKeys } from '#shared/tables.ts';
import { followReplacements } from '#staff/replacements.ts';
import { BrokenCalls, type Fault, type Point } from '#test/support/broken-calls.ts';
import { muteLogs } from '#test/support/delivery-world.ts';
import type { Answered } from '#test/support/http-call.ts';
import { memoryEngine, snapshotOf } from '#test/support/memory-tables.ts';
import type { Taken } from '#test/support/messages-world.ts';
import { rawItems } from '#test/support/raw-items.ts';
import { type StepsWorld, stepsWorld } from '#test/support/steps-world.ts';

const MEMBER = '/v1/clients/{clientId}/staff/{staffId}';

muteLogs('info', 'warn', 'error');

const calls = new BrokenCalls();
let world: StepsWorld;
let anna: string;
let dan: string;
let asBefore: () => void;

beforeAll(async () => {
  world = await stepsWorld(memoryEngine);
  anna = await world.planned();
  const steps = [{ channels: ['email' as const], to: { staffId: anna } }];
  dan = await world.somebody({ normal: steps, urgent: [], quietHours: null });
  const directory = { ...recordKeys.directory(world.clientId), key: new Uint8Array(32) };
  await world.app.db.commit([{ table: 'registerKeys', put: directory }]);
  calls.watch(world.client);
  asBefore = snapshotOf(world);
});

const erase = (replacement?: string): Promise<{ value: Answered<ProblemBody> } | undefined> =>
  calls.process('erase', () =>
    world.directory(`DELETE ${MEMBER}`, {
      claims: world.supervisor,
      params: { clientId: world.clientId, staffId: anna },
      ...(replacement && { query: { replacement } }),
    }),
  );

/** @returns how often it had to be asked. */
async function untilDone(replacement?: string): Promise<number> {
  for (let time = 1; time <= 5; time++) if ((await erase(replacement))?.value.status === 204) return time;
  throw new Error('It never comes to its end');
}

/** Where a message for the person, and one for a colleague whose plan names them, go. */
async function whereItGoes(): Promise<[string | null, boolean][]> {
  const taken: Taken[] = [await world.takeFor(anna), await world.takeFor(dan)];
  return taken.map(({ staffId, deliveries }) => [staffId, deliveries.length > 0]);
}

/** Whether the name can still be read, with the keys as they stand. */
const isReadable = async () => (await rawItems(world, 'registerKeys')).some(({ sk }) => sk === anna);

async function isGone(): Promise<void> {
  const [records, keys] = [await rawItems(world, 'records'), await rawItems(world, 'registerKeys')];
  expect(records.filter(({ sk }) => sk === anna).map(({ kind }) => kind)).toEqual(['tombstone']);
  const ofDirectory = keys.filter(({ pk }) => pk === recordKeys.directory(world.clientId).pk);
  expect(keys.filter(({ sk }) => sk === anna)).toEqual([]);
  // A mark stands where the key stood, so that a build which had read the person comes to nothing.
  expect(ofDirectory.map(({ key, version }) => ({ key, isOfPerson: String(version).startsWith(anna) }))).toEqual([
    { key: undefined, isOfPerson: true },
  ]);
}

const ways: [name: string, replacementOf: () => string | undefined, recipientOf: () => string | null][] = [
  ['with a replacement', () => world.bo, () => world.bo],
  ['without one', () => undefined, () => null],
];

describe.each(ways)('%s', (_, replacementOf, recipientOf) => {
  let points: readonly Point[];

  const eachFault = async (check: (fault: Fault, at: number) => Promise<void>) => {
    for (const [at, { call, faults }] of points.entries())
      for (const fault of faults) {
        asBefore();
        calls.arm([at, fault]);
        await check(fault, at).catch((cause: unknown) => {
          throw new Error(`call ${at}, ${call}, ${fault}`, { cause });
        });
      }
  };

  test('where nothing breaks it takes one batch read and two transactions', async () => {
    asBefore();
    calls.arm();
    await untilDone(replacementOf());
    points = calls.points;

    expect(points.map(({ call }) => call)).toEqual([
      'erase BatchGetCommand',
      'erase TransactWriteCommand',
      'erase TransactWriteCommand',
    ]);
    await isGone();
  });

  test('whatever breaks, it is done when it is asked again, with the same end', async () => {
    let asked = 0;

    await eachFault(async () => {
      asked = Math.max(asked, await untilDone(replacementOf()));
      calls.arm();
      await isGone();
      const lead = (await followReplacements(world.app, world.clientId, [anna])).get(anna);
      expect(lead).toBe(replacementOf() ?? 'generalInbox');
      expect(await whereItGoes()).toEqual([
        [recipientOf(), true],
        [dan, true],
      ]);
    });

    expect(asked).toBeGreaterThan(1);
  });

  test('whatever breaks, and though nobody asks again, messages come to the person or to who stands in', async () => {
    const seen = new Set<boolean>();

    await eachFault(async () => {
      await erase(replacementOf());
      calls.arm();
      const stands = await isReadable();
      seen.add(stands);
      expect(await whereItGoes()).toEqual([
        [stands ? anna : recipientOf(), true],
        [dan, true],
      ]);
    });

    expect([...seen].toSorted()).toEqual([false, true]);
  });

  test('after any fault a second call with another replacement does not undo the first', async () => {
    await eachFault(async () => {
      await erase(replacementOf());
      const decided = !(await isReadable());
      calls.arm();
      await untilDone(dan);
      const lead = (await followReplacements(world.app, world.clientId, [anna])).get(anna);
      expect(lead).toBe(decided ? (replacementOf() ?? 'generalInbox') : dan);
    });
  });
});
