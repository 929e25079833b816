// Confirms an erasure that somebody else has asked for: from here on it cannot be stopped.
import { clientReads, openClient } from '#clients/store.ts';
import { demandErasure, erasurePathReads, jobOf } from '#erasures/demand-erasure.ts';
import { demandInstructedRequest } from '#erasures/demand-instructed-request.ts';
import { demandSecondPerson } from '#erasures/may-confirm.ts';
import type { erasureRoutes } from '#erasures/routes.ts';
import { showErasure } from '#erasures/show-erasure.ts';
import { type ErasureRecord, writeErasure } from '#erasures/store.ts';
import { endFilesOf } from '#jobs/files-key.ts';
import { newJob } from '#jobs/job.ts';
import { destroyClient } from '#privacy/destroy-client.ts';
import { confirmErasing } from '#requests/erasing.ts';
import { searchReads } from '#requests/search-standing.ts';
import type { App } from '#shared/app.ts';
import type { Found } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { demandStanding } from '#shared/standing-client.ts';
import type { UseCase } from '#shared/use-case.ts';
import type { Write } from '#shared/writes.ts';

/**
 * Costs one batch read of 4 units (membership, row, client and key), a person's what the asking cost, and one transaction: 2
 * units for the row, 2 for the client's files, 2 for the job and 1 for its index; of a client, in place of the job, what
 * `destroyClient` says. Repeated it costs the read.
 */
export const confirmErasure: UseCase<(typeof erasureRoutes)['confirmErasure']> = {
  reads: ({ params }) => [...erasurePathReads(params), ...clientReads(params.clientId)],

  async run(app, { params, caller, found }) {
    const erasure = demandErasure(found, params);
    const show = async (one: ErasureRecord) => ({
      status: 200 as const,
      body: showErasure(one, { caller, nowMs: app.clock.nowMs(), job: await jobOf(app, one) }),
    });
    if (erasure.confirmedAtMs !== undefined) return show(erasure);
    if (erasure.state !== 'asked') throw new Problem('wrong-state');
    demandSecondPerson(erasure, caller);
    await demandStanding(app, found, params.clientId);
    const nowMs = app.clock.nowMs();
    const confirmed: ErasureRecord = {
      ...erasure,
      state: 'running',
      confirmedBy: caller.id,
      confirmedAs: caller.role,
      confirmedAtMs: nowMs,
    };
    return show(await begin(app, found, confirmed));
  },
};

/** @throws Problem for what is not as it was when somebody asked; StaleReadError where somebody else was first. */
async function begin(app: App, found: Found, erasure: ErasureRecord): Promise<ErasureRecord> {
  const { clientId, what, id: refId, requestId } = erasure;
  if (what === 'client') return writeErasure(app, erasure, await destroyed(app, found, erasure));
  const request = what === 'person' && requestId ? await asAsked(app, erasure, requestId) : [];
  const { jobId, writes } = newJob(app, { clientId, work: 'erase', refId, askedBy: erasure.confirmedBy ?? '' });
  return writeErasure(app, { ...erasure, jobId }, [endFilesOf(clientId), ...writes, ...request]);
}

/** The request as it stands: nothing in it, and nothing that was found, may have changed what is erased. */
async function asAsked(app: App, { clientId, id }: ErasureRecord, requestId: string): Promise<Write[]> {
  const path = { clientId, requestId };
  const request = await demandInstructedRequest(app, await app.db.read(searchReads(path)), path);
  if (request.erasing?.id !== id) throw new Problem('wrong-state');
  return [confirmErasing(request, id)];
}

/** @throws Problem client-not-ended. */
async function destroyed(app: App, found: Found, { clientId, id, confirmedAtMs = 0 }: ErasureRecord): Promise<Write[]> {
  const client = openClient(found, clientId);
  if (client && client.status !== 'ended') throw new Problem('client-not-ended');
  return destroyClient(app, found, { clientId, erasureId: id, requestedAtMs: confirmedAtMs });
}
