// The job that erases what is left of clients: messages, how calls are answered, staff, users, machines, tasks, jobs, exports, files, counts; page by page.
// Agreements, requests, erasures, certificates and the audit stay for their own time: they show what was done.
import { forgetTasks } from '#attention/forget-tasks.ts';
import { eraseAnswering } from '#clients/answering.ts';
import { eraseDirectory } from '#desk/erase-directory.ts';
import { eraseJobs } from '#jobs/erase-jobs.ts';
import { eraseAllMessages } from '#messages/erase-all-messages.ts';
import type { ErasingApp } from '#privacy/app.ts';
import { type ErasureUnderWay, endErasure, erasuresUnderWay } from '#privacy/client-erasure.ts';
import { log } from '#shared/log.ts';
import { eachPage, type LongRun } from '#shared/long-run.ts';
import { type ItemKey, recordKeys, recordsTable } from '#shared/tables.ts';
import { endReplacements } from '#staff/end-replacements.ts';
import { eraseAllStaff } from '#staff/erase-all-staff.ts';
import { unbindMachines } from '#users/unbind-machines.ts';
import { withdrawAllUsers } from '#users/withdraw-all-users.ts';

/**
 * A request that read the client before it was erased may write after that: a message, a person, a member. None lives longer
 * than the gateway waits (30 s); a sender or a sweep that is under way writes nothing new.
 */
const IN_FLIGHT_MS = 5 * 60_000;

/** What goes before the first record and after the last one: it is counted, and certified. Each may be called again. */
export interface Framing {
  /** @returns false where the time was up. */
  before(run: LongRun, erasure: ErasureUnderWay): Promise<boolean>;
  after(erasure: ErasureUnderWay): Promise<void>;
}

export interface ErasingReport {
  /** Clients of which nothing is left. */
  done: number;
  /** False where the time was up: the next run goes on. */
  finished: boolean;
}

/**
 * Costs one query where no client is to be erased. For each that is, what its parts cost, the queries of a run that finds
 * nothing more (one for each part), and one transaction at the end. A run goes over everything: what one that died has done
 * is not there any more, and what came late is found. Only a run that began when nothing could be in flight, and came
 * through, ends the erasure.
 * @throws AggregateError at the end, for what could not be erased: the next run finds it.
 */
export async function eraseClients(app: ErasingApp, mayGoOn: () => boolean, framing: Framing): Promise<ErasingReport> {
  const errors: unknown[] = [];
  const report: ErasingReport = { done: 0, finished: true };
  for (const erasure of await erasuresUnderWay(app)) {
    const own: LongRun = { mayGoOn, errors: [] };
    const beganAtMs = app.clock.nowMs();
    try {
      report.finished =
        (await framing.before(own, erasure)) && (await erasePartsOf(app, own, erasure.clientId)) && report.finished;
      if (report.finished && own.errors.length === 0) report.done += await endIfOver(app, erasure, beganAtMs, framing);
    } catch (error) {
      log.error('client-not-erased', error, { clientId: erasure.clientId });
      own.errors.push(error);
    }
    errors.push(...own.errors);
    if (!report.finished) break;
  }
  if (errors.length > 0) throw new AggregateError(errors, 'Not everything of the clients could be erased');
  return report;
}

/** The index first, which is one key; then messages: theirs is the shortest promise. @returns false where the time was up. */
async function erasePartsOf(app: ErasingApp, run: LongRun, clientId: string): Promise<boolean> {
  if (!(await eraseDirectory(app, run, clientId))) return false;
  if (!(await eraseAllMessages(app, run, clientId))) return false;
  await app.db.commit(eraseAnswering(clientId));
  if (!(await eraseAllStaff(app, run, clientId))) return false;
  await unbindMachines(app, run, clientId);
  if (!(await withdrawAllUsers(app, run, clientId))) return false;
  if (!(await forgetTasks(app, run, clientId))) return false;
  if (!(await eraseJobs(app, run, clientId))) return false;
  if (!(await deletePartition(app, run, recordKeys.suppressionsOf(clientId).pk))) return false;
  if (!(await deletePartition(app, run, recordKeys.callCountsOf(clientId).pk))) return false;
  if (!(await endReplacements(app, run, clientId))) return false;
  // How many SMS there were on each of the last days.
  return deletePartition(app, run, recordKeys.smsCount(clientId, '').pk);
}

function deletePartition(app: ErasingApp, run: LongRun, value: string): Promise<boolean> {
  const partition = { name: recordsTable.partitionKey, value };
  return eachPage(app, run, { table: 'records', partition, consistent: true }, (items) =>
    app.bulk.writeEach(items.map(({ pk, sk }) => ({ table: 'records', delete: { pk, sk } as ItemKey }))),
  );
}

/** @returns how many have ended: one or none. */
async function endIfOver(
  app: ErasingApp,
  erasure: ErasureUnderWay,
  beganAtMs: number,
  { after }: Framing,
): Promise<number> {
  if (beganAtMs < erasure.requestedAtMs + IN_FLIGHT_MS) return 0;
  await after(erasure);
  if (!(await endErasure(app, erasure))) return 0;
  log.info('client-erased', { clientId: erasure.clientId });
  return 1;
}
