// Carries out one receipt: the delivery moves on, a dead address is suppressed, a task closes or opens.
import { closeAnsweredTask, openReturnedTask } from '#attention/close-task.ts';
import { type CanaryChannel, logArrived } from '#deliveries/canary.ts';
import { meaningOf } from '#deliveries/outcomes.ts';
import { pointedDelivery } from '#deliveries/receipt-pointer.ts';
import type { Receipt } from '#deliveries/receipts.ts';
import { readDelivery, settleReceipt } from '#deliveries/settle-receipt.ts';
import { suppressAddress } from '#deliveries/suppressions.ts';
import { keyRowRead, toLiveKeyRow } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import { log } from '#shared/log.ts';
import type { QueueResult } from '#shared/queue-batch.ts';

/** The pointer row is written a moment after SNS has the SMS: a receipt that was faster comes again. */
const againAfterSeconds = [5, 60, 300] as const;

/**
 * Costs one read (an SMS two: the pointer, and the delivery) and one update of the delivery, and one read of the tasks of
 * track and delivery for what was delivered; a bounce or complaint that suppresses two reads and one transaction more. A
 * receipt that comes again, late or out of order costs its reads and changes nothing. Each step is done again by a receipt
 * that comes again, and leaves alone what is done: it may end anywhere.
 * @param timesReceived how often the queue has brought it, from 1.
 */
export async function noteReceipt(app: App, receipt: Receipt, timesReceived: number): Promise<QueueResult> {
  if (receipt.canary === 'email') return noteCanary('email', receipt);
  const pointed = receipt.delivery ?? (await pointedDelivery(app, receipt.providerId));
  // The service's own number may be somebody's too, and then has deliveries.
  if (!pointed && receipt.canary) return noteCanary(receipt.canary, receipt);
  if (!pointed) return notFound(receipt, timesReceived);
  const delivery = await readDelivery(app, pointed);
  // The message is erased, or its time is over: there is nothing to tell anybody.
  if (!delivery) return {};
  const { means, suppress } = meaningOf(receipt.code);
  if (suppress) {
    const key = keyRowRead(delivery.keyId);
    const keys = toLiveKeyRow((await app.db.read([key])).get(key));
    // Without the message's key nobody can say any more which address it was.
    if (!keys) return {};
    await suppressAddress(app, delivery, keys.stableKey, suppress);
  }
  const settled = await settleReceipt(app, delivery, receipt);
  if (settled?.state !== 'delivered' || settled.test) return {};
  if (means === 'delivered') await closeAnsweredTask(app, settled);
  if (settled.attempts.some(({ outcome }) => outcome === 'returned')) await openReturnedTask(app, settled);
  return {};
}

/**
 * A canary costs nothing, one by SMS the read of a pointer that is not there. One that comes again is counted again, which
 * its alarm does not mind.
 */
function noteCanary(channel: CanaryChannel, { code }: Receipt): QueueResult {
  if (meaningOf(code).means === 'delivered') logArrived(channel);
  else log.warn('canary-not-arrived', { channel, code });
  return {};
}

/** An SMS of another stage or service of this account, or one whose sender died before it could write the row. */
function notFound({ code }: Receipt, timesReceived: number): QueueResult {
  const seconds = againAfterSeconds[timesReceived - 1];
  if (seconds !== undefined) return { againAfterSeconds: seconds };
  log.warn('receipt-dropped', { channel: 'sms', code });
  return {};
}
