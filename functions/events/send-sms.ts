// Sends the SMS that are ordered, within the countries and the cap of the stage.
import type { SQSEvent } from 'aws-lambda';
import { pointToDelivery } from '#deliveries/receipt-pointer.ts';
import { DeliveryOrder } from '#deliveries/schema.ts';
import { refuseSms } from '#deliveries/sms-guard.ts';
import { snsTexter } from '#deliveries/sns-texter.ts';
import { orderOf } from '#deliveries/store.ts';
import { renderSms } from '#messages/render-sms.ts';
import { type SendingApp, sendDelivery } from '#messages/send-delivery.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { eachMessage, type QueuePatience } from '#shared/queue-batch.ts';
import { sqsPatience } from '#shared/sqs-patience.ts';

interface SmsApp extends SendingApp {
  patience: QueuePatience;
}

let app: SmsApp | undefined;

function start(): SmsApp {
  const env = readEnv([
    ...tableVariables,
    'SMS_QUEUE_URL',
    'SMS_SENDER_ID',
    'SMS_COUNTRIES',
    'SMS_CAP_PER_CLIENT_AND_DAY',
    'PORTAL_URL',
  ]);
  const base = makeApp(tableNames(env));
  const texter = snsTexter(env.SMS_SENDER_ID);
  const limits = { countries: env.SMS_COUNTRIES, capPerClientAndDay: env.SMS_CAP_PER_CLIENT_AND_DAY };
  return {
    ...base,
    channel: 'sms',
    portalUrl: env.PORTAL_URL,
    patience: sqsPatience(env.SMS_QUEUE_URL),
    refuse: ({ clientId }, to) => refuseSms(base, limits, clientId, to),
    accepted: (delivery, providerId) => pointToDelivery(base, providerId, orderOf(delivery)),
    handOver: (_delivery, to, rendering) => texter.send(to, renderSms(rendering)),
  };
}

export const handler = (event: SQSEvent) => {
  const ready = app ?? start();
  app = ready;
  return eachMessage(event, ready.patience, (body) => sendDelivery(ready, DeliveryOrder().parse(body)));
};
