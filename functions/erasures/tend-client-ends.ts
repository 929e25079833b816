// Looks after the end of clients: paused ones end on their day, ended ones are told a week before, and erased after thirty days.
import { raiseTask } from '#attention/raise-task.ts';
import { localOf } from '#calendar/local-time.ts';
import { type ClientEnd, endDueMs, endIn, erasedAfterMs } from '#clients/client-end.ts';
import type { ClientStatus } from '#clients/client-status.ts';
import { clientReads } from '#clients/store.ts';
import { contactsIn } from '#erasures/contacts-in.ts';
import { type ErasureRecord, newErasure } from '#erasures/store.ts';
import type { Tender } from '#jobs/tender.ts';
import { letter } from '#letters/letter.ts';
import { destroyClient } from '#privacy/destroy-client.ts';
import type { App } from '#shared/app.ts';
import type { Item } from '#shared/found.ts';
import { log } from '#shared/log.ts';
import { clientRead } from '#shared/standing-client.ts';
import { CLIENT_END_PARTITION, recordKeys, SERVICE } from '#shared/tables.ts';
import { tendDue } from '#shared/tend-due.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';
import { versionIs, type Write } from '#shared/writes.ts';

/**
 * Costs what `tendDue` does; for each client one transaction: 4 units and 1 for the index where it ends, with 4 for two
 * letters; 4 more for the task where it is told; or a read of 2 units and what `destroyClient` says, 2 for the row and 1 for
 * its index.
 */
export const tendClientEnds: Tender<App> = (app, mayGoOn) =>
  tendDue(app, {
    partition: CLIENT_END_PARTITION,
    mayGoOn,
    failure: 'client-end-not-tended',
    async tend(item) {
      const clientId = item.sk as string;
      const nowMs = app.clock.nowMs();
      const status = item.status as ClientStatus;
      const end = endIn(item);
      if (status === 'paused') await endNow(app, item, nowMs);
      else if (end.toldAtMs === undefined) await tell(app, item, { ...end, toldAtMs: nowMs });
      else await eraseNow(app, clientId);
      return true;
    },
  });

/** Nothing in the record is taken out: its key stays. */
function changedEnd(item: Item, status: ClientStatus, end: ClientEnd): Write {
  const { expression, names, values } = versionIs(item.version as number);
  const told = end.toldAtMs === undefined ? '' : ', toldAt = :told';
  return {
    table: 'records',
    update: recordKeys.client(item.sk as string),
    change: `SET #status = :status, endedAt = :ended${told}, dueAt = :due, #version = :next REMOVE endsAt, endsBy`,
    condition: {
      expression,
      names: { ...names, '#status': 'status' },
      values: {
        ...values,
        ':status': status,
        ':ended': end.endedAtMs,
        ...(end.toldAtMs !== undefined && { ':told': end.toldAtMs }),
        ':due': endDueMs(status, end),
        ':next': (item.version as number) + 1,
      },
    },
  };
}

/** To both: its admins may still fetch an export, and we may still be told otherwise. */
function letters(app: App, clientId: string, end: ClientEnd): Write[] {
  const day = localOf(erasedAfterMs(end) as number).date;
  return (['admins', 'officers'] as const).flatMap((to) =>
    letter(app, { clientId, to, about: 'clientEnding', refId: clientId, day }),
  );
}

async function endNow(app: App, item: Item, nowMs: number): Promise<void> {
  const clientId = item.sk as string;
  const end = { endedAtMs: nowMs };
  await commit(app, [changedEnd(item, 'ended', end), ...letters(app, clientId, end)]);
  log.info('client-ended', { clientId });
}

async function tell(app: App, item: Item, end: ClientEnd): Promise<void> {
  const clientId = item.sk as string;
  await commit(app, [
    changedEnd(item, 'ended', end),
    ...letters(app, clientId, end),
    ...raiseTask(app, { clientId, about: 'clientEnding', refId: clientId }),
  ]);
}

/** Nobody has to confirm it: a supervisor, or the client itself, has ended it, and nobody has said otherwise for thirty days. */
async function eraseNow(app: App, clientId: string): Promise<void> {
  const found = await app.db.read(clientReads(clientId));
  const nowMs = app.clock.nowMs();
  if (found.get(clientRead(clientId))?.status !== 'ended') return;
  const erasure: ErasureRecord = {
    id: app.newId('erasure'),
    clientId,
    version: 1,
    what: 'client',
    why: 'agreementEnded',
    state: 'running',
    askedBy: SERVICE,
    askedAs: SERVICE,
    askedAtMs: nowMs,
    firstPerson: SERVICE,
    confirmedAtMs: nowMs,
    certificateId: app.newId('certificate'),
    counted: {
      atMs: nowMs,
      counts: { client: 1, contacts: contactsIn(found, clientId) },
      months: [],
      usersElsewhere: 0,
    },
  };
  const begun = { clientId, erasureId: erasure.id, requestedAtMs: nowMs };
  await commit(app, [newErasure(erasure), ...(await destroyClient(app, found, begun))]);
  log.info('client-erasure-begun', { clientId });
}

async function commit(app: App, writes: readonly Write[]): Promise<void> {
  try {
    await app.db.commit(writes);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    throw new StaleReadError('Changed meanwhile', { cause: error });
  }
}
