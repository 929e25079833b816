// Lists what the search for a person has found, by store.
import { oldestWithoutReason } from '#messages/old-messages.ts';
import { findingId, findingsPage, isFoundOf } from '#requests/findings.ts';
import { type OpenedFinding, openFindings } from '#requests/open-findings.ts';
import { questOfRequest } from '#requests/search/quest-of-request.ts';
import type { searchRoutes } from '#requests/search-routes.ts';
import { searchedIn, searchReads } from '#requests/search-standing.ts';
import { showFinding } from '#requests/show-finding.ts';
import { auditReads } from '#shared/audit.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * Costs one batch read of 5 units (membership, client, request and key, search), whom to look for (a query and a few reads for
 * each store of people), a query of the page, and what the stores say of reading its records; one transaction of
 * 3 units for each old message and each protected person on the page.
 */
export const listFindings: UseCase<(typeof searchRoutes)['listFindings']> = {
  reads: ({ params }) => searchReads(params),

  async run(app, { params, query, caller, found }) {
    const { request } = searchedIn(found, params, app.clock.nowMs());
    const { limit, cursor, store, decision, third } = query;
    const doubtful = query.doubtful === undefined ? undefined : query.doubtful === 'true';
    const scope = {
      clientId: params.clientId,
      routeId: 'listFindings',
      filters: { requestId: params.requestId, store, decision, third, doubtful },
    };
    const startAfter = await openCursor(app.serviceKeys, scope, cursor);
    const where = { decision, third, doubtful };
    const page = await findingsPage(app, request.id, { store, startAfter, limit, where });
    // Of another person, whom the request named before: it goes when the next search comes through, and is nobody's to look at.
    const findings = page.findings.filter((finding) => isFoundOf(finding, request));
    const quest = await questOfRequest(app, request);
    const opened = new Map(
      (await openFindings(app, request, quest, findings)).map((one) => [findingId(request.clientId, one.finding), one]),
    );
    const reading = {
      clientId: params.clientId,
      act: 'listFindings',
      why: 'subjectRequest',
      requestId: request.id,
    } as const;
    await auditReads(app, caller, reading, watchedAmong([...opened.values()], app.clock.nowMs()));
    const items = findings.map((finding) =>
      showFinding(request, finding, opened.get(findingId(request.clientId, finding)), quest),
    );
    return { status: 200, body: { items, nextCursor: await sealCursor(app.serviceKeys, scope, page.next) } };
  },
};

/** Whose reading is written down: messages of more than 30 days, and protected people. Here the request is the reason. */
const watchedAmong = (opened: readonly OpenedFinding[], nowMs: number): string[] =>
  opened
    .filter(({ record }) =>
      record.fields.some(
        ({ name, value }) =>
          (record.store === 'message' && name === 'takenAt' && Number(value) < oldestWithoutReason(nowMs)) ||
          (record.store === 'staff' && name === 'protected' && value === 'true'),
      ),
    )
    .map(({ record }) => record.recordId);
