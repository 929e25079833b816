// Writes down what a receipt tells: one conditional update, made anew where somebody else was first.
import { moveByReceipt, type ReceiptMove } from '#deliveries/receipt-moves.ts';
import type { Receipt } from '#deliveries/receipts.ts';
import type { DeliveryOrder } from '#deliveries/schema.ts';
import { type Delivery, deliveryRead, toDelivery } from '#deliveries/store.ts';
import type { App } from '#shared/app.ts';
import { log } from '#shared/log.ts';
import { DUE_PARTITION, recordKeys } from '#shared/tables.ts';

/** Sender, tick and other receipts of the same delivery: they come to an end. */
const ATTEMPTS = 10;

/** @returns undefined where there is none: erased, or its time is over. One read of 1 unit. */
export async function readDelivery(
  app: App,
  { messageId, deliveryId }: Pick<DeliveryOrder, 'messageId' | 'deliveryId'>,
): Promise<Delivery | undefined> {
  const read = deliveryRead(messageId, deliveryId);
  const item = (await app.db.read([read])).get(read);
  const delivery = item && toDelivery(item);
  return delivery && delivery.expiresAt * 1000 > app.clock.nowMs() ? delivery : undefined;
}

/**
 * Costs one write request: 1 unit, and 2 for the index where the delivery enters or leaves it. A receipt that tells nothing
 * new costs nothing; each time that somebody else was first a read and a write more.
 * @returns the delivery as it is now; undefined where it is gone meanwhile.
 */
export async function settleReceipt(app: App, delivery: Delivery, receipt: Receipt): Promise<Delivery | undefined> {
  let standing: Delivery | undefined = delivery;
  for (let attempt = 0; attempt < ATTEMPTS && standing; attempt++) {
    const move = moveByReceipt(standing, receipt);
    if (!move) return standing;
    const item = await write(app, standing, move);
    if (item) {
      const { id: deliveryId, channel } = delivery;
      log.info(move.to === standing.state ? 'receipt' : 'delivery', {
        deliveryId,
        channel,
        state: move.to,
        code: receipt.code,
      });
      return toDelivery(item);
    }
    standing = await readDelivery(app, { messageId: delivery.messageId, deliveryId: delivery.id });
  }
  if (standing) throw new Error('A delivery changes again and again while its receipt is written down');
  return undefined;
}

const dueChanges: Record<ReceiptMove['due'], string> = {
  now: ', duePk = :duePk, dueAt = :now',
  never: ' REMOVE duePk, dueAt',
  asItIs: '',
};

const write = (app: App, { messageId, id, state, attempts }: Delivery, { to, position, attempt, due }: ReceiptMove) =>
  app.db.update(
    'records',
    recordKeys.delivery(messageId, id),
    `SET #state = :to, attempts[${position}] = :attempt${dueChanges[due]}`,
    {
      expression: `#state = :seen AND size(attempts) = :count AND attempts[${position}] = :before`,
      names: { '#state': 'state' },
      values: {
        ':to': to,
        ':seen': state,
        ':count': attempts.length,
        ':before': attempts[position],
        ':attempt': attempt,
        ...(due === 'now' && { ':duePk': DUE_PARTITION, ':now': app.clock.nowMs() }),
      },
    },
  );
