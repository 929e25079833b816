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

/**
 * Costs two reads of 2 units and one transaction of 4.
 * @throws StaleReadError where the row has changed since it was read.
 */
export async function eraseSuppressed(app: App, { home, recordId, quest }: Place): Promise<void> {
  const { records } = await suppressionSearcher.open(app, home, quest, [recordId]);
  const [record] = records;
  const slots = record && sureSlots(record, quest);
  const read = suppressionRead({ clientId: home, ownerId: recordId });
  const item = (await app.db.read([read])).get(read);
  const [row] = item ? await openRows(app, home, [item]) : [];
  if (!slots || !row) return;
  // A whole list is the person's only where the row is; of any other one the entries that are beyond doubt.
  const kept = slots.has('self') ? [] : row.entries.filter((_, n) => !slots.has(String(n)));
  if (kept.length < row.entries.length) await writeSuppressed(app, row, kept);
}
