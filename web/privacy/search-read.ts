// How far the search for a person is, as it has been read here: nothing is said of it before.
import { ofLastSearch, type Standing, standingOf } from '#web/privacy/findings.ts';

interface SearchedFor {
  readonly clientId: string;
  readonly id: string;
  readonly searchJobId: string | null;
}

/** As it was read here, of the last search; undefined before. */
function readOf(request: SearchedFor): Standing | undefined {
  const read = standingOf({ clientId: request.clientId, requestId: request.id }).value.value;
  return read && ofLastSearch(read, request);
}

export const searchOf = (request: SearchedFor): Standing['search'] | undefined => readOf(request)?.search;

/** When the last search came through; null before. */
export function searchedAtOf(request: SearchedFor): string | null {
  const read = readOf(request);
  return read?.search?.state === 'done' ? read.searchedAt : null;
}
