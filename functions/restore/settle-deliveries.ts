// Deliveries that were under way at the time of a restore: nobody can say what became of them, and nothing is sent again.
import { newTask } from '#attention/store.ts';
import { type Attempt, statesUnderWay } from '#deliveries/schema.ts';
import { type Delivery, deliveryRead, toDelivery } from '#deliveries/store.ts';
import type { RestoreApp } from '#restore/app.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { idRange } from '#shared/ids.ts';
import { DUE_PARTITION, recordKeys, recordsTable } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import type { Write } from '#shared/writes.ts';

const PAGE = 100;
/** Transactions side by side. */
const AT_ONCE = 25;

/**
 * Each becomes `unknown`, leaves the index of what is due and gets its task (a test none), in one transaction. One that has ended, or was
 * accepted, and waits there for its track to move on, stays what it is: a person moves on from it. Costs one query and one
 * batch read for each hundred, and for each delivery 4 units, and 2 for the indexes. Safe to repeat: what is settled is no
 * longer due.
 */
export async function settleDeliveries(app: RestoreApp): Promise<void> {
  const { name, partitionKey } = recordsTable.indexes.due;
  let startAfter: Item | undefined;
  do {
    const page = await app.db.query({
      table: 'records',
      index: name,
      partition: { name: partitionKey, value: DUE_PARTITION },
      limit: PAGE,
      ...(startAfter && { startAfter }),
    });
    const reads = page.items.map(
      ({ pk, sk }): ReadRequest => ({ table: 'records', key: { pk: pk as string, sk: sk as string } }),
    );
    const found = await app.db.read(reads);
    const due = reads.flatMap((read) => {
      const item = found.get(read);
      return item ? [toDelivery(item)] : [];
    });
    for (let start = 0; start < due.length; start += AT_ONCE)
      await Promise.all(due.slice(start, start + AT_ONCE).map((delivery) => settle(app, delivery)));
    startAfter = page.next;
  } while (startAfter);
}

/** A claim that was open is what nobody knows the outcome of; without one, the restore itself is. */
function attemptsOf({ attempts }: Delivery, nowMs: number): Attempt[] {
  const last = attempts.at(-1);
  const restored = { outcome: 'unknown', code: 'Restored' } as const;
  return last?.outcome === 'sending'
    ? [...attempts.slice(0, -1), { atMs: last.atMs, ...restored }]
    : [...attempts, { atMs: nowMs, ...restored }];
}

async function settle(app: RestoreApp, delivery: Delivery): Promise<void> {
  const { clientId, messageId, id, state } = delivery;
  const isUnderWay = statesUnderWay.has(state);
  if (!isUnderWay && delivery.dueAt === undefined) return;
  const nowMs = app.clock.nowMs();
  if (isUnderWay) app.note({ finding: 'unknown', clientId, recordId: id });
  const moved: Write = {
    table: 'records',
    update: recordKeys.delivery(messageId, id),
    change: 'SET #state = :after, attempts = :attempts REMOVE duePk, dueAt, notBeforeMs',
    condition: {
      expression: '#state = :before AND attribute_exists(dueAt)',
      names: { '#state': 'state' },
      values: {
        ':before': state,
        ':after': isUnderWay ? 'unknown' : state,
        ':attempts': isUnderWay ? attemptsOf(delivery, nowMs) : delivery.attempts,
      },
    },
  };
  try {
    const task = newTask({ reason: 'restored', createdAtMs: nowMs, delivery });
    await app.db.commit([moved, ...(delivery.test ? [] : [task])]);
  } catch (error) {
    // The first restore's task stands; or another run was faster.
    if (!(error instanceof ConflictError)) throw error;
    if (!error.at(0)) await app.db.commit([moved]);
    else await demandSettled(app, delivery);
  }
}

async function demandSettled(app: RestoreApp, { messageId, id }: Delivery): Promise<void> {
  const read = deliveryRead(messageId, id);
  const item = (await app.db.read([read])).get(read);
  if (item && toDelivery(item).dueAt !== undefined) throw new Error(`${id} moves: the table is in use already`);
}

/** How many deliveries made until the time of the restore are under way: none, once they are settled. */
export async function countUnderWay({ db, restoredToMs }: Pick<RestoreApp, 'db' | 'restoredToMs'>): Promise<number> {
  const { name, partitionKey } = recordsTable.indexes.due;
  const partition = { name: partitionKey, value: DUE_PARTITION };
  const last = idRange('delivery', 0, restoredToMs).until;
  const due = await db.queryAll({ table: 'records', index: name, partition });
  return due.filter(({ sk }) => (sk as string) <= last).length;
}
