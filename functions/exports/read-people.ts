// Goes through a client's register page by page: whoever is edited meanwhile is read once more, and what does not open is counted.
import type { App } from '#shared/app.ts';
import { Found, type Item } from '#shared/found.ts';
import { log } from '#shared/log.ts';
import { readRegisterPage } from '#shared/register-page.ts';
import { recordKeys } from '#shared/tables.ts';
import { StaleKeyError } from '#shared/vault.ts';
import { type OpenedStaff, openStaff, staffReads } from '#staff/store.ts';

const PAGE = 200;
const READS = 4;

interface PeoplePage {
  people: OpenedStaff[];
  unreadable: number;
}

/** Two queries for each two hundred people. */
export async function* pagesOfPeople(app: App, clientId: string): AsyncGenerator<PeoplePage> {
  let startAfter: Item | undefined;
  do {
    const page = await readRegisterPage(app.db, recordKeys.staffOf(clientId).pk, { limit: PAGE, startAfter });
    yield await opened(app, clientId, page.found, page.sortKeys);
    startAfter = page.next;
  } while (startAfter);
}

async function opened(app: App, clientId: string, first: Found, ids: readonly string[]): Promise<PeoplePage> {
  const people: OpenedStaff[] = [];
  let unreadable = 0;
  let found = first;
  let rest = ids;
  for (let n = 1; rest.length > 0; n++) {
    const stale: string[] = [];
    for (const staffId of rest) {
      try {
        const one = openStaff(found, clientId, staffId);
        if (one) people.push(one);
      } catch (error) {
        if (error instanceof StaleKeyError && n < READS) stale.push(staffId);
        else {
          log.error('record-unreadable', error, { clientId, staffId });
          unreadable++;
        }
      }
    }
    rest = stale;
    found = await app.db.read(
      rest.flatMap((staffId) => staffReads(clientId, staffId)),
      new Found(),
    );
  }
  return { people, unreadable };
}
