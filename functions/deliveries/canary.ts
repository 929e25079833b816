// The canary: an e-mail or SMS to the service itself, and what is logged of it. It has no record and names nobody.
import type { Email, Handover } from '#deliveries/handover.ts';
import { log } from '#shared/log.ts';

export type CanaryChannel = 'email' | 'sms';

const text = (stage: string) => `Automatic test from AnswerOnline ${stage}. There is nothing to do.`;

export const canarySms = text;

export const canaryEmail = (stage: string, to: string): Email => ({
  to,
  subject: `AnswerOnline ${stage}: automatic test`,
  text: text(stage),
  html: `<p>${text(stage)}</p>`,
  language: 'en',
});

/** A canary that no provider took is a line in the log, and no error: the alarm counts those that arrive. */
export function logSent(channel: CanaryChannel, handover: Handover): void {
  if (handover.outcome === 'accepted') log.info('canary-sent', { channel });
  else log.warn('canary-not-sent', { channel, code: handover.code });
}

/** Only this line keeps the alarm silent: lib/constructs/canary.ts counts it. */
export const logArrived = (channel: CanaryChannel): void => log.info('canary-arrived', { channel });
