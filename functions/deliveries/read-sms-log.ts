// SNS's log of what became of SMS, as CloudWatch Logs hands it on: opened, and all but id, code and time left behind.
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { smsCode } from '#deliveries/outcomes.ts';
import { SmsReceipt } from '#deliveries/receipts.ts';
import { log } from '#shared/log.ts';
import { lazy } from '#shared/route.ts';

/** https://docs.aws.amazon.com/lambda/latest/dg/services-cloudwatchlogs.html: base64 of gzip of JSON. */
export interface LogsEvent {
  awslogs: { data: string };
}

/** https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html: CONTROL_MESSAGE is a trial call. */
const Batch = lazy(() =>
  z.object({
    messageType: z.string(),
    logEvents: z.array(z.object({ timestamp: z.number(), message: z.string() })),
  }),
);

/** https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html; beside these: its carrier, the price. */
const Line = lazy(() =>
  z.object({
    notification: z.object({ messageId: z.string() }),
    delivery: z.object({ providerResponse: z._default(z.string(), ''), destination: z.optional(z.string()) }),
    status: z.enum(['SUCCESS', 'FAILURE']),
  }),
);

/**
 * A line that is none of SNS's is counted and left out: it would fail for ever.
 * @param ownNumber the service's own, which canaries go to; empty where there is none.
 */
export function readSmsLog({ awslogs }: LogsEvent, ownNumber = ''): SmsReceipt[] {
  const { messageType, logEvents } = Batch().parse(
    JSON.parse(gunzipSync(Buffer.from(awslogs.data, 'base64')).toString()),
  );
  if (messageType !== 'DATA_MESSAGE') return [];
  const receipts = logEvents.flatMap(({ timestamp, message }) => receiptOf(message, timestamp, ownNumber));
  if (receipts.length < logEvents.length) log.warn('sms-log-not-read', { count: logEvents.length - receipts.length });
  return receipts;
}

function receiptOf(message: string, atMs: number, ownNumber: string): SmsReceipt[] {
  const line = Line().safeParse(jsonOf(message));
  if (!line.success) return [];
  const { notification, delivery, status } = line.data;
  const receipt = {
    code: smsCode(status, delivery.providerResponse),
    providerId: notification.messageId,
    atMs,
    ...(ownNumber !== '' && delivery.destination === ownNumber && { canary: true }),
  };
  const checked = SmsReceipt().safeParse(receipt);
  return checked.success ? [checked.data] : [];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
