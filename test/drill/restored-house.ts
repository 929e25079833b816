// A house whose table of records is lost and restored: what was changed since stands in today's keys alone.
import type { Finding } from '#restore/app.ts';
import type { Item } from '#shared/found.ts';
import { type House, openHouse } from '#test/drill/house.ts';
import { everyItem, restoreFrom } from '#test/drill/restored-table.ts';
import { restoring } from '#test/drill/restoring.ts';

const MINUTE_MS = 60_000;

interface RestoredHouse {
  house: House;
  /** Ids of the records that this was found of. */
  found(finding: Finding): string[];
  /** What the restored table holds. */
  items: Item[];
}

/** What `since` changes is lost: the table of now is put in service after it. */
export async function restoreHouse(house: House, since: () => Promise<unknown>): Promise<RestoredHouse> {
  const { world, evidence } = house;
  const copy = await everyItem(world, world.tables.records);
  const atMs = world.clock.nowMs();
  world.clock.advance(MINUTE_MS);
  await since();
  const restored = await restoreFrom(world, copy);
  const work = restoring(restored, evidence, atMs);
  await work.settle();
  return {
    house: openHouse(restored, house),
    found: (finding) => work.journal().flatMap((entry) => (entry.finding === finding ? [entry.recordId] : [])),
    items: await everyItem(restored, restored.tables.records),
  };
}
