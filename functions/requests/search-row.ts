// How far a search for a person has come beside its job: which one is the last, whether it came through, and for whom it looked.

import { fingerprint } from '#requests/findings.ts';
import { type Quest, questText } from '#requests/search/quest.ts';
import type { OpenedRequest } from '#requests/store.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { recordKeys } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

export interface SearchRow {
  jobId: string;
  /** Whom the round that is under way, or the search that came through, looked for. */
  sought: string;
  rounds: number;
  /** Records of the last round that do not open: told once the search has come through. */
  unreadable: number;
  doneAtMs?: number;
}

const rowKey = (requestId: string) => recordKeys.finding(requestId, '', 'search');

export const searchRowRead = (requestId: string): ReadRequest => ({
  table: 'records',
  key: rowKey(requestId),
});

export const toSearchRow = (item: Item | undefined): SearchRow | undefined => item as SearchRow | undefined;

type Of = Pick<OpenedRequest, 'clientId' | 'id'>;

export const soughtOf = (request: Pick<OpenedRequest, 'keys'>, quest: Quest): string =>
  fingerprint(request, 'sought', questText(quest));

/**
 * For the first transaction of a search: refused where the request has another one by now. From here on nobody decides about
 * findings until the search has come through, and whatever another search of the request would still write is refused. 4 units.
 */
export const beginSearchRow = ({ clientId, id }: Of, row: SearchRow): Write[] => [
  { table: 'records', put: { ...rowKey(id), kind: 'finding', ...row } },
  {
    table: 'records',
    check: recordKeys.request(clientId, id),
    condition: { expression: 'searchJobId = :job', values: { ':job': row.jobId } },
  },
];

const isThisSearch = (jobId: string) => ({ expression: 'jobId = :job', values: { ':job': jobId } });

/** Refused where another search has begun. 2 units. */
export const changeSearchRow = (requestId: string, row: SearchRow): Write => ({
  table: 'records',
  put: { ...rowKey(requestId), kind: 'finding', ...row },
  condition: isThisSearch(row.jobId),
});

/** For the transaction of what a search writes down: refused where another has begun. 2 units. */
export const isLastSearch = (requestId: string, jobId: string): Write => ({
  table: 'records',
  check: rowKey(requestId),
  condition: isThisSearch(jobId),
});

/** For the transaction of whatever builds on what was found: refused while another search is under way, or has been. */
export const searchStands = (requestId: string, { jobId }: SearchRow): Write => ({
  table: 'records',
  check: rowKey(requestId),
  condition: { expression: 'jobId = :job AND attribute_exists(doneAtMs)', values: { ':job': jobId } },
});
