// Every hour or so: an SMS to the service's own number, by the texter that everybody's SMS takes.
import { canarySms, logSent } from '#deliveries/canary.ts';
import type { Texter } from '#deliveries/handover.ts';
import { snsTexter } from '#deliveries/sns-texter.ts';
import { readEnv } from '#shared/env.ts';

let ready: { stage: string; number: string; texter: Texter } | undefined;

function start() {
  const env = readEnv(['STAGE', 'SMS_SENDER_ID', 'CANARY_NUMBER']);
  return { stage: env.STAGE, number: env.CANARY_NUMBER, texter: snsTexter(env.SMS_SENDER_ID) };
}

export const handler = async (): Promise<void> => {
  ready ??= start();
  const { stage, number, texter } = ready;
  logSent('sms', await texter.send(number, canarySms(stage)));
};
