// Erases what was found of a person and decided to be theirs; then looks for the person anew, and says what is left to people.
import type { ErasureApp } from '#erasures/app.ts';
import { eraseFinding, mayErase, storesInOrder } from '#erasures/erase-finding.ts';
import type { Counted, ErasureRecord } from '#erasures/store.ts';
import { wayToErase } from '#erasures/ways-to-erase.ts';
import { endFilesOf } from '#jobs/files-key.ts';
import type { Job } from '#jobs/job.ts';
import type { JobRun } from '#jobs/worker.ts';
import { messageRead, toMessageRecord } from '#messages/store.ts';
import { eachFindingPage, type Finding, findingId } from '#requests/findings.ts';
import { questOfRequest } from '#requests/search/quest-of-request.ts';
import { searchForPerson } from '#requests/search-for-person.ts';
import { changedRequest, type OpenedRequest, openRequest, requestReads } from '#requests/store.ts';
import { destroyDirectoryKey } from '#shared/directory-key.ts';
import { log } from '#shared/log.ts';
import type { LongRun } from '#shared/long-run.ts';
import { recordKeys } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';
import { homesIn } from '#users/store.ts';

/** Behind it stands where the search is: what was found has been gone through. */
const ERASED = 'erased ';

/** Costs a query of the findings (1 unit for some forty), and 1 unit for each message and user among them. */
export async function countPerson(app: ErasureApp, { requestId = '', clientId }: ErasureRecord): Promise<Counted> {
  const counts = { messages: 0, deliveries: 0, staff: 0, users: 0, contacts: 0, suppressions: 0 };
  let usersElsewhere = 0;
  for await (const page of eachFindingPage(app, requestId)) {
    const goes = page.filter(mayErase);
    const messageReads = of(goes, 'message').map(({ recordId }) => messageRead(clientId, recordId));
    const userReads = of(goes, 'membership').map(({ recordId }) => recordKeys.user(recordId));
    const found = await app.db.read([...messageReads, ...userReads.map((key) => ({ table: 'records' as const, key }))]);
    const messages = messageReads.map((read) => found.get(read)).filter((item) => item !== undefined);
    counts.messages += messages.length;
    counts.deliveries += messages.reduce((sum, item) => sum + toMessageRecord(item).deliveryIds.length, 0);
    counts.staff += of(goes, 'staff').length;
    counts.users += userReads.length;
    counts.contacts += of(goes, 'client').length;
    counts.suppressions += of(goes, 'suppression').length;
    usersElsewhere += of(goes, 'membership').filter(({ recordId }) =>
      homesIn(found, recordId)?.memberOf.some((home) => home !== clientId),
    ).length;
  }
  return { atMs: app.clock.nowMs(), counts, months: [], usersElsewhere };
}

const of = (findings: readonly Finding[], store: string) => findings.filter((finding) => finding.store === store);

export interface Remains {
  left: readonly string[];
  again: boolean;
}
export type Outcome = 'more' | 'requestGone' | Remains;

/**
 * Costs what was found costs to erase, one thing after the other, and then what a search costs. It goes on where it died: what
 * has been erased is passed over, and the search has its place.
 * @returns what is left to people; `again` where something new was found that goes by itself; `requestGone` where the request's
 * time is over, and with it what was found: nobody can say any more that everything has been erased.
 */
export async function erasePerson(
  app: ErasureApp,
  run: LongRun & Pick<JobRun, 'note'>,
  erasure: ErasureRecord,
  job: Job,
): Promise<Outcome> {
  const { clientId, requestId = '', left = {} } = erasure;
  const request = openRequest(
    await app.db.read(requestReads(clientId, requestId)),
    clientId,
    requestId,
    app.clock.nowMs(),
  );
  if (!request) return 'requestGone';
  if (!job.at?.startsWith(ERASED)) {
    if (!(await eraseFound(app, run, request))) return 'more';
    if (run.errors.length > 0) return { left: [], again: false };
    await app.db.commit([destroyDirectoryKey(clientId, `${erasure.id} ${app.clock.nowMs()}`), endFilesOf(clientId)]);
    await run.note({ done: 0, at: ERASED });
  }
  if ((await searchAnew(app, run, request, job)) === 'more') return 'more';
  return whatIsLeft(app, request, left);
}

/** @returns false where the time was up. */
async function eraseFound(app: ErasureApp, run: LongRun, request: OpenedRequest): Promise<boolean> {
  const quest = await questOfRequest(app, request);
  for (const store of storesInOrder) {
    for await (const page of eachFindingPage(app, request.id, { store })) {
      for (const finding of page.filter(mayErase)) {
        if (!run.mayGoOn()) return false;
        try {
          await eraseFinding(app, finding, quest);
        } catch (error) {
          log.error('finding-not-erased', error, { clientId: request.clientId });
          run.errors.push(error);
        }
      }
    }
  }
  return true;
}

/** With this job as the request's search: the one that went before stays as long as it has not begun. */
async function searchAnew(
  app: ErasureApp,
  run: LongRun & Pick<JobRun, 'note'>,
  request: OpenedRequest,
  job: Job,
): Promise<'done' | 'more'> {
  if (request.searchJobId !== job.id) {
    const { keys, ...content } = request;
    try {
      await app.db.commit(changedRequest({ ...content, searchJobId: job.id }, keys));
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      throw new StaleReadError('Changed meanwhile', { cause: error });
    }
  }
  const { at: _, ...rest } = job;
  const place = job.at?.startsWith(ERASED) ? job.at.slice(ERASED.length) : '';
  const search: Job = { ...rest, refId: request.id, at: place === '' ? undefined : place };
  return searchForPerson(app, search, {
    mayGoOn: run.mayGoOn,
    note: ({ at, ...progress }) => run.note({ ...progress, ...(at !== undefined && { at: `${ERASED}${at}` }) }),
  });
}

async function whatIsLeft(
  app: ErasureApp,
  { id, clientId }: OpenedRequest,
  leftOnPurpose: Readonly<Record<string, unknown>>,
): Promise<Remains> {
  const left: string[] = [];
  let again = false;
  for await (const page of eachFindingPage(app, id)) {
    for (const finding of page) {
      if (finding.decision === 'leave' || leftOnPurpose[findingId(clientId, finding)] !== undefined) continue;
      const way = wayToErase(finding);
      if (way === 'kept') continue;
      if (finding.decision === 'include' && way === 'erased') again = true;
      else left.push(findingId(clientId, finding));
    }
  }
  return { left, again };
}
