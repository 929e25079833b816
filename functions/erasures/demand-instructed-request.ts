// The subject request behind the erasure of a person: instructed, being prepared, searched for, and gone through.
import type { RequestPath } from '#requests/demand-request.ts';
import { demandRequest } from '#requests/demand-request.ts';
import { questOfRequest } from '#requests/search/quest-of-request.ts';
import { soughtOf } from '#requests/search-row.ts';
import { demandSearched } from '#requests/search-standing.ts';
import type { OpenedRequest, RequestFields } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import type { Found } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { recordKeys, recordsTable } from '#shared/tables.ts';

const wrong = (detail: string) => new Problem('wrong-state', { detail });

type Instructed = OpenedRequest & { instruction: NonNullable<RequestFields['instruction']> };

/**
 * Beside what the chain has read (`searchReads`): whom to look for, and a query of the findings.
 * @throws Problem not-found, erased, instruction-missing, wrong-state.
 */
export async function demandInstructedRequest(app: App, found: Found, path: RequestPath): Promise<Instructed> {
  const nowMs = app.clock.nowMs();
  const { kind } = demandRequest(found, path, nowMs);
  if (kind !== 'erasure' && kind !== 'objection') throw wrong('A request of this kind asks for no erasure');
  const { request, search } = demandSearched(found, path, nowMs);
  const { instruction } = request;
  if (!instruction) throw new Problem('instruction-missing');
  if (soughtOf(request, await questOfRequest(app, request)) !== search.sought)
    throw wrong('More is known about the person than was searched for: search again');
  if (await hasUndecided(app, request.id)) throw wrong('Somebody has to decide about each finding first');
  return { ...request, instruction };
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
