// Decides which findings are about the person, and what in them is about others.
import { commitEnding } from '#jobs/end-files-about.ts';
import { countFindings } from '#requests/count-findings.ts';
import { demandMasks } from '#requests/demand-masks.ts';
import { nothingErasing } from '#requests/erasing.ts';
import {
  type Finding,
  findingId,
  findingItem,
  findingReadOf,
  findingsPage,
  fingerprint,
  toFinding,
} from '#requests/findings.ts';
import { sealMasks } from '#requests/masks.ts';
import { type OpenedFinding, openFindings } from '#requests/open-findings.ts';
import { endReportFiles, forgetReport, reportRowRead, toReportRow } from '#requests/report-row.ts';
import { lookedAt, suggestedMasks } from '#requests/search/look-at.ts';
import type { Quest } from '#requests/search/quest.ts';
import { questOfRequest } from '#requests/search/quest-of-request.ts';
import type { searchRoutes } from '#requests/search-routes.ts';
import { searchStands } from '#requests/search-row.ts';
import { type FindingDecisions, type Mask, MOST_DECISIONS } from '#requests/search-schema.ts';
import { demandSearched, searchReads } from '#requests/search-standing.ts';
import { changedRequest, type OpenedRequest } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import { Problem } from '#shared/problems.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { type Request, StaleReadError, type UseCase } from '#shared/use-case.ts';
import type { Write } from '#shared/writes.ts';

type DecideFindings = (typeof searchRoutes)['decideFindings'];
type Decision = Pick<Extract<FindingDecisions, { set: unknown }>['set'], 'decision' | 'third'> & {
  masks?: readonly Mask[] | undefined;
};

interface Deciding {
  request: OpenedRequest;
  quest: Quest;
  by: string;
  nowMs: number;
}

/**
 * Costs one batch read of 6 units (membership, client, request and key, search, report), whom to look for, the findings (1 unit each, or
 * a query), what the stores say of reading their records, one transaction of 2 units for each and 6 more (with a report
 * that was made 2 and 2 for each of its files: it is made anew), and counting.
 */
export const decideFindings: UseCase<DecideFindings> = {
  reads: ({ params }) => [...searchReads(params), reportRowRead(params.requestId)],

  async run(app, one) {
    const { params, body, caller, found } = one;
    const nowMs = app.clock.nowMs();
    const { request, search } = demandSearched(found, params, nowMs);
    if (request.erasing) throw new Problem('erasure-under-way');
    const { findings, decisionOf, nextCursor } = 'where' in body ? await described(app, one) : await named(app, one);
    const quest = await questOfRequest(app, request);
    const opened = await openFindings(app, request, quest, findings);
    if ('findings' in body) demandMasks(params.clientId, body.findings, opened, quest);
    const deciding = { request, quest, by: caller.id, nowMs };
    const writes = opened.flatMap((finding) => decided(finding, decisionOf(finding.finding), deciding));
    if (writes.length > 0) {
      const row = toReportRow(found.get(reportRowRead(request.id)));
      const all = [...writes, searchStands(request.id, search), ...withoutReport(request)];
      await commit(app, all, row ? endReportFiles(params.clientId, row) : []);
    }
    return {
      status: 200,
      body: { changed: writes.length, nextCursor, findings: await countFindings(app, request.id) },
    };
  },
};

async function commit(app: App, writes: readonly Write[], ends: readonly Write[]): Promise<void> {
  try {
    await commitEnding(app, writes, ends);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new StaleReadError('A search has begun, or the request has changed', { cause: error });
  }
}

interface Chosen {
  findings: Finding[];
  decisionOf(finding: Finding): Decision;
  nextCursor: string | null;
}

/** @throws Problem invalid-request that points at each finding that is not there. */
async function named(app: App, { params, body }: Request<DecideFindings>): Promise<Chosen> {
  const decisions = 'findings' in body ? body.findings : [];
  const reads = decisions.map(({ id }) => findingReadOf(params.requestId, id));
  const found = await app.db.read(reads);
  const errors = reads.flatMap((read, n) =>
    found.get(read) ? [] : [{ pointer: `/findings/${n}/id`, detail: 'No such finding' }],
  );
  if (errors.length > 0) throw new Problem('invalid-request', { errors });
  const byId = new Map(decisions.map((decision) => [decision.id, decision]));
  const findings = [...new Set(byId.keys())].map((id) =>
    toFinding(found.get(findingReadOf(params.requestId, id)) ?? {}),
  );
  return {
    findings,
    decisionOf: (finding) => byId.get(findingId(params.clientId, finding)) ?? {},
    nextCursor: null,
  };
}

async function described(app: App, { params, body }: Request<DecideFindings>): Promise<Chosen> {
  if (!('where' in body)) throw new Error('Not a description');
  const { store, ...where } = body.where;
  const scope = {
    clientId: params.clientId,
    routeId: 'decideFindings',
    filters: { requestId: params.requestId, store, ...where, set: body.set },
  };
  const startAfter = await openCursor(app.serviceKeys, scope, body.cursor);
  const page = await findingsPage(app, params.requestId, { store, where, startAfter, limit: MOST_DECISIONS });
  return {
    findings: page.findings,
    decisionOf: () => body.set,
    nextCursor: await sealCursor(app.serviceKeys, scope, page.next),
  };
}

/**
 * Of what was looked at a fingerprint is kept: what changes after that is looked at again. Where all that fits a description is
 * to be hidden as it is suggested, a finding without a suggestion stays as it was: nobody has looked at it.
 */
function decided({ finding, shown, sight }: OpenedFinding, decision: Decision, deciding: Deciding): Write[] {
  const { request, quest, by, nowMs } = deciding;
  const hidden = decision.masks ?? (decision.third === 'masked' ? suggestedMasks(shown, sight, quest) : []);
  const third = decision.third === 'masked' && hidden.length === 0 ? undefined : decision.third;
  if (decision.decision === undefined && third === undefined) return [];
  const { masks: before, ...rest } = finding;
  const masks =
    third === undefined ? before : third === 'masked' ? sealMasks(request, finding, hidden, shown) : undefined;
  const after: Finding = {
    ...rest,
    decision: decision.decision ?? finding.decision,
    third: third ?? finding.third,
    decidedBy: by,
    decidedAtMs: nowMs,
    ...(masks && { masks }),
    ...(third !== undefined && { seen: fingerprint(request, lookedAt(shown)) }),
  };
  return [{ table: 'records', put: findingItem(request.clientId, after, nowMs) }];
}

/**
 * What is released is what was decided: a report that was made before, or is being made, is made anew. What is erased is what
 * was decided when somebody asked for it.
 */
function withoutReport({ keys, ...request }: OpenedRequest): Write[] {
  const { reportedAtMs, ...before } = request;
  return [
    ...(reportedAtMs === undefined ? [nothingErasing(request)] : changedRequest(before, keys)),
    // Where none was read as well: somebody may have ordered one since.
    forgetReport(request.id),
  ];
}
