// The minute's tick: finds deliveries that are due by the index, and moves each on after reading it again.
import { moveDueDelivery } from '#deliveries/moves.ts';
import type { DeliveryState } from '#deliveries/schema.ts';
import { type Delivery, orderOf, toDelivery } from '#deliveries/store.ts';
import type { Topics } from '#deliveries/topics.ts';
import { whenDue } from '#deliveries/when-due.ts';
import type { App } from '#shared/app.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { log } from '#shared/log.ts';
import { DUE_PARTITION, recordsTable } from '#shared/tables.ts';

export interface TickApp extends App {
  readonly topics: Topics;
}

const PAGE = 100;
/** Ten thousand in a minute; what is left is still due in the next. */
const MAX_PAGES = 100;

/**
 * Costs one query and one batch read for each hundred that are due, one update for each, and one request to the topic for
 * each ten orders. Two ticks at once, or one that died half-way, do no harm: each move is conditional, and an order that
 * was not published is due again in two minutes. What fails for one delivery does not hold up the others.
 * @throws AggregateError at the end, when something has failed.
 */
export async function lookAfterDue(app: TickApp): Promise<number> {
  const { name, partitionKey, sortKey } = recordsTable.indexes.due;
  const nowMs = app.clock.nowMs();
  const errors: unknown[] = [];
  let startAfter: Item | undefined;
  let count = 0;
  for (let page = 0; page < MAX_PAGES; page++) {
    const due = await app.db.query({
      table: 'records',
      index: name,
      partition: { name: partitionKey, value: DUE_PARTITION },
      sort: { name: sortKey, from: 0, until: nowMs },
      limit: PAGE,
      ...(startAfter && { startAfter }),
    });
    const moved = await moveAll(app, due.items, nowMs, errors);
    await order(app, moved, errors);
    count += moved.length;
    startAfter = due.next;
    if (!startAfter) break;
  }
  log.info('tick', { count });
  if (errors.length > 0) throw new AggregateError(errors, 'Not everything that was due could be looked after');
  return count;
}

interface Moved {
  delivery: Delivery;
  to: DeliveryState;
}

/** The index may be behind: what was read from it is looked up before it is believed. */
async function moveAll(app: TickApp, entries: readonly Item[], nowMs: number, errors: unknown[]): Promise<Moved[]> {
  const reads = entries.map(
    ({ pk, sk }): ReadRequest => ({ table: 'records', key: { pk: pk as string, sk: sk as string } }),
  );
  const found = await app.db.read(reads);
  const due = reads
    .map((read) => found.get(read))
    .filter((item) => item !== undefined && (item.dueAt as number) <= nowMs) as Item[];
  const moves = await Promise.all(
    due.map(async (item): Promise<Moved | undefined> => {
      const delivery = { ...toDelivery(item), dueAt: item.dueAt as number };
      try {
        const move = whenDue(delivery, nowMs);
        const done = await moveDueDelivery(app, delivery, { from: delivery.state, ...move });
        if (!done) return undefined;
        // What a receipt has ended is due once more, and nothing that the tick gives up.
        if (move.to !== delivery.state && (move.to === 'failed' || move.to === 'unknown'))
          log.warn('delivery', { deliveryId: delivery.id, channel: delivery.channel, state: move.to });
        return { delivery, to: move.to };
      } catch (error) {
        log.error('due-not-moved', error, { deliveryId: delivery.id });
        errors.push(error);
        return undefined;
      }
    }),
  );
  return moves.filter((moved) => moved !== undefined);
}

async function order(app: TickApp, moved: readonly Moved[], errors: unknown[]): Promise<void> {
  const orders = moved
    .filter(({ to }) => to === 'queued')
    .map(({ delivery }) => ({ channel: delivery.channel, order: orderOf(delivery) }));
  try {
    const failed = await app.topics.orders(orders);
    if (failed.length > 0) log.warn('orders-not-published', { count: failed.length });
  } catch (error) {
    log.error('orders-not-published', error, { count: orders.length });
    errors.push(error);
  }
}
