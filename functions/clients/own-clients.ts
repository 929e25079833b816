// The clients that a caller is bound to, each confirmed by its own membership.
import { clientReads, type OpenedClient, openClient } from '#clients/store.ts';
import type { App } from '#shared/app.ts';
import type { Caller } from '#shared/caller.ts';
import type { ReadRequest } from '#shared/found.ts';
import type { Role } from '#shared/route.ts';
import { recordKeys } from '#shared/tables.ts';

export interface OwnClient {
  client: OpenedClient;
  /** The caller's at this client: one user may be admin of one company and staff of another. */
  role: Role;
}

const membershipOf = (clientId: string, caller: Caller): ReadRequest => ({
  table: 'records',
  key: recordKeys.membership(clientId, caller.id),
});

/**
 * One batch read of 3 units a client (2 for a machine client, whose row has been read already, and for people of the
 * service). A client that is gone, or that the caller has been withdrawn from since the token was made, is left out.
 */
export async function readOwnClients(app: App, caller: Caller, clientIds: readonly string[]): Promise<OwnClient[]> {
  const confirms = caller.clientIds !== 'all' && caller.role !== 'machine';
  const found = await app.db.read(
    clientIds.flatMap((id) => [...clientReads(id), ...(confirms ? [membershipOf(id, caller)] : [])]),
  );
  return clientIds.flatMap((id) => {
    const row = found.get(membershipOf(id, caller));
    if (confirms && (!row || row.state === 'withdrawn')) return [];
    const client = openClient(found, id);
    return client ? [{ client, role: confirms ? (row?.role as Role) : caller.role }] : [];
  });
}
