// Asks for an export: its row, and the job that makes it.
import type { exportRoutes } from '#exports/routes.ts';
import { type ExportRecord, newExport, showExport, toExport } from '#exports/store.ts';
import { jobIn, jobRead, newJob } from '#jobs/job.ts';
import type { App } from '#shared/app.ts';
import { auditWrite } from '#shared/audit.ts';
import type { Caller } from '#shared/caller.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { type GivenWhy, readOfReason, unknownRequest } from '#shared/say-why.ts';
import { recordKeys } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';
import { openStaff, staffReads } from '#staff/store.ts';

/**
 * Costs one query for the newest export, one batch read (membership, client, its job, and 2 units for each protected person),
 * and one transaction of 6 units, and 3 for the indexes, with the audit's row; 3 units more for each protected person.
 */
export const createExport: UseCase<(typeof exportRoutes)['createExport']> = {
  first: (app, { params: { clientId } }) => newestOf(app, clientId),
  reads: ({ params: { clientId }, body, first }) => [
    ...readsOfReason(clientId, body),
    ...first.map(toExport).map(({ jobId }) => jobRead(clientId, jobId)),
    ...body.protectedStaff.flatMap((staffId) => staffReads(clientId, staffId)),
  ],
  async run(app, { params: { clientId }, body, caller, first, found }) {
    const newest = first[0] && toExport(first[0]);
    const job = newest && jobIn(found, clientId, newest.jobId);
    if (job?.state === 'waiting' || job?.state === 'running')
      throw new Problem('wrong-state', { detail: 'An export of this client is being made' });
    if (readsOfReason(clientId, body).some((read) => !found.get(read))) throw unknownRequest('/requestId');
    demandAll(body.protectedStaff, (staffId) => openStaff(found, clientId, staffId) !== undefined);

    const id = app.newId('export');
    const { jobId, writes } = newJob(app, { clientId, work: 'export', refId: id, askedBy: caller.id });
    const record: ExportRecord = {
      ...body,
      what: [...new Set(body.what)],
      protectedStaff: [...new Set(body.protectedStaff)],
      requestId: body.requestId,
      id,
      clientId,
      askedBy: caller.id,
      askedAtMs: app.clock.nowMs(),
      jobId,
      fileId: undefined,
      counts: undefined,
    };
    await app.db.commit([newExport(record), ...writes, ...readings(app, record, caller)]);
    const nowMs = app.clock.nowMs();
    return {
      status: 201,
      body: { ...showExport(record, found, nowMs), progress: { state: 'waiting' as const, done: 0 } },
    };
  },
};

/** Each protected person who is to be in it is shown to somebody. */
const readings = (app: App, { clientId, protectedStaff, why, requestId }: ExportRecord, { id, role }: Caller) =>
  protectedStaff.map((recordId) =>
    auditWrite(app, { clientId, by: id, role, act: 'createExport', recordId, why, requestId }),
  );

async function newestOf({ db }: App, clientId: string): Promise<Item[]> {
  const partition = { name: 'pk', value: recordKeys.exportsOf(clientId).pk };
  return (await db.query({ table: 'records', partition, newestFirst: true, limit: 1, consistent: true })).items;
}

/** @throws Problem unknown-staff with the position of each that is not in the register. */
function demandAll(staffIds: readonly string[], isThere: (staffId: string) => boolean): void {
  const errors = staffIds.flatMap((staffId, n) =>
    isThere(staffId) ? [] : [{ pointer: `/protectedStaff/${n}`, detail: 'Not in this register' }],
  );
  if (errors.length > 0) throw new Problem('unknown-staff', { errors });
}

function readsOfReason(clientId: string, why: GivenWhy): ReadRequest[] {
  const read = readOfReason(clientId, why);
  return read ? [read] : [];
}
