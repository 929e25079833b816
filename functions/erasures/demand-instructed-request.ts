// The subject request behind the erasure of a person: instructed, searched for, and gone through.
import { jobIn, jobRead } from '#jobs/job.ts';
import { demandRequest, type RequestPath } from '#requests/demand-request.ts';
import { demandInstructed } from '#requests/life-cycle.ts';
import type { Signed } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import type { Found } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';

const wrong = (detail: string) => new Problem('wrong-state', { detail });

/**
 * Beside what the chain has read: 1 unit for the job that searched, and a query of the findings.
 * @returns who has given, or written down, the client's instruction.
 * @throws Problem not-found, erased, instruction-missing, wrong-state.
 */
export async function demandInstructedRequest(app: App, found: Found, path: RequestPath): Promise<Signed> {
  const { clientId, requestId } = path;
  const request = demandRequest(found, path, app.clock.nowMs());
  if (request.kind !== 'erasure' && request.kind !== 'objection')
    throw wrong('A request of this kind asks for no erasure');
  demandInstructed(request, app.clock.nowMs());
  const { instruction, searchJobId } = request;
  if (!instruction) throw new Problem('instruction-missing');
  if (!searchJobId) throw wrong('Nobody has searched for the person yet');
  const job = jobIn(await app.db.read([jobRead(clientId, searchJobId)]), clientId, searchJobId);
  if (job && job.state !== 'done') throw wrong('The search for the person is not done');
  if (await hasUndecided(app, requestId)) throw wrong('Somebody has to decide about each finding first');
  return instruction;
}

async function hasUndecided({ db }: App, requestId: string): Promise<boolean> {
  const undecided = await db.queryAll({
    table: 'records',
    partition: { name: recordsTable.partitionKey, value: recordKeys.findingsOf(requestId).pk },
    filter: { expression: 'decision = :none', values: { ':none': 'undecided' } },
    consistent: true,
  });
  return undecided.length > 0;
}
