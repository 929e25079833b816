// Says on a request that what it asked to be erased has been erased and certified: by that it may be closed as carried out.
import { requestRowIn } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import { recordKeys } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

interface Certified {
  clientId: string;
  requestId: string;
  /** Of the erasure: it has searched for the person anew. */
  jobId: string | undefined;
}

/**
 * For the transaction that issues the certificate. One read of 1 unit, and 2 units. None where the request is gone, or somebody
 * has prepared it anew since: then more is known of the person than was erased.
 */
export async function noteErased(app: App, { clientId, requestId, jobId }: Certified): Promise<Write[]> {
  const key = recordKeys.request(clientId, requestId);
  const read = { table: 'records' as const, key };
  const atMs = app.clock.nowMs();
  const request = requestRowIn((await app.db.read([read])).get(read), atMs);
  if (!request || !jobId || request.searchJobId !== jobId) return [];
  return [
    {
      table: 'records',
      update: key,
      change: 'SET erased = :erased, #version = #version + :one',
      condition: {
        expression: 'searchJobId = :job',
        names: { '#version': 'version' },
        values: { ':erased': { atMs, jobId }, ':one': 1, ':job': jobId },
      },
    },
  ];
}
