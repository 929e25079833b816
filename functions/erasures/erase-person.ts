// Erases what was found of a person and decided to be theirs; looks for the person anew, and says what is left to people.
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
/** goesOn: it has erased what was found; the next job looks for what is there still. */
export type Outcome = 'more' | Remains | { erasure: ErasureRecord; goesOn: true };

/** New things that go by themselves: each round erases what was found, so that a few are enough. */
const MOST_ROUNDS = 4;

/**
 * The first job, and the first after people have been at it, erases what was found and decided, but for the person's own records:
 * as long as they stand a search knows the person by all that they say. Each job after it searches first. Where nothing is left
 * to people it erases what there is, and at last, in the same job, the own records: what comes between the two may stay, where
 * nothing but they tells whose it is.
 * It goes on where it died: the search has its place, what has been erased is passed over. Costs what a search costs, 4 units and
 * a query of the findings; what `countPerson` does, what was found costs to erase, one thing after the other, and 4 units for the
 * row and 4 more.
 * @returns what is left to people; `again` where something was found that goes by itself.
 */
export async function erasePerson(
  app: ErasureApp,
  run: Run,
  erasure: ErasureRecord,
  { request, job }: { request: OpenedRequest; job: Job },
): Promise<Outcome> {
  const { pass, rounds = 1 } = erasure;
  if (pass?.isOver && pass.jobId === job.id) return { erasure, goesOn: true };
  if (pass?.isOver) {
    if ((await searchAnew(app, run, request, job)) === 'more') return 'more';
    const { left, again } = await whatIsLeft(app, request, erasure);
    if (left.length > 0 || !again || rounds > MOST_ROUNDS) return { erasure, left, again };
  }
  const ownRecordsGo = erasure.ownRecordsGo || pass?.isOver;
  const going = ownRecordsGo ? { ...erasure, ownRecordsGo } : erasure;
  const erased = await eraseFound(app, run, { erasure: going, request, jobId: job.id });
  return erased === 'more' ? 'more' : { erasure: erased, goesOn: true };
}

interface Pass {
  erasure: ErasureRecord;
  request: OpenedRequest;
  jobId: string;
}

/** Over everything that is to go now. One that died in it is repeated, and not counted twice. */
async function eraseFound(
  app: ErasureApp,
  run: Run,
  { erasure, request, jobId }: Pass,
): Promise<ErasureRecord | 'more'> {
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
