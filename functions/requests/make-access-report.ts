// Orders the access report of a request: a job, when everything that was found is decided.
import { commitEnding } from '#jobs/end-files-about.ts';
import { newJob } from '#jobs/job.ts';
import { countFindings, demandDecided } from '#requests/count-findings.ts';
import { isHandedOut } from '#requests/life-cycle.ts';
import { endReportFiles, putReportRow, reportRowRead, toReportRow } from '#requests/report-row.ts';
import { questOfRequest } from '#requests/search/quest-of-request.ts';
import type { searchRoutes } from '#requests/search-routes.ts';
import { searchStands, soughtOf } from '#requests/search-row.ts';
import { demandSearched, searchReads } from '#requests/search-standing.ts';
import { changedRequest } from '#requests/store.ts';
import { Problem } from '#shared/problems.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError, type UseCase } from '#shared/use-case.ts';

/**
 * Costs one batch read of 6 units (membership, client, request and key, search, report), whom to look for, counting, and one
 * transaction of 10 units: job, report, request and key, and the search as it stands; 2 more for each file of the report before,
 * which opens no more.
 */
export const makeAccessReport: UseCase<(typeof searchRoutes)['makeAccessReport']> = {
  reads: ({ params }) => [...searchReads(params), reportRowRead(params.requestId)],

  async run(app, { params, body, caller, found }) {
    const nowMs = app.clock.nowMs();
    const { request, search } = demandSearched(found, params, nowMs);
    if (!isHandedOut(request))
      throw new Problem('wrong-state', { detail: 'Nothing is handed out for a request of this kind' });
    const { clientId } = params;
    if (soughtOf(request, await questOfRequest(app, request)) !== search.sought)
      throw new Problem('wrong-state', {
        detail: 'More is known about the person than was searched for: search again',
      });
    demandDecided(await countFindings(app, request.id));

    const { jobId, writes } = newJob(app, { clientId, work: 'report', refId: request.id, askedBy: caller.id });
    const before = toReportRow(found.get(reportRowRead(request.id)));
    const language = body.language ?? request.language;
    const { keys, reportedAtMs: _, ...content } = request;
    try {
      await commitEnding(
        app,
        [
          ...changedRequest(content, keys),
          searchStands(request.id, search),
          putReportRow(request.id, { jobId, language, askedAtMs: nowMs, files: [], changed: 0 }),
          ...writes,
        ],
        before ? endReportFiles(clientId, before) : [],
      );
    } catch (error) {
      if (error instanceof ConflictError) throw new StaleReadError('Changed meanwhile', { cause: error });
      throw error;
    }
    return { status: 202, body: { job: { jobId, state: 'waiting', done: 0, total: null } } };
  },
};
