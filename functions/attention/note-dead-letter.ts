// An order that was given up becomes a task: what nobody could carry out a person hears of, while the tick tries on.
import { newTask, taskIdOf } from '#attention/store.ts';
import type { DeliveryOrder } from '#deliveries/schema.ts';
import { deliveryRead, toDelivery } from '#deliveries/store.ts';
import { isUnderWay } from '#deliveries/track.ts';
import type { App } from '#shared/app.ts';
import { log } from '#shared/log.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';

/**
 * Costs one read and one transaction of 3 units. A dead letter that comes again finds its task. One of a test makes none, nor
 * one of a delivery that has come to an end: it went out after all, or its track has moved on, with a task of its own where nothing was left.
 */
export async function noteDeadLetter(app: App, { clientId, messageId, deliveryId }: DeliveryOrder): Promise<void> {
  const read = deliveryRead(messageId, deliveryId);
  const item = (await app.db.read([read])).get(read);
  const delivery = item && toDelivery(item);
  const nowMs = app.clock.nowMs();
  const state = delivery?.state ?? 'cancelled';
  log.warn('dead-letter', { clientId, messageId, deliveryId, state });
  if (!delivery || delivery.test || !isUnderWay(delivery) || delivery.expiresAt * 1000 <= nowMs) return;
  try {
    await app.db.commit([newTask({ reason: 'deadLetter', createdAtMs: nowMs, delivery })]);
    log.warn('task', { taskId: taskIdOf(deliveryId), messageId, deliveryId, code: 'deadLetter' });
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error; // it has one
  }
}
