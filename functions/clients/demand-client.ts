// A client that a route is about, opened. That its record stands the chain has seen.
import { type OpenedClient, openClient } from '#clients/store.ts';
import type { Found } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';

/** @throws Problem erased for a record whose key is gone. */
export function demandClient(found: Found, clientId: string): OpenedClient {
  const client = openClient(found, clientId);
  if (!client) throw new Problem('erased');
  return client;
}
