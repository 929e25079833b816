// Somebody who stands in every store that is searched is erased: no report tells of her, and no copy of anything either.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { wayToErase } from '#erasures/ways-to-erase.ts';
import { tendFiles } from '#jobs/tend-files.ts';
import { stepsOf } from '#requests/search/plan.ts';
import { recordKeys } from '#shared/tables.ts';
import { type TableThief, tableThief } from '#test/support/adversary/table-thief.ts';
import { useEngine } from '#test/support/engine.ts';
import { type ErasingPeople, erasingPeople } from '#test/support/erasing-people.ts';
import { anna, type LifeEverywhere, liveEverywhere, words } from '#test/support/life-everywhere.ts';

const engine = useEngine();
const hers = [...Object.values(words), 'Anna Lind', '+46701740650', 'anna@lind.example'];

let world: ErasingPeople;
let thief: TableThief;
let life: LifeEverywhere;

beforeEach(async () => {
  for (const level of ['info', 'warn', 'error'] as const) vi.spyOn(console, level).mockImplementation(() => {});
  world = await erasingPeople(engine);
  thief = tableThief(world);
  life = await liveEverywhere(world);
  await thief.look();
});

/** What words of others say of her is changed by people: a notice is taken down, a machine client gets another name. */
async function putOtherwise(): Promise<void> {
  const { clientId, supervisor: claims } = world;
  const params = { clientId, noticeId: life.noticeId };
  await world.directory('DELETE /v1/clients/{clientId}/answering/notices/{noticeId}', { claims, params });
  const key = recordKeys.machine(life.machinePlace);
  await world.app.db.commit([
    { table: 'registerKeys', delete: key },
    { table: 'records', delete: key },
  ]);
}

/** @returns the request that it was done for. */
async function eraseHer(): Promise<string> {
  const requestId = await world.instructed(anna);
  const id = await world.erasePerson(requestId);
  const waiting = (await world.look(id)).body;
  expect([waiting.state, waiting.byHand.map(({ store }) => store).sort()]).toEqual([
    'byHand',
    ['answering', 'machine'],
  ]);
  await putOtherwise();
  await world.goOn(id);
  await world.runAll();
  expect((await world.look(id)).body).toMatchObject({ state: 'done', byHand: [] });
  return requestId;
}

describe('somebody who stands in every store', () => {
  test('is found in each of them, and all of it can be read with the keys, in the export too', async () => {
    const requestId = await world.instructed(anna);
    const found = new Set((await world.found(requestId)).map(({ store }) => store));

    expect([...found].sort()).toEqual(
      stepsOf(world.clientId)
        .map(({ searcher }) => searcher.stores[0])
        .sort(),
    );
    expect(thief.open(hers)).toEqual([]);
    expect((await thief.recover(hers)).sort()).toEqual(hers.filter((text) => text !== words.erased).sort());
    expect(await thief.inFiles(hers)).toEqual(expect.arrayContaining([words.staff, words.message, words.client]));
  });

  test('is told of by no report after her erasure, and by no copy once what she asked for is over; the others stand', async () => {
    const requestId = await eraseHer();
    await thief.look();
    const inFiles = await thief.inFiles([...hers, ...life.others]);
    const left = (await world.found(requestId)).filter((one) => wayToErase(one) !== 'kept');
    for (const one of [requestId, life.earlier]) await world.endOf(one);
    const again = await world.searched(anna);
    await world.decideAll(again, { decision: 'include', third: 'none' });
    await world.reported(again);
    const { sections } = await world.reportOf(again);
    await world.step(again, { step: 'release' });
    await world.endOf(again);
    await tendFiles(world.app, () => true);
    await thief.look();

    expect([left, inFiles]).toEqual([[], []]);
    expect(sections.flatMap(({ store, entries }) => entries.map(({ id }) => [store, id]))).toEqual([
      ['request', expect.stringContaining(again)],
    ]);
    expect(await thief.recover(hers)).toEqual([]);
    expect(await thief.inFiles([...hers, ...life.others])).toEqual([]);
    expect(await thief.recover(life.others)).toEqual(life.others);
  });
});
