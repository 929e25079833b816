// The search of a request as the routes need it: the request, its last search, and whether that came through.
import { demandRequest, type RequestPath, requestPathReads } from '#requests/demand-request.ts';
import { demandInstructed } from '#requests/life-cycle.ts';
import { type SearchRow, searchRowRead, toSearchRow } from '#requests/search-row.ts';
import type { OpenedRequest } from '#requests/store.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';

/** 3 units. */
export const searchReads = (path: RequestPath): ReadRequest[] => [
  ...requestPathReads(path),
  searchRowRead(path.requestId),
];

type EndedSearch = SearchRow & { doneAtMs: number };

export interface Searched {
  request: OpenedRequest;
  /** undefined while none has come through, or another is under way. */
  search: EndedSearch | undefined;
}

/** @throws Problem not-found, erased. */
export function searchedIn(found: Found, path: RequestPath, nowMs: number): Searched {
  const request = demandRequest(found, path, nowMs);
  const row = toSearchRow(found.get(searchRowRead(path.requestId)));
  const isLast = row?.doneAtMs !== undefined && row.jobId === request.searchJobId;
  return { request, search: isLast ? (row as EndedSearch) : undefined };
}

/**
 * For what is decided, and made, of what was found.
 * @throws Problem instruction-missing; wrong-state where the request is not being prepared, or is being searched for.
 */
export function demandSearched(
  found: Found,
  path: RequestPath,
  nowMs: number,
): { request: OpenedRequest; search: EndedSearch } {
  const { request, search } = searchedIn(found, path, nowMs);
  demandInstructed(request, nowMs);
  if (request.state !== 'preparing') throw new Problem('wrong-state', { detail: `Not in the state ${request.state}` });
  if (!search) throw new Problem('wrong-state', { detail: 'The search has not come through yet' });
  return { request, search };
}
