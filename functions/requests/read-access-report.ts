// Reads how far the search and the access report are, and which files there are.
import { type Job, jobIn, jobRead } from '#jobs/job.ts';
import { countFindings } from '#requests/count-findings.ts';
import { fileReads, filesIn, type ReportRow, reportRowRead, toReportRow } from '#requests/report-row.ts';
import { questOfRequest } from '#requests/search/quest-of-request.ts';
import type { searchRoutes } from '#requests/search-routes.ts';
import { soughtOf } from '#requests/search-row.ts';
import type { ReportStanding } from '#requests/search-schema.ts';
import { type Searched, searchedIn, searchReads } from '#requests/search-standing.ts';
import type { App } from '#shared/app.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Found } from '#shared/found.ts';
import type { UseCase } from '#shared/use-case.ts';

const progress = ({ id, state, done, total }: Job) => ({ jobId: id, state, done, total: total ?? null });

/** Jobs are forgotten after a month; what they have led to is not. */
const forgotten = (jobId: string, all: number) => ({ jobId, state: 'done' as const, done: all, total: all });

/**
 * Costs one batch read of 6 units (membership, client, request and key, search, report), one of the jobs and the files, and for
 * privacy officers, once a search has come through, whom to look for and counting.
 */
export const readAccessReport: UseCase<(typeof searchRoutes)['readAccessReport']> = {
  reads: ({ params }) => [...searchReads(params), reportRowRead(params.requestId)],

  async run(app, { params, caller, found }) {
    const searched = searchedIn(found, params, app.clock.nowMs());
    const { request } = searched;
    const row = toReportRow(found.get(reportRowRead(request.id)));
    const jobIds = [request.searchJobId, row?.jobId].filter((id) => id !== undefined);
    await app.db.read(
      [...jobIds.map((id) => jobRead(params.clientId, id)), ...(row ? fileReads(params.clientId, row) : [])],
      found,
    );
    const isReleased = request.releasedAtMs !== undefined;
    const report = row && (caller.role !== 'clientAdmin' || isReleased) ? showReport(app, found, searched, row) : null;
    if (caller.role === 'clientAdmin') return { status: 200, body: { ...nothing, report } };
    return { status: 200, body: { ...(await showSearch(app, found, searched)), report } };
  },
};

const nothing = { search: null, searchedAt: null, searchAgain: false, unreadable: 0, findings: null } as const;

async function showSearch(
  app: App,
  found: Found,
  { request, search }: Searched,
): Promise<Omit<ReportStanding, 'report'>> {
  const { searchJobId } = request;
  const job = searchJobId === undefined ? undefined : jobIn(found, request.clientId, searchJobId);
  const shown = job ? progress(job) : null;
  if (!search || !searchJobId) return { ...nothing, search: shown };
  const quest = await questOfRequest(app, request);
  const findings = await countFindings(app, request.id);
  return {
    search: shown ?? forgotten(searchJobId, findings.all),
    searchedAt: rfc3339(search.doneAtMs),
    searchAgain: soughtOf(request, quest) !== search.sought,
    unreadable: search.unreadable,
    findings,
  };
}

function showReport(app: App, found: Found, { request }: Searched, row: ReportRow): ReportStanding['report'] {
  const job = jobIn(found, request.clientId, row.jobId);
  const files = row.madeAtMs === undefined ? [] : filesIn(found, request.clientId, row, app.clock.nowMs());
  return {
    job: job ? progress(job) : forgotten(row.jobId, row.of ?? 0),
    madeAt: row.madeAtMs === undefined ? null : rfc3339(row.madeAtMs),
    changed: row.changed,
    files: files.map(({ id, format, bytes, endsAtMs }) => ({
      fileId: id,
      format: format as 'json' | 'pdf',
      language: row.language,
      bytes,
      endsAt: rfc3339(endsAtMs),
    })),
  };
}
