// Forgets notices that have ended: they leave the record, and no older copy of it tells of them.
import { answeringReads, currentNotices, openAnswering } from '#clients/answering.ts';
import { writeAnswering } from '#clients/write-answering.ts';
import type { App } from '#shared/app.ts';
import type { Item } from '#shared/found.ts';
import { log } from '#shared/log.ts';
import { NOTICE_PARTITION, recordKeys, recordsTable } from '#shared/tables.ts';
import { StaleReadError } from '#shared/use-case.ts';
import { StaleKeyError } from '#shared/vault.ts';

const PAGE = 50;

/**
 * Costs one query for each fifty clients that are due and one batch read of 2 units each, and one transaction for each, of 4
 * units and 1 for the index. Safe to run twice: what somebody else has written since is left, or found again.
 * @returns how many clients had one.
 * @throws AggregateError at the end, for what could not be forgotten: it is found again.
 */
export async function forgetNotices(app: App): Promise<number> {
  const { name, partitionKey, sortKey } = recordsTable.indexes.due;
  const nowMs = app.clock.nowMs();
  const errors: unknown[] = [];
  let count = 0;
  let startAfter: Item | undefined;
  do {
    const page = await app.db.query({
      table: 'records',
      index: name,
      partition: { name: partitionKey, value: NOTICE_PARTITION },
      sort: { name: sortKey, from: 0, until: nowMs },
      limit: PAGE,
      ...(startAfter && { startAfter }),
    });
    count += await forgetPage(app, page.items, errors);
    startAfter = page.next;
  } while (startAfter);
  if (errors.length > 0) throw new AggregateError(errors, 'Not every notice could be forgotten');
  return count;
}

const clientOf = ({ pk }: Item) => (pk as string).slice(recordKeys.messagesOf('').pk.length);

/** The index may be behind: each record is read, opened and judged by itself. */
async function forgetPage(app: App, entries: readonly Item[], errors: unknown[]): Promise<number> {
  const clientIds = entries.map(clientOf);
  const found = await app.db.read(clientIds.flatMap(answeringReads));
  const forgotten = await Promise.all(
    clientIds.map(async (clientId) => {
      try {
        const answering = openAnswering(found, clientId);
        const { notices = [] } = answering?.value ?? {};
        if (!answering || currentNotices(notices, app.clock.nowMs()).length === notices.length) return false;
        await writeAnswering(app, answering, {});
        return true;
      } catch (error) {
        // Somebody is writing it just now: the next run looks again.
        if (error instanceof StaleReadError || error instanceof StaleKeyError) return false;
        log.error('notice-not-forgotten', error, { clientId });
        errors.push(error);
        return false;
      }
    }),
  );
  return forgotten.filter(Boolean).length;
}
