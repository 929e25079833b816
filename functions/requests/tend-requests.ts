// Looks after the clocks of subject requests: reminds whoever is to do something, and erases requests whose time is over.
import { raiseTask } from '#attention/raise-task.ts';
import type { Tender } from '#jobs/tender.ts';
import { letter } from '#letters/letter.ts';
import { endRequest } from '#requests/end-request.ts';
import { dueReminders, nextDueMs } from '#requests/reminders.ts';
import { type RequestRow, toRequestRow } from '#requests/store.ts';
import type { App } from '#shared/app.ts';
import { log } from '#shared/log.ts';
import { keyRead } from '#shared/register.ts';
import { clientRead } from '#shared/standing-client.ts';
import { REQUEST_PARTITION, recordKeys, SERVICE } from '#shared/tables.ts';
import { tendDue } from '#shared/tend-due.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';
import { versionIs, type Write } from '#shared/writes.ts';

/**
 * Costs what `tendDue` does; for each request a read of its key and its client (2 units), and one transaction: 2 units for the request and 2
 * for the index, 4 for each letter and task; or what its end costs.
 */
export const tendRequests: Tender<App> = (app, mayGoOn) =>
  tendDue(app, {
    partition: REQUEST_PARTITION,
    mayGoOn,
    failure: 'request-not-tended',
    async tend(item) {
      const request = toRequestRow(item);
      const nowMs = app.clock.nowMs();
      const isOver = request.endsAtMs !== undefined && request.endsAtMs <= nowMs;
      if (isOver || !(await stands(app, request))) await endRequest(app, request);
      else await remind(app, request, nowMs);
      return true;
    },
  });

/**
 * Nobody is reminded of a row that a restore has brought back, whose key is gone; nor of what was asked of a client that is
 * erased: there is nobody left to say what is to be done, and nothing left to do it with.
 */
async function stands(app: App, { clientId, id }: RequestRow): Promise<boolean> {
  const own = keyRead(recordKeys.request(clientId, id));
  const reads = clientId === SERVICE ? [own] : [own, clientRead(clientId)];
  const found = await app.db.read(reads);
  return reads.every((read) => found.get(read) !== undefined);
}

async function remind(app: App, request: RequestRow, nowMs: number): Promise<void> {
  const { clientId, id: refId } = request;
  const due = dueReminders(request, nowMs);
  const said = due.flatMap(({ about, to, task, day }): Write[] => [
    // Nobody but ourselves is the controller of our own records.
    ...to
      .filter((one) => one === 'officers' || clientId !== SERVICE)
      .flatMap((one) => letter(app, { clientId, to: one, about, refId, day })),
    ...(task ? raiseTask(app, { clientId, about: task, refId }) : []),
  ]);
  try {
    await app.db.commit([reminded(request, nowMs), ...said]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new StaleReadError('Changed meanwhile', { cause: error });
  }
  for (const { about } of due) log.info('request-reminder', { requestId: refId, clientId, code: about });
}

/** At another version: whoever changes the request meanwhile does not take back that it was said. */
function reminded(request: RequestRow, nowMs: number): Write {
  const { expression, names, values } = versionIs(request.version);
  return {
    table: 'records',
    update: recordKeys.request(request.clientId, request.id),
    change: 'SET remindedAtMs = :now, dueAt = :due, #version = :next',
    condition: {
      expression,
      names: { ...names },
      values: {
        ...values,
        ':now': nowMs,
        ':due': nextDueMs({ ...request, remindedAtMs: nowMs }),
        ':next': request.version + 1,
      },
    },
  };
}
