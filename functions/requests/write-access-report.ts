// The job that writes an access report: a file for machines as it goes, and files for people in parts of bounded length.
import { commitEnding, endFilesAbout } from '#jobs/end-files-about.ts';
import { FILE_KEY_BACK_MS, FILE_MAX_MS } from '#jobs/file.ts';
import { beginFile, type FileInMaking } from '#jobs/make-file.ts';
import type { Worker } from '#jobs/worker.ts';
import { eachFindingPage } from '#requests/findings.ts';
import { PaperParts, planOf, type ReportApp, type Writing } from '#requests/paper-parts.ts';
import { reportHead } from '#requests/report/report-head.ts';
import { searchedIn } from '#requests/report/sections.ts';
import type { ReportWords } from '#requests/report/words.ts';
import { wordsInEnglish } from '#requests/report/words-en.ts';
import { wordsInSwedish } from '#requests/report/words-sv.ts';
import { ReportJson } from '#requests/report-json.ts';
import { reportPages } from '#requests/report-pages.ts';
import { changeReportRow, endReportFiles, type MadeFile, reportRowRead, toReportRow } from '#requests/report-row.ts';
import type { ReportFoot } from '#requests/report-schema.ts';
import { questOfRequest } from '#requests/search/quest-of-request.ts';
import { searchRowRead, searchStands, toSearchRow } from '#requests/search-row.ts';
import { type OpenedRequest, openRequest, requestReads } from '#requests/store.ts';
import type { Language } from '#shared/fields.ts';
import { recordKeys } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import type { Write } from '#shared/writes.ts';

const DAY_MS = 24 * 60 * 60_000;
const wordsOf: Readonly<Record<Language, ReportWords>> = { sv: wordsInSwedish, en: wordsInEnglish };

/**
 * Costs, beside what the pages of its findings cost and say: reading the findings twice (some ten for 1 unit), each file (6 units
 * and 2 for the index to begin, 3 and 2 to finish), and 6 units at the end. It does not go on where a run before it ended, but
 * writes anew: a hundred messages take a tenth of a second. What a run that died has made is ended first: a query, and 2 units each.
 */
export const writeAccessReport: Worker<ReportApp> = async (app, job, run) => {
  const nowMs = app.clock.nowMs();
  const { clientId, refId } = job;
  const found = await app.db.read([...requestReads(clientId, refId), searchRowRead(refId), reportRowRead(refId)]);
  const request = openRequest(found, clientId, refId, nowMs);
  const row = toReportRow(found.get(reportRowRead(refId)));
  const search = toSearchRow(found.get(searchRowRead(refId)));
  if (!request || !search || row?.jobId !== job.id || row.madeAtMs !== undefined) return 'done';
  // Of a run that died: nobody would know of them.
  await commitEnding(app, [], await endFilesAbout(app, { clientId, refId }));
  const span = await spanOf(app, request, nowMs);
  const words = wordsOf[row.language];
  const writing: Writing = {
    request,
    search,
    row,
    run,
    endsAtMs: span.endsAtMs,
    total: span.findings,
    words,
    gathering: {
      request,
      quest: await questOfRequest(app, request),
      language: row.language,
      words,
      notBeforeMs: span.notBeforeMs,
      left: { expiring: 0, notThePerson: 0, notGiven: new Map(), gone: 0, changed: 0 },
    },
  };
  await write(app, writing);
  return 'done';
};

/** No file outlives what is in it, nor does its key: the first message to end ends it a day before, and one day it has to lie. */
async function spanOf(app: ReportApp, { id }: OpenedRequest, nowMs: number) {
  const notBeforeMs = nowMs + DAY_MS + FILE_KEY_BACK_MS;
  let endsAtMs = nowMs + FILE_MAX_MS;
  let findings = 0;
  for await (const page of eachFindingPage(app, id)) {
    findings += page.length;
    for (const { decision, expiresAt } of page) {
      const expiresMs = expiresAt === undefined ? undefined : expiresAt * 1000;
      if (decision === 'include' && expiresMs !== undefined && expiresMs >= notBeforeMs)
        endsAtMs = Math.min(endsAtMs, expiresMs - FILE_KEY_BACK_MS);
    }
  }
  return { notBeforeMs, endsAtMs, findings };
}

/** @throws Error where a run has not the time for it: another begins anew, and after five nobody does. */
async function write(app: ReportApp, writing: Writing): Promise<void> {
  const { request, words, gathering, run, row, total } = writing;
  const head = await reportHead(app, request, words, row.language);
  const json = await beginFile(app, planOf(writing, 'json'));
  const machines = new ReportJson((chunk) => json.write(chunk));
  const people = new PaperParts(app, writing, head);
  const counts = new Map<string, number>();
  let section: string | undefined;
  let done = 0;

  await machines.begin(head);
  for await (const page of reportPages(app, gathering)) {
    if (!run.mayGoOn()) throw new Error('The report takes longer than a run may');
    const { store } = page.section;
    if (page.entries.length > 0 && store !== section) {
      section = store;
      await machines.section(page.section);
    }
    await machines.entries(page.entries);
    await people.add(page.section, page.entries);
    counts.set(store, (counts.get(store) ?? 0) + page.entries.length);
    done += page.of;
    await run.note({ done, total });
  }
  const foot = footOf(writing, counts);
  await machines.end(foot);
  const papers = await people.end(foot);
  await finish(app, writing, json, papers);
}

function footOf({ request, words, gathering: { left }, search }: Writing, counts: Map<string, number>): ReportFoot {
  const all = [
    { count: left.expiring, why: words.leftOut.expiring },
    { count: left.notThePerson, why: words.leftOut.notThePerson },
    { count: [...left.notGiven.values()].reduce((sum, count) => sum + count, 0), why: words.leftOut.notGiven },
    { count: left.gone, why: words.leftOut.gone },
    { count: search.unreadable, why: words.leftOut.unreadable },
  ];
  return {
    searched: searchedIn(request.clientId, words, counts, left.notGiven),
    leftOut: all.filter(({ count }) => count > 0),
  };
}

/**
 * What is released is what was decided: where another search has begun, somebody has decided otherwise, or another report was
 * asked for, this one is nobody's, and its keys go. With records that have changed it is not to be released.
 */
async function finish(
  app: ReportApp,
  { request, search, row, gathering, total }: Writing,
  json: FileInMaking,
  papers: readonly MadeFile[],
): Promise<void> {
  const { changed } = gathering.left;
  const nowMs = app.clock.nowMs();
  const files: MadeFile[] = [{ fileId: json.id, format: 'json' }, ...papers];
  try {
    await json.finish([
      changeReportRow(request.id, { ...row, files, madeAtMs: nowMs, of: total, changed }),
      searchStands(request.id, search),
      ...(changed === 0 ? [reported(request, nowMs)] : []),
    ]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    await commitEnding(app, [], endReportFiles(request.clientId, { files }));
  }
}

/** Beside everything else that may be edited meanwhile: 2 units. */
const reported = ({ clientId, id, searchJobId }: OpenedRequest, nowMs: number): Write => ({
  table: 'records',
  update: recordKeys.request(clientId, id),
  change: 'SET reportedAtMs = :now, #version = #version + :one',
  condition: {
    expression: '#state = :preparing AND searchJobId = :search',
    names: { '#state': 'state', '#version': 'version' },
    values: { ':now': nowMs, ':one': 1, ':preparing': 'preparing', ':search': searchJobId },
  },
});
