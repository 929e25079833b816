// The client in a path: once it is gone, nothing of it is shown; before it has signed the agreement, nothing of it is stored.
import { rfc3339 } from '#shared/clock.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { recordKeys } from '#shared/tables.ts';
import { readErasure, type TombstoneReader } from '#shared/tombstone.ts';

/** A client's record: 1 unit up to 4 KB. */
export const clientRead = (clientId: string): ReadRequest => ({ table: 'records', key: recordKeys.client(clientId) });

/**
 * From the record that the chain has read anyway. It stands from the first signature on: what comes after it, an older
 * version, an objection or the end, stops nothing.
 * @throws Problem agreement-missing.
 */
export function demandAgreed(found: Found, clientId: string): void {
  if (found.get(clientRead(clientId))?.agreedAt === undefined) throw new Problem('agreement-missing');
}

/**
 * One read more for a client that is not there, for its tombstone.
 * @throws Problem not-found, or erased with the time.
 */
export async function demandStanding(app: TombstoneReader, found: Found, clientId: string): Promise<void> {
  if (found.get(clientRead(clientId))) return;
  const erasure = await readErasure(app, clientId, clientId);
  if (!erasure) throw new Problem('not-found');
  throw new Problem('erased', { erasedAt: rfc3339(erasure.erasedAtMs) });
}
