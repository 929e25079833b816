// The minute's tick: finds deliveries that are due by the index, and moves each, or its track, on after reading it again.
import { moveDueDelivery } from '#deliveries/moves.ts';
import { type Delivery, orderOf, toDelivery, trackOf } from '#deliveries/store.ts';
import type { ChannelOrder, Topics } from '#deliveries/topics.ts';
import { whenDue } from '#deliveries/when-due.ts';
import type { App } from '#shared/app.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import { log } from '#shared/log.ts';
import { DUE_PARTITION, recordsTable } from '#shared/tables.ts';

export interface TickApp extends App {
  readonly topics: Topics;
  /**
   * Lets one track move on, if it has to: its next step, or a task for a person.
   * @param due deliveries of the track that say so.
   * @returns orders of the step.
   */
  moveTrackOn(due: readonly Delivery[]): Promise<readonly ChannelOrder[]>;
}

const PAGE = 100;
/** Ten thousand in a minute; what is left is still due in the next. */
const MAX_PAGES = 100;
/** The tick runs each minute: what is so late has been passed over, or nobody has looked. */
const LATE_MS = 5 * 60_000;

/**
 * Costs one query and one batch read for each hundred that are due, one update for each that is moved, what a track's move
 * costs for each track, and one request to the topic for each ten orders. Two ticks at once, or one that died half-way, do
 * no harm: each move is conditional, and an order that was not published is due again in two minutes. What fails for one
 * delivery does not hold up the others.
 * @returns how many deliveries were looked after.
 * @throws AggregateError at the end, when something has failed.
 */
export async function lookAfterDue(app: TickApp): Promise<number> {
  const { name, partitionKey, sortKey } = recordsTable.indexes.due;
  const nowMs = app.clock.nowMs();
  const errors: unknown[] = [];
  let startAfter: Item | undefined;
  let count = 0;
  let lateMs = 0;
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const due = await app.db.query({
      table: 'records',
      index: name,
      partition: { name: partitionKey, value: DUE_PARTITION },
      sort: { name: sortKey, from: 0, until: nowMs },
      limit: PAGE,
      ...(startAfter && { startAfter }),
    });
    const page = await lookAfterPage(app, due.items, nowMs, errors);
    count += page.moved;
    lateMs = Math.max(lateMs, page.lateMs);
    startAfter = due.next;
    if (!startAfter) break;
  }
  log.info('tick', { count });
  if (lateMs > LATE_MS) log.warn('due-late', { minutes: Math.floor(lateMs / 60_000) });
  if (errors.length > 0) throw new AggregateError(errors, 'Not everything that was due could be looked after');
  return count;
}

/** The index may be behind: what was read from it is looked up before it is believed. */
async function lookAfterPage(app: TickApp, entries: readonly Item[], nowMs: number, errors: unknown[]) {
  const reads = entries.map(
    ({ pk, sk }): ReadRequest => ({ table: 'records', key: { pk: pk as string, sk: sk as string } }),
  );
  const found = await app.db.read(reads);
  const due = reads
    .map((read) => found.get(read))
    .filter((item) => item !== undefined && (item.dueAt as number) <= nowMs) as Item[];
  const guarded = async <T>(of: Delivery, act: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await act();
    } catch (error) {
      log.error('due-not-moved', error, { deliveryId: of.id });
      errors.push(error);
      return undefined;
    }
  };
  const moved = (await Promise.all(due.map(toDelivery).map((one) => guarded(one, () => move(app, one, nowMs))))).filter(
    (one) => one !== undefined,
  );
  await order(
    app,
    moved.filter(({ asks }) => asks.order).map(({ delivery }) => toOrder(delivery)),
    errors,
  );
  const ended = moved.filter(({ asks }) => asks.track).map(({ delivery }) => delivery);
  // Tracks of one message write to the same record: one after the other, or each but the first would begin anew.
  const ofMessage = async (deliveries: readonly Delivery[]): Promise<readonly ChannelOrder[]> => {
    const steps: ChannelOrder[] = [];
    for (const track of groupedBy(trackOf, deliveries))
      steps.push(...((await guarded(track[0] as Delivery, () => app.moveTrackOn(track))) ?? []));
    return steps;
  };
  const steps = await Promise.all(groupedBy(({ messageId }) => messageId, ended).map(ofMessage));
  await order(app, steps.flat(), errors);
  const lateMs = due.reduce((most, { dueAt }) => Math.max(most, nowMs - (dueAt as number)), 0);
  return { moved: moved.length, lateMs };
}

/** @returns undefined where somebody else was first. */
async function move(app: TickApp, delivery: Delivery, nowMs: number) {
  const { move: to, ...asks } = whenDue(delivery, nowMs);
  if (!to) return { delivery, asks };
  if (!(await moveDueDelivery(app, delivery, { from: delivery.state, ...to }))) return undefined;
  // What a receipt has ended is due once more, and nothing that the tick gives up.
  if (to.to !== delivery.state && (to.to === 'failed' || to.to === 'unknown'))
    log.warn('delivery', { deliveryId: delivery.id, channel: delivery.channel, state: to.to });
  return { delivery, asks };
}

const toOrder = (delivery: Delivery): ChannelOrder => ({ channel: delivery.channel, order: orderOf(delivery) });

const groupedBy = (keyOf: (delivery: Delivery) => string, deliveries: readonly Delivery[]): Delivery[][] => [
  ...Map.groupBy(deliveries, keyOf).values(),
];

async function order(app: TickApp, orders: readonly ChannelOrder[], errors: unknown[]): Promise<void> {
  if (orders.length === 0) return;
  try {
    const failed = await app.topics.orders(orders);
    if (failed.length > 0) log.warn('orders-not-published', { count: failed.length });
  } catch (error) {
    log.error('orders-not-published', error, { count: orders.length });
    errors.push(error);
  }
}
