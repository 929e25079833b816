// Sends the e-mails that are ordered.
import type { SQSEvent } from 'aws-lambda';
import { DeliveryOrder } from '#deliveries/schema.ts';
import { sesMailer } from '#deliveries/ses-mailer.ts';
import { renderEmail } from '#messages/render-email.ts';
import { type SendingApp, sendDelivery } from '#messages/send-delivery.ts';
import { makeApp, tableNames } from '#shared/app.ts';
import { readEnv, tableVariables } from '#shared/env.ts';
import { eachMessage, type QueuePatience } from '#shared/queue-batch.ts';
import { sqsPatience } from '#shared/sqs-patience.ts';

interface EmailApp extends SendingApp {
  patience: QueuePatience;
}

let app: EmailApp | undefined;

function start(): EmailApp {
  const env = readEnv([...tableVariables, 'EMAIL_QUEUE_URL', 'SENDER_ADDRESS', 'CONFIGURATION_SET', 'PORTAL_URL']);
  const mailer = sesMailer({ address: env.SENDER_ADDRESS, configurationSet: env.CONFIGURATION_SET });
  return {
    ...makeApp(tableNames(env)),
    channel: 'email',
    portalUrl: env.PORTAL_URL,
    patience: sqsPatience(env.EMAIL_QUEUE_URL),
    handOver: ({ id: deliveryId, messageId }, to, rendering) =>
      mailer.send({ messageId, deliveryId }, { to, ...renderEmail(rendering) }),
  };
}

export const handler = (event: SQSEvent) => {
  const ready = app ?? start();
  app = ready;
  return eachMessage(event, ready.patience, (body) => sendDelivery(ready, DeliveryOrder().parse(body)));
};
