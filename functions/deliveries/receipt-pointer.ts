// SNS's receipts name an SMS by SNS's id alone: a row that says which delivery that is.
import type { DeliveryOrder } from '#deliveries/schema.ts';
import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import type { ReadRequest } from '#shared/found.ts';
import { log } from '#shared/log.ts';
import { recordKeys } from '#shared/tables.ts';

/** SNS's logs may take 72 hours: https://repost.aws/knowledge-center/monitor-sns-texts-cloudwatch */
const KEPT_SECONDS = 4 * 24 * 60 * 60;

/**
 * Between the provider's answer and writing it down, so that a receipt is found whatever becomes of the sender. One write
 * of 1 unit. Without the row the SMS stays `accepted`, or `unknown`: that is logged, and never in the way.
 */
export async function pointToDelivery(app: App, providerId: string, order: DeliveryOrder): Promise<void> {
  const { clientId, messageId, deliveryId } = order;
  try {
    await app.db.update(
      'records',
      recordKeys.receipt(providerId),
      'SET kind = :kind, clientId = :client, messageId = :message, deliveryId = :delivery, #ttl = :ttl',
      {
        expression: 'attribute_not_exists(pk)',
        names: { '#ttl': 'ttl' },
        values: {
          ':kind': 'receipt',
          ':client': clientId,
          ':message': messageId,
          ':delivery': deliveryId,
          ':ttl': toSeconds(app.clock.nowMs()) + KEPT_SECONDS,
        },
      },
    );
  } catch (error) {
    log.error('receipt-not-pointed', error, { deliveryId });
  }
}

/** One read of 1 unit. @returns undefined where there is none, or not yet. */
export async function pointedDelivery(
  app: App,
  providerId: string,
): Promise<Pick<DeliveryOrder, 'messageId' | 'deliveryId'> | undefined> {
  const read: ReadRequest = { table: 'records', key: recordKeys.receipt(providerId) };
  const row = (await app.db.read([read])).get(read);
  return row && { messageId: row.messageId as string, deliveryId: row.deliveryId as string };
}
