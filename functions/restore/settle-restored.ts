// Makes a restored table fit to be used: what is erased goes, what does not open is mended, what was under way is settled.
import type { RestoreApp } from '#restore/app.ts';
import { bury } from '#restore/bury.ts';
import { erasuresSince } from '#restore/erasures-since.ts';
import { findLostMessages } from '#restore/find-lost-messages.ts';
import { goThroughRegister } from '#restore/go-through-register.ts';
import { settleDeliveries } from '#restore/settle-deliveries.ts';
import type { Erasure } from '#shared/evidence.ts';
import type { ReadRequest } from '#shared/found.ts';
import { serviceKeys } from '#shared/tables.ts';
import { tombstone } from '#shared/tombstone.ts';

/**
 * To be run while nobody else uses the table, and before it has a stream. Writes to that table alone: whoever finds that it
 * is the wrong one, or the wrong time, restores another. May be repeated, and goes on where it died.
 * @throws Error where the keys are not there at all: everything would be taken for erased.
 */
export async function settleRestored(app: RestoreApp): Promise<void> {
  await demandKeys(app);
  const erasures = withoutLeads(await erasuresSince(app));
  for (const { clientId, recordId } of erasures) app.note({ finding: 'erased', clientId, recordId });
  await bury(app, erasures, tombstone);
  await goThroughRegister(app);
  await settleDeliveries(app);
  await findLostMessages(app);
}

/** The first request in the life of a stack makes this key. */
async function demandKeys({ db }: RestoreApp): Promise<void> {
  const read: ReadRequest = { table: 'registerKeys', key: serviceKeys.hmac };
  if (!(await db.read([read])).get(read))
    throw new Error('RegisterKeys does not hold the keys of the service: is it the right table?');
}

/** Nothing leads anywhere any more in a client that was erased too: its tombstones end as others do. */
function withoutLeads(erasures: readonly Erasure[]): Erasure[] {
  const ended = new Set(
    erasures.filter(({ clientId, recordId }) => clientId === recordId).map(({ clientId }) => clientId),
  );
  return erasures.map((one) => (ended.has(one.clientId) ? { ...one, replacement: undefined } : one));
}
