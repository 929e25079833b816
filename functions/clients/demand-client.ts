// A client that a route is about, opened; or the refusal that says what became of it.
import { clientRead, type OpenedClient, openClient } from '#clients/store.ts';
import type { Found } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';

/** @throws Problem not-found, or erased for a record whose key is gone. */
export function demandClient(found: Found, clientId: string): OpenedClient {
  const client = openClient(found, clientId);
  if (client) return client;
  throw new Problem(found.get(clientRead(clientId)) ? 'erased' : 'not-found');
}
