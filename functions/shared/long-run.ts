// A run that goes on from page to page until its time is up, and past what fails.
import type { Database, PageQuery } from '#shared/database.ts';
import type { Item } from '#shared/found.ts';

export interface LongRun {
  /** Asked before each page. */
  mayGoOn(): boolean;
  /** What could not be done: it is found again by the next run. */
  readonly errors: unknown[];
}

/**
 * Hands each page of a query on, one after the other: no more than one is held in memory.
 * @returns false where the time was up.
 */
export async function eachPage(
  { db }: { db: Database },
  { mayGoOn }: LongRun,
  query: PageQuery,
  act: (items: readonly Item[]) => Promise<void>,
): Promise<boolean> {
  let startAfter: Item | undefined;
  do {
    if (!mayGoOn()) return false;
    const page = await db.query({ ...query, ...(startAfter && { startAfter }) });
    if (page.items.length > 0) await act(page.items);
    startAfter = page.next;
  } while (startAfter);
  return true;
}
