// The erasure in a path.
import { type ErasureRecord, erasureRead, erasureRecordIn } from '#erasures/store.ts';
import { type Job, jobIn, jobRead } from '#jobs/job.ts';
import type { App } from '#shared/app.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';

export interface ErasurePath {
  clientId: string;
  erasureId: string;
}

export const erasurePathReads = ({ clientId, erasureId }: ErasurePath): ReadRequest[] => [
  erasureRead(clientId, erasureId),
];

/** @throws Problem not-found. */
export function demandErasure(found: Found, { clientId, erasureId }: ErasurePath): ErasureRecord {
  const erasure = erasureRecordIn(found, clientId, erasureId);
  if (!erasure) throw new Problem('not-found');
  return erasure;
}

/** One read of 1 unit, none where no job is under way. */
export async function jobOf({ db }: App, { clientId, state, jobId }: ErasureRecord): Promise<Job | undefined> {
  if (!jobId || (state !== 'counting' && state !== 'running')) return undefined;
  return jobIn(await db.read([jobRead(clientId, jobId)]), clientId, jobId);
}
