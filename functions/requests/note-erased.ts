// Says on a request that what it asked to be erased has been erased and certified: by that it may be closed as carried out.
import { requestRowIn } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import { recordKeys } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

interface Certified {
  clientId: string;
  requestId: string;
  erasureId: string;
  /** Of the erasure: it has searched for the person anew. */
  jobId: string | undefined;
  /** There was nothing to erase this time, and nothing was left. */
  isNothing: boolean;
}

/**
 * For the transaction that issues the certificate. One read of 1 unit, and 2 units. None where the request is gone, or it is
 * not the erasure that was asked for on it.
 */
export async function noteErased(
  app: App,
  { clientId, requestId, erasureId, jobId, isNothing }: Certified,
): Promise<Write[]> {
  const key = recordKeys.request(clientId, requestId);
  const read = { table: 'records' as const, key };
  const atMs = app.clock.nowMs();
  const request = requestRowIn((await app.db.read([read])).get(read), atMs);
  if (!jobId || request?.erasing?.id !== erasureId) return [];
  const isNothingEver = isNothing && (!request.erased || request.erased.isNothing === true);
  return [
    {
      table: 'records',
      update: key,
      change: 'SET erased = :erased, #version = #version + :one REMOVE erasing',
      condition: {
        expression: 'erasing.id = :erasure',
        names: { '#version': 'version' },
        values: {
          ':erased': { atMs, jobId, ...(isNothingEver && { isNothing: true }) },
          ':one': 1,
          ':erasure': erasureId,
        },
      },
    },
  ];
}
