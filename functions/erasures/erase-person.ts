// Erases what was found of a person and decided to be theirs; then looks for the person anew, and says what is left to people.
import type { ErasureApp } from '#erasures/app.ts';
import { bothOf, countPerson } from '#erasures/count-person.ts';
import { eraseFinding, mayErase, ownStores, storesInOrder } from '#erasures/erase-finding.ts';
import { type ErasureRecord, writeErasure } from '#erasures/store.ts';
import { wayToErase } from '#erasures/ways-to-erase.ts';
import { endFilesOf } from '#jobs/files-key.ts';
import type { Job } from '#jobs/job.ts';
import type { JobRun } from '#jobs/worker.ts';
import { eachFindingPage, findingId } from '#requests/findings.ts';
import { questOfRequest } from '#requests/search/quest-of-request.ts';
import { searchForPerson } from '#requests/search-for-person.ts';
import { changedRequest, type OpenedRequest } from '#requests/store.ts';
import { destroyDirectoryKey } from '#shared/directory-key.ts';
import { log } from '#shared/log.ts';
import type { LongRun } from '#shared/long-run.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';

type Run = LongRun & Pick<JobRun, 'note'>;

export interface Remains {
  /** As it now stands. */
  erasure: ErasureRecord;
  left: readonly string[];
  again: boolean;
}
export type Outcome = 'more' | Remains;

/**
 * Costs what was found costs to erase, one thing after the other, what `countPerson` does, 4 units for the row and 4 more, and
 * then what a search costs. It goes on where it died: what has been erased is passed over, and the search has its place.
 * A person's own records stand, and with them all by which the rest is found, until a search has found nothing else that is
 * left to people: they go in a job of their own, after what has come meanwhile.
 * @returns what is left to people; `again` where something was found that goes by itself.
 */
export async function erasePerson(
  app: ErasureApp,
  run: Run,
  erasure: ErasureRecord,
  { request, job }: { request: OpenedRequest; job: Job },
): Promise<Outcome> {
  const erased = await eraseFound(app, run, { erasure, request, jobId: job.id });
  if (erased === 'more') return 'more';
  if (run.errors.length > 0) return { erasure: erased, left: [], again: false };
  if ((await searchAnew(app, run, request, job)) === 'more') return 'more';
  return { erasure: erased, ...(await whatIsLeft(app, request, erased)) };
}

interface Pass {
  erasure: ErasureRecord;
  request: OpenedRequest;
  jobId: string;
}

/** Over everything that is to go now. A run after it finds it done; one that died in it is repeated, and not counted twice. */
async function eraseFound(
  app: ErasureApp,
  run: Run,
  { erasure, request, jobId }: Pass,
): Promise<ErasureRecord | 'more'> {
  if (erasure.pass?.isOver && erasure.pass.jobId === jobId) return erasure;
  const stores = erasure.ownRecordsGo ? storesInOrder : storesInOrder.filter((store) => !ownStores.includes(store));
  const counted = await counting(app, request, { erasure, stores, jobId });
  if (!(await eraseStores(app, run, request, stores))) return 'more';
  if (run.errors.length > 0) return counted;
  const { clientId, id } = erasure;
  return writeErasure(app, { ...counted, pass: { jobId, isOver: true } }, [
    destroyDirectoryKey(clientId, `${id} ${app.clock.nowMs()}`),
    endFilesOf(clientId),
  ]);
}

/** What goes is written down before the first of it goes. */
async function counting(
  app: ErasureApp,
  request: OpenedRequest,
  { erasure, stores, jobId }: { erasure: ErasureRecord; stores: readonly string[]; jobId: string },
): Promise<ErasureRecord> {
  const { begun, pass } = erasure;
  if (pass && !pass.isOver) return erasure;
  const more = await countPerson(app, request, stores);
  return writeErasure(app, { ...erasure, begun: begun ? bothOf(begun, more) : more, pass: { jobId, isOver: false } });
}

/** @returns false where the time was up. */
async function eraseStores(
  app: ErasureApp,
  run: LongRun,
  request: OpenedRequest,
  stores: readonly (typeof storesInOrder)[number][],
): Promise<boolean> {
  const quest = await questOfRequest(app, request);
  for (const store of stores) {
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
async function searchAnew(app: ErasureApp, run: Run, request: OpenedRequest, job: Job): Promise<'done' | 'more'> {
  if (request.searchJobId !== job.id) {
    const { keys, ...content } = request;
    try {
      await app.db.commit(changedRequest({ ...content, searchJobId: job.id }, keys));
    } catch (error) {
      if (!(error instanceof ConflictError)) throw error;
      throw new StaleReadError('Changed meanwhile', { cause: error });
    }
  }
  return searchForPerson(app, { ...job, refId: request.id }, run);
}

async function whatIsLeft(
  app: ErasureApp,
  { id, clientId }: OpenedRequest,
  { left: leftOnPurpose = {} }: ErasureRecord,
) {
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
