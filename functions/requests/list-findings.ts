// Lists what the search for a person has found, by store.
import { findingId, findingsPage } from '#requests/findings.ts';
import { openFindings } from '#requests/open-findings.ts';
import { questOfRequest } from '#requests/search/quest-of-request.ts';
import type { searchRoutes } from '#requests/search-routes.ts';
import { searchedIn, searchReads } from '#requests/search-standing.ts';
import { showFinding } from '#requests/show-finding.ts';
import { openCursor, sealCursor } from '#shared/cursor.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * Costs one batch read of 5 units (membership, client, request and key, search), whom to look for (a query and a few reads for
 * each store of people), a query of the page, and what the stores say of reading its records.
 */
export const listFindings: UseCase<(typeof searchRoutes)['listFindings']> = {
  reads: ({ params }) => searchReads(params),

  async run(app, { params, query, found }) {
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
    const { findings, next } = await findingsPage(app, request.id, { store, startAfter, limit, where });
    const quest = await questOfRequest(app, request);
    const opened = new Map(
      (await openFindings(app, request, quest, findings)).map((one) => [findingId(request.clientId, one.finding), one]),
    );
    const items = findings.map((finding) =>
      showFinding(request, finding, opened.get(findingId(request.clientId, finding)), quest),
    );
    return { status: 200, body: { items, nextCursor: await sealCursor(app.serviceKeys, scope, next) } };
  },
};
