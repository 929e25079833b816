// Buries records of the restored table that are erased: what hangs on them, the records, and a tombstone in their place.
import type { RestoreApp } from '#restore/app.ts';
import { buryClient } from '#restore/bury-client.ts';
import { deletions, type Going, goingOf, kindOf, readsFor } from '#restore/what-goes.ts';
import type { Erasure } from '#shared/evidence.ts';
import type { Found, Item, ReadRequest } from '#shared/found.ts';
import { recordKeys } from '#shared/tables.ts';
import { toErasure } from '#shared/tombstone.ts';
import { machineRows } from '#users/machine-store.ts';
import { changeHomes, homesIn } from '#users/store.ts';

/** Three items of each are read. */
const PAGE = 33;

export type TombstoneOf = (erasure: Erasure) => { table: 'records'; put: Item };

/**
 * Costs for each thirty-three one batch read, and a write of each item that goes or stays, 25 in a request. Safe to repeat
 * from wherever it died.
 * @param tombstoneOf says whether the evidence is still to be told.
 */
export async function bury(app: RestoreApp, erasures: readonly Erasure[], tombstoneOf: TombstoneOf): Promise<void> {
  const machines = erasures.some((erasure) => kindOf(erasure) === 'machine') ? await machineRows(app) : [];
  for (let start = 0; start < erasures.length; start += PAGE) {
    const page = erasures.slice(start, start + PAGE);
    const found = await app.db.read(page.flatMap((erasure) => [stoneRead(erasure), ...readsFor(erasure)]));
    const going = page.map((erasure) => goingOf(erasure, found, machines));
    await putTombstones(app, page, found, tombstoneOf);
    await app.bulk.writeEach(deletions(going.flatMap(({ first }) => first)));
    await leaveHomes(app, going);
    for (const { atOnce } of going) if (atOnce) await app.db.commit(deletions(atOnce));
    await app.bulk.writeEach(deletions(going.flatMap(({ last }) => last)));
  }
  for (const erasure of erasures) if (kindOf(erasure) === 'client') await buryClient(app, erasure);
}

const stoneRead = ({ clientId, recordId }: Erasure): ReadRequest => ({
  table: 'records',
  key: recordKeys.tombstone(clientId, recordId),
});

/** One that stands from later has the last word. */
async function putTombstones(app: RestoreApp, page: readonly Erasure[], found: Found, tombstoneOf: TombstoneOf) {
  const missing = page.filter((erasure) => {
    const standing = found.get(stoneRead(erasure));
    return standing === undefined || toErasure(standing).erasedAtMs < erasure.erasedAtMs;
  });
  await app.bulk.writeEach(missing.map(tombstoneOf));
}

/** Before the membership goes, by which this is found again. A user may leave several homes. */
async function leaveHomes(app: RestoreApp, going: readonly Going[]): Promise<void> {
  for (const { leaves } of going) {
    if (!leaves) continue;
    const { userId, home } = leaves;
    const found = await app.db.read([{ table: 'records', key: recordKeys.user(userId) }]);
    const user = homesIn(found, userId);
    if (!user?.memberOf.includes(home)) continue;
    const staying = user.memberOf.filter((other) => other !== home);
    await app.db.commit([changeHomes(userId, user, staying)]);
  }
}
