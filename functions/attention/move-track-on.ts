// Lets a track move on: the next step of its plan, or, when nothing is left, exactly one task for a person.
import { type NewTask, taskWrite } from '#attention/store.ts';
import { type Delivery, orderOf, trackOf } from '#deliveries/store.ts';
import type { ChannelOrder } from '#deliveries/topics.ts';
import { isWaitingForTrack, trackState } from '#deliveries/track.ts';
import { keyStands } from '#messages/add-deliveries.ts';
import { nextStep, type StepsApp } from '#messages/next-step.ts';
import { readTrack, type Track } from '#messages/read-track.ts';
import { log } from '#shared/log.ts';
import { recordKeys } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import type { Write } from '#shared/writes.ts';

/** Others write to the same message and deliveries; what is still due then is due at the next tick. */
const ATTEMPTS = 3;

/**
 * Costs two batch reads where the track has come to somebody, or something is under way; three or four for a step or a
 * task. One transaction: 2 units for each delivery that was due and 1 for the index it leaves, 2 for each other that has
 * ended; for a step what `addDeliveries` says, for a task 4 units and 1 for the index.
 *
 * Nothing is believed that was read before the transaction: its conditions hold each delivery of the track to what was seen,
 * the message to its version, and the task to being the first. So two at once make one step, or one task.
 * @returns orders of the step: the stream publishes them too, and an order is claimed once.
 */
export async function moveTrackOn(app: StepsApp, due: readonly Delivery[]): Promise<ChannelOrder[]> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const moved = await tryToMove(app, due);
    if (moved) return moved;
  }
  log.info('track-left', { messageId: due[0]?.messageId ?? '' });
  return [];
}

/** @returns undefined where somebody else was first with something: read again. */
async function tryToMove(app: StepsApp, due: readonly Delivery[]): Promise<ChannelOrder[] | undefined> {
  const nowMs = app.clock.nowMs();
  const track = await readTrack(app, due);
  if (!track) return cancelQuietly(app, due);
  const waiting = track.deliveries.filter((one) => isWaitingForTrack(one, nowMs));
  const state = trackState(track.deliveries, nowMs);
  if (state !== 'over' || track.isSettled) return leave(app, waiting);

  const step = await nextStep(app, track);
  const moves = step ? step.writes : [keyStands(track.message), taskWrite(notDelivered(track, nowMs))];
  const others = track.deliveries.filter((one) => !waiting.includes(one));
  try {
    await app.db.commit([...moves, ...waiting.map((one) => leaveIndex(one)), ...others.map(asSeen)]);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    // The message's key is gone, and so is the message; or there is a task already.
    return error.at(0) || (!step && error.at(1)) ? leave(app, waiting) : undefined;
  }
  return step ? ordersOf(step.deliveries) : noteTask(track);
}

const notDelivered = ({ deliveries }: Track, nowMs: number): NewTask => {
  const [first] = deliveries as [Delivery];
  return {
    reason: 'notDelivered',
    createdAtMs: nowMs,
    delivery: { ...first, id: trackOf(first) },
    deliveryIds: deliveries.map(({ id }) => id),
  };
};

function noteTask({ deliveries: [first] }: Track): ChannelOrder[] {
  if (first) log.warn('task', { deliveryId: trackOf(first), messageId: first.messageId, code: 'notDelivered' });
  return [];
}

function ordersOf(deliveries: readonly Delivery[]): ChannelOrder[] {
  for (const { id, channel, state } of deliveries) log.info('step', { deliveryId: id, channel, state });
  return deliveries
    .filter(({ state }) => state === 'queued')
    .map((delivery) => ({ channel: delivery.channel, order: orderOf(delivery) }));
}

const condition = ({ state, dueAt, attempts }: Delivery) => ({
  expression: `#state = :state AND size(attempts) = :count AND ${dueAt === undefined ? 'attribute_not_exists(dueAt)' : 'dueAt = :due'}`,
  names: { '#state': 'state' },
  values: { ':state': state, ':count': attempts.length, ...(dueAt !== undefined && { ':due': dueAt }) },
});

const leaveIndex = (delivery: Delivery, state = delivery.state): Write => {
  const { expression, names, values } = condition(delivery);
  return {
    table: 'records',
    update: recordKeys.delivery(delivery.messageId, delivery.id),
    change: 'SET #state = :to REMOVE dueAt, duePk',
    condition: { expression, names, values: { ...values, ':to': state } },
  };
};

/** An urgent one that is still being tried when its wait is over may be tried meanwhile: it is its state that counts. */
const asSeen = (delivery: Delivery): Write => ({
  table: 'records',
  check: recordKeys.delivery(delivery.messageId, delivery.id),
  condition: { expression: '#state = :state', names: { '#state': 'state' }, values: { ':state': delivery.state } },
});

/** Nothing is to be done: each leaves the index by itself, unless it has changed meanwhile. */
async function leave(app: StepsApp, waiting: readonly Delivery[], state?: 'cancelled'): Promise<ChannelOrder[]> {
  await Promise.all(
    waiting.map(async (delivery) => {
      const { update, change, condition } = leaveIndex(delivery, state) as Extract<Write, { update: object }>;
      await app.db.update('records', update, change, condition);
    }),
  );
  return [];
}

/** The message is erased, or its time is over: there is nothing to tell anybody. */
const cancelQuietly = (app: StepsApp, due: readonly Delivery[]) =>
  leave(
    app,
    due.filter((one) => isWaitingForTrack(one, app.clock.nowMs())),
    'cancelled',
  );
