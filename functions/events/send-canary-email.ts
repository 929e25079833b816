// Every few minutes: an e-mail to the service's own mailbox, by the mailer that everybody's e-mail takes.
import { canaryEmail, logSent } from '#deliveries/canary.ts';
import type { Mailer } from '#deliveries/handover.ts';
import { sesMailer } from '#deliveries/ses-mailer.ts';
import { systemClock } from '#shared/clock.ts';
import { readEnv } from '#shared/env.ts';
import { newId } from '#shared/ids.ts';

let ready: { stage: string; mailbox: string; mailer: Mailer } | undefined;

function start() {
  const env = readEnv(['STAGE', 'SENDER_ADDRESS', 'CONFIGURATION_SET', 'CANARY_MAILBOX']);
  const mailer = sesMailer({ address: env.SENDER_ADDRESS, configurationSet: env.CONFIGURATION_SET });
  return { stage: env.STAGE, mailbox: env.CANARY_MAILBOX, mailer };
}

export const handler = async (): Promise<void> => {
  ready ??= start();
  const { stage, mailbox, mailer } = ready;
  // Its receipt is known by this id, and by nothing else.
  const id = newId('canary', systemClock.nowMs());
  logSent('email', await mailer.send({ messageId: id, deliveryId: id }, canaryEmail(stage, mailbox)));
};
