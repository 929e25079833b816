// From SNS's logs, which hold telephone numbers, to receipts, which do not. Keeps nothing.
import type { SQSClient } from '@aws-sdk/client-sqs';
import { type LogsEvent, readSmsLog } from '#deliveries/read-sms-log.ts';
import { sendReceipts, sqsClient } from '#deliveries/sqs-receipts.ts';
import { readEnv } from '#shared/env.ts';
import { log } from '#shared/log.ts';

let ready: { queueUrl: string; ownNumber: string; client: SQSClient } | undefined;

function start() {
  const env = readEnv(['RECEIPTS_QUEUE_URL', 'CANARY_NUMBER']);
  return { queueUrl: env.RECEIPTS_QUEUE_URL, ownNumber: env.CANARY_NUMBER, client: sqsClient() };
}

/** What it throws is logged by Lambda: an error's own words may quote a line, and so none leaves here. */
export const handler = async (event: LogsEvent): Promise<void> => {
  ready ??= start();
  try {
    const receipts = readSmsLog(event, ready.ownNumber);
    await sendReceipts(ready.queueUrl, receipts, ready.client);
    log.info('sms-receipts', { count: receipts.length });
  } catch (error) {
    log.error('sms-receipts-not-sent', error);
    throw new Error('Receipts of SMS could not be passed on');
  }
};
