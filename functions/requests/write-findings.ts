// Writes down where the person was found. What somebody has decided stays decided.
import { type Finding, findingItem, findingKey, isDecided, toFinding } from '#requests/findings.ts';
import type { Readable } from '#requests/search/field.ts';
import { lookAt, needsLook, type Sight, shownFields } from '#requests/search/look-at.ts';
import type { Quest } from '#requests/search/quest.ts';
import { isLastSearch } from '#requests/search-row.ts';
import type { OpenedRequest } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import type { ReadRequest } from '#shared/found.ts';
import type { Write } from '#shared/writes.ts';

interface Searching {
  request: Pick<OpenedRequest, 'id' | 'clientId' | 'soughtSinceMs'>;
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

function decidedOf(finding: Finding, request: Searching['request']) {
  if (!isDecided(finding, request)) return {};
  const { decision, third, decidedBy, decidedAtMs, seen, masks } = finding;
  return { decision, third, decidedBy, decidedAtMs, ...(seen !== undefined && { seen }), ...(masks && { masks }) };
}

/** Writes of one transaction, beside the check. */
const AT_ONCE = 99;

/**
 * For a page of records: one read of 1 unit for each in which the person is, and a transaction for each 99 of them, of 2 units
 * for each and for seeing to it that no other search has begun. Nothing for a page without. The same page twice is the same rows.
 * @throws ConflictError where another search has begun.
 */
export async function writeFindings(app: App, searching: Searching, records: readonly Readable[]): Promise<void> {
  const { clientId, id } = searching.request;
  const found = records.flatMap((record) => {
    const sight = lookAt(record, searching.quest);
    return sight ? [newFinding(record, sight, searching)] : [];
  });
  if (found.length === 0) return;
  const readOf = (finding: Finding): ReadRequest => ({ table: 'records', key: findingKey(clientId, finding) });
  const standing = await app.db.read(found.map(readOf));
  const writes = found.map((finding): Write => {
    const item = standing.get(readOf(finding));
    const kept = item ? decidedOf(toFinding(item), searching.request) : {};
    return { table: 'records', put: findingItem(clientId, { ...finding, ...kept }, app.clock.nowMs()) };
  });
  await writeWhileLast(app, id, searching.jobId, writes);
}

/** @throws ConflictError where another search of the request has begun. */
export async function writeWhileLast(
  app: App,
  requestId: string,
  jobId: string,
  writes: readonly Write[],
): Promise<void> {
  for (let from = 0; from < writes.length; from += AT_ONCE)
    await app.db.commit([isLastSearch(requestId, jobId), ...writes.slice(from, from + AT_ONCE)]);
}
