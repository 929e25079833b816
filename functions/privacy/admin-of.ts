// Of which clients a caller is admin, on a route without a client in its path.
import type { Caller } from '#shared/caller.ts';
import type { Found } from '#shared/found.ts';
import { recordKeys } from '#shared/tables.ts';

/** One user may be admin of one client and staff of another: the chain has read every membership. */
export function adminOf(caller: Caller, found: Found): Set<string> {
  const bound = caller.clientIds === 'all' ? [] : caller.clientIds;
  return new Set(
    bound.filter((clientId) => {
      const row = found.get({ table: 'records', key: recordKeys.membership(clientId, caller.id) });
      return row?.role === 'clientAdmin' && row.state !== 'withdrawn';
    }),
  );
}
