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
  unreadable: number;
  doneAtMs?: number;
}

export const searchRowRead = (requestId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.finding(requestId, '', 'search'),
});

export const toSearchRow = (item: Item | undefined): SearchRow | undefined => item as SearchRow | undefined;

type Of = Pick<OpenedRequest, 'clientId' | 'id' | 'keys'>;

export const soughtOf = (request: Of, quest: Quest): string => fingerprint(request, 'sought', questText(quest));

/** From here on nobody decides about findings until the search has come through. */
export const putSearchRow = (requestId: string, row: SearchRow): Write => ({
  table: 'records',
  put: { ...searchRowRead(requestId).key, kind: 'finding', ...row },
});

/** For the transaction of whatever builds on what was found: refused while another search is under way, or has been. */
export const searchStands = (requestId: string, { jobId }: SearchRow): Write => ({
  table: 'records',
  check: recordKeys.finding(requestId, '', 'search'),
  condition: { expression: 'jobId = :job AND attribute_exists(doneAtMs)', values: { ':job': jobId } },
});
