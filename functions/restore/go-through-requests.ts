// Goes through the restored subject requests of one home beside today's keys: what is over goes, what does not open stands empty.
import { raiseTask } from '#attention/raise-task.ts';
import { changedErasure, erasureRead, toErasureRecord } from '#erasures/store.ts';
import { forgetFindings } from '#requests/forget-findings.ts';
import { type RequestRow, requestContext, toRequestRow } from '#requests/store.ts';
import type { RestoreApp } from '#restore/app.ts';
import { pagesOf } from '#restore/bury-client.ts';
import { emptyRequest } from '#restore/empty-details.ts';
import { mendRecord } from '#restore/mend-record.ts';
import type { Item } from '#shared/found.ts';
import { type KeyRow, keyRead, keyRowOf } from '#shared/register.ts';
import { recordKeys } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

/**
 * Costs for each hundred requests one query and one batch read. One without its key is over: it goes as at its own end, with
 * what was found for it, and leaves no tombstone: a query, 2 units for each finding, and 3 for the row and its indexes.
 * @param home a client, or SERVICE.
 */
export async function goThroughRequests(app: RestoreApp, home: string): Promise<void> {
  const readOf = ({ sk }: Item) => keyRead(recordKeys.request(home, sk as string));
  for await (const items of pagesOf(app, recordKeys.requestsOf(home).pk)) {
    const found = await app.db.read(items.map(readOf));
    for (const item of items) {
      const keys = keyRowOf(found.get(readOf(item)));
      if (keys) await mendRequest(app, home, item, keys);
      else await forget(app, home, item.sk as string);
    }
  }
}

/** The row last, by which the rest is found after a crash. */
async function forget(app: RestoreApp, home: string, requestId: string): Promise<void> {
  await forgetFindings(app, requestId);
  await app.bulk.writeEach([{ table: 'records', delete: recordKeys.request(home, requestId) }]);
}

async function mendRequest(app: RestoreApp, home: string, item: Item, keys: KeyRow): Promise<void> {
  const request = toRequestRow(item);
  const isPrepared = request.state !== 'released' && request.state !== 'closed';
  await mendRecord(app, {
    item,
    keys,
    context: requestContext(home, request.id),
    empty: emptyRequest(),
    told: isPrepared ? ['preparedAtMs', 'searchJobId', 'reportedAtMs', 'erasing'] : [],
    goesWith: async () => (isPrepared ? unprepare(app, request) : []),
  });
}

/**
 * Whom it names now may be another than the one of whom something was found and decided: all of that goes, so that nothing is
 * handed out or erased by it. Files that were made of it end within seven days.
 * @returns what takes an erasure back that was asked for, or under way: 2 units for each KB, and 4 for the task.
 */
async function unprepare(app: RestoreApp, { clientId, id, erasing }: RequestRow): Promise<Write[]> {
  await forgetFindings(app, id);
  if (!erasing) return [];
  const read = erasureRead(clientId, erasing.id);
  const item = (await app.db.read([read])).get(read);
  if (!item) return [];
  const withdrawn = { because: 'requestChanged' as const, atMs: app.clock.nowMs() };
  const task = erasing.isConfirmed ? raiseTask(app, { clientId, about: 'erasureStopped', refId: erasing.id }) : [];
  return [changedErasure({ ...toErasureRecord(item), state: 'withdrawn', withdrawn }), ...task];
}
