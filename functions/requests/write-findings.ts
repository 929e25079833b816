// Writes down where the person was found. What somebody has decided stays decided.
import { type Finding, findingItem, findingKey, toFinding } from '#requests/findings.ts';
import type { Readable } from '#requests/search/field.ts';
import { lookAt, needsLook, type Sight, shownFields } from '#requests/search/look-at.ts';
import type { Quest } from '#requests/search/quest.ts';
import type { OpenedRequest } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import type { BulkWrites } from '#shared/bulk-writes.ts';
import type { ReadRequest } from '#shared/found.ts';

/** What a search needs beside the common bag. */
export interface SearchApp extends App {
  readonly bulk: Pick<BulkWrites, 'writeEach'>;
}

interface Searching {
  request: Pick<OpenedRequest, 'id' | 'clientId'>;
  jobId: string;
  quest: Quest;
}

/** Beyond doubt, and about nobody else: then nobody has to look at it. */
function newFinding(record: Readable, sight: Sight, { request, jobId, quest }: Searching): Finding {
  const { store, recordId, home, expiresAt } = record;
  // The request is of the person whom it names, whoever else has that name.
  const doubtful = sight.doubtful && !(store === 'request' && recordId === request.id);
  return {
    requestId: request.id,
    store,
    recordId,
    home,
    as: sight.as,
    how: sight.how,
    doubtful,
    decision: doubtful ? 'undecided' : 'include',
    third: needsLook(shownFields(record, sight), sight, quest) ? 'toReview' : 'none',
    jobId,
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

const decidedOf = ({ decision, third, decidedBy, decidedAtMs, seen, masks }: Finding) =>
  decidedAtMs === undefined
    ? {}
    : { decision, third, decidedBy, decidedAtMs, ...(seen !== undefined && { seen }), ...(masks && { masks }) };

/**
 * For a page of records: one read of 1 unit for each in which the person is, and as many writes, 25 in a request. Nothing for a
 * page without. The same page twice is the same rows.
 */
export async function writeFindings(app: SearchApp, searching: Searching, records: readonly Readable[]): Promise<void> {
  const { clientId } = searching.request;
  const found = records.flatMap((record) => {
    const sight = lookAt(record, searching.quest);
    return sight ? [newFinding(record, sight, searching)] : [];
  });
  if (found.length === 0) return;
  const readOf = (finding: Finding): ReadRequest => ({ table: 'records', key: findingKey(clientId, finding) });
  const standing = await app.db.read(found.map(readOf));
  await app.bulk.writeEach(
    found.map((finding) => {
      const item = standing.get(readOf(finding));
      const kept = item ? decidedOf(toFinding(item)) : {};
      const put = findingItem(clientId, { ...finding, ...kept }, app.clock.nowMs());
      return { table: 'records' as const, put };
    }),
  );
}
