// Erases a client's whole staff: keys first, then the records, whose places tombstones take.
import { type BuryingApp, bury } from '#shared/bury.ts';
import { eachPage, type LongRun } from '#shared/long-run.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';
import { tombstone } from '#shared/tombstone.ts';
import { destroyStaffKeys } from '#staff/store.ts';

/** As many keys as go in one transaction. */
const PAGE = 50;

/**
 * Costs one query for each fifty people and for the end, one transaction for their keys (2 units each), an object in the
 * evidence, and record and tombstone at 1 unit each (1 more for an absence that is to be forgotten), 25 in a request.
 * @returns false where the time was up.
 */
export function eraseAllStaff(app: BuryingApp, run: LongRun, clientId: string): Promise<boolean> {
  const staff = {
    table: 'records' as const,
    partition: { name: recordsTable.partitionKey, value: recordKeys.staffOf(clientId).pk },
    limit: PAGE,
    consistent: true,
  };
  return eachPage(app, run, staff, async (items) => {
    const ids = items.map(({ sk }) => sk as string);
    await app.db.commit(ids.map((staffId) => destroyStaffKeys(clientId, staffId)));
    const erasedAtMs = app.clock.nowMs();
    await bury(
      app,
      ids.map((staffId) => {
        const erasure = { clientId, recordId: staffId, erasedAtMs };
        return {
          erasure,
          first: [tombstone(erasure)],
          last: [{ table: 'records', delete: recordKeys.staff(clientId, staffId) }],
        };
      }),
    );
  });
}
