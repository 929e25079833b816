// The request in a path, opened.
import { type OpenedRequest, openRequest, requestReads } from '#requests/store.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { recordKeys } from '#shared/tables.ts';

export interface RequestPath {
  clientId: string;
  requestId: string;
}

export const requestPathReads = ({ clientId, requestId }: RequestPath): ReadRequest[] =>
  requestReads(clientId, requestId);

/** @throws Problem not-found, or erased where its time is over and the row still stands. */
export function demandRequest(found: Found, { clientId, requestId }: RequestPath, nowMs: number): OpenedRequest {
  const request = openRequest(found, clientId, requestId, nowMs);
  if (request) return request;
  const stands = found.get({ table: 'records', key: recordKeys.request(clientId, requestId) });
  throw new Problem(stands ? 'erased' : 'not-found');
}
