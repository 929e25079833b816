// Takes a person's addresses off the list of those that are sent nothing more.
import { openRows, suppressionRead, writeSuppressed } from '#deliveries/suppressions.ts';
import { sureSlots } from '#requests/search/look-at.ts';
import type { Quest } from '#requests/search/quest.ts';
import { suppressionSearcher } from '#requests/search/suppressed.ts';
import type { App } from '#shared/app.ts';

interface Place {
  home: string;
  /** Whose row: the person's, a colleague's, or the client's of its general inbox. */
  recordId: string;
  quest: Quest;
}

/** How many rows have something of the person beyond doubt, 0 or 1: two reads of 2 units. */
export const countSuppressed = async (app: App, place: Place): Promise<number> =>
  (await withoutPerson(app, place)) ? 1 : 0;

/**
 * Costs two reads of 2 units and one transaction of 4.
 * @throws StaleReadError where the row has changed since it was read.
 */
export async function eraseSuppressed(app: App, place: Place): Promise<void> {
  const found = await withoutPerson(app, place);
  if (found) await writeSuppressed(app, found.row, found.kept);
}

/** @returns undefined where nothing of it is the person's beyond doubt, or it is gone. */
async function withoutPerson(app: App, { home, recordId, quest }: Place) {
  const { records } = await suppressionSearcher.open(app, home, quest, [recordId]);
  const [record] = records;
  const slots = record && sureSlots(record, quest);
  const read = suppressionRead({ clientId: home, ownerId: recordId });
  const item = (await app.db.read([read])).get(read);
  const [row] = item ? await openRows(app, home, [item]) : [];
  if (!slots || !row) return undefined;
  // A whole list is the person's only where the row is; of any other one the entries that are beyond doubt.
  const kept = slots.has('self') ? [] : row.entries.filter((_, n) => !slots.has(String(n)));
  return kept.length < row.entries.length ? { row, kept } : undefined;
}
