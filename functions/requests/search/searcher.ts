// What every store gives to be searched: its records page by page, and single ones as they stand now.
import type { Readable } from '#requests/search/field.ts';
import type { Quest } from '#requests/search/quest.ts';
import type { App } from '#shared/app.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import { log } from '#shared/log.ts';
import { StaleKeyError } from '#shared/vault.ts';

export interface Page {
  records: Readable[];
  /** Records that were looked at, those that are not told of among them. */
  looked: number;
  /** Records that do not open, though their key is there. */
  unreadable: number;
  /** Where the following page starts: a key of the store, made of ids. Absent at the end. */
  next?: string | undefined;
}

export interface Searcher {
  /** Stores of the register that it asks; the first is the one that findings are named by. */
  readonly stores: readonly [string, ...string[]];
  /** At most some hundred records are held at once. */
  page(app: App, home: string, quest: Quest, from: string | undefined): Promise<Page>;
  /** Single records as they stand now; what is gone is left out. */
  open(app: App, home: string, quest: Quest, recordIds: readonly string[]): Promise<Page>;
  /**
   * Of stores with many small rows about one id: a finding is the id, and this tells its rows, page by page.
   */
  rows?(app: App, home: string, quest: Quest, recordId: string, from: string | undefined): Promise<Page>;
}

export const PAGE = 100;
const READS = 4;

interface Opening<T> {
  /** What it is read by; read again where it has changed between two reads. */
  reads(one: T): ReadRequest[];
  /** @returns undefined where it is gone. */
  open(found: Found, one: T): Readable | undefined;
}

/**
 * Opens each. One that is broken stops nothing: it is counted, and the log says so.
 * @param found what has been read of them; empty: everything is to be read.
 * @throws StaleKeyError where one changes again and again.
 */
export async function openEach<T>(
  app: App,
  home: string,
  ids: readonly T[],
  { reads, open }: Opening<T>,
  found: Found | undefined = undefined,
): Promise<Pick<Page, 'records' | 'unreadable'>> {
  const known = found ?? (await app.db.read(ids.flatMap(reads)));
  const records: Readable[] = [];
  let unreadable = 0;
  let rest = [...ids];
  for (let n = 1; rest.length > 0; n++) {
    const stale: T[] = [];
    for (const one of rest) {
      try {
        const record = open(known, one);
        if (record) records.push(record);
      } catch (error) {
        if (error instanceof StaleKeyError && n < READS) stale.push(one);
        else if (error instanceof StaleKeyError) throw error;
        else {
          unreadable++;
          log.error('record-unreadable', error, { clientId: home });
        }
      }
    }
    rest = stale;
    // Into a new one would lose what others have read; what is read again takes the place of what was.
    if (rest.length > 0) await app.db.read(rest.flatMap(reads), known);
  }
  return { records, unreadable };
}

export const NOTHING: Page = { records: [], looked: 0, unreadable: 0 };
