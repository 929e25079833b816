// Forgets absences that ended seven days ago: why somebody was away is nobody's business for longer.
import type { App } from '#shared/app.ts';
import type { Item } from '#shared/found.ts';
import { log } from '#shared/log.ts';
import { ABSENCE_PARTITION, recordsTable } from '#shared/tables.ts';
import { StaleReadError } from '#shared/use-case.ts';
import { StaleKeyError } from '#shared/vault.ts';
import { withoutForgotten } from '#staff/absence-list.ts';
import { openStaff, staffAt, staffReads } from '#staff/store.ts';
import { writeAbsences } from '#staff/write-absences.ts';

const PAGE = 50;

/**
 * Costs one query for each fifty that are due and one batch read of 2 units each, and one transaction for each, of 4 units
 * and 1 for the index. Safe to run twice: what somebody else has written since is left, or found again; so is
 * a person whose other absences end later.
 * @throws AggregateError at the end, for what could not be forgotten: it is found again.
 */
export async function forgetAbsences(app: App): Promise<number> {
  const { name, partitionKey, sortKey } = recordsTable.indexes.due;
  const nowMs = app.clock.nowMs();
  const errors: unknown[] = [];
  let count = 0;
  let startAfter: Item | undefined;
  do {
    const page = await app.db.query({
      table: 'records',
      index: name,
      partition: { name: partitionKey, value: ABSENCE_PARTITION },
      sort: { name: sortKey, from: 0, until: nowMs },
      limit: PAGE,
      ...(startAfter && { startAfter }),
    });
    count += await forgetPage(app, page.items, errors);
    startAfter = page.next;
  } while (startAfter);
  if (errors.length > 0) throw new AggregateError(errors, 'Not every absence could be forgotten');
  return count;
}

/** The index may be behind: each record is read, opened and judged by itself. */
async function forgetPage(app: App, entries: readonly Item[], errors: unknown[]): Promise<number> {
  const people = entries.map(({ pk, sk }) => staffAt({ pk: pk as string, sk: sk as string }));
  const found = await app.db.read(people.flatMap(({ clientId, staffId }) => staffReads(clientId, staffId)));
  const forgotten = await Promise.all(
    people.map(async ({ clientId, staffId }) => {
      try {
        const staff = openStaff(found, clientId, staffId);
        const left = staff && withoutForgotten(staff.value.absences, app.clock.nowMs());
        if (!left) return false;
        await writeAbsences(app, staff, left);
        return true;
      } catch (error) {
        // Somebody is writing it just now: the next run looks again.
        if (error instanceof StaleReadError || error instanceof StaleKeyError) return false;
        log.error('absence-not-forgotten', error, { clientId, staffId });
        errors.push(error);
        return false;
      }
    }),
  );
  return forgotten.filter(Boolean).length;
}
