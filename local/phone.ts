// The telephone network: takes SNS Publish with a PhoneNumber, which no emulator does, and keeps it in the outbox.
import { randomUUID } from 'node:crypto';
import type { Clock } from '#local/clock.ts';
import type { Fault, Faults } from '#local/faults.ts';
import type { Outbox } from '#local/outbox.ts';
import type { QueueReply } from '#local/queues.ts';
import { NO_ANSWER, RESET, type Reply } from '#local/replies.ts';

export type PublishSms = (parameters: URLSearchParams) => Reply;

/** What was accepted, for whoever tells what becomes of it. */
export interface AcceptedSms {
  readonly messageId: string;
  readonly to: string;
  readonly fault: Fault<'sms'> | null;
}

export function openPhone(
  outbox: Outbox,
  faults: Faults,
  clock: Clock,
  onAccepted: (sms: AcceptedSms) => void,
): PublishSms {
  return (parameters) => {
    const to = parameters.get('PhoneNumber') ?? '';
    const text = parameters.get('Message') ?? '';
    if (!/^\+[1-9]\d{4,14}$/.test(to)) {
      return failure(
        400,
        'InvalidParameter',
        `Invalid parameter: PhoneNumber Reason: ${to} is not valid to publish to`,
      );
    }
    if (text === '') return failure(400, 'InvalidParameter', 'Invalid parameter: Empty message');
    const fault = faults.next('sms');
    if (fault === 'throttle') return failure(429, 'Throttled', 'Rate exceeded');
    if (fault === 'reject') {
      return failure(
        400,
        'InvalidParameter',
        `Invalid parameter: PhoneNumber Reason: ${to} is not valid to publish to`,
      );
    }
    const from = messageAttribute(parameters, 'AWS.SNS.SMS.SenderID');
    outbox.add({ channel: 'sms', to, ...(from ? { from } : {}), text, at: new Date(clock.nowMs()).toISOString() });
    const messageId = randomUUID();
    onAccepted({ messageId, to, fault });
    if (fault === 'timeout-after-accept') return NO_ANSWER;
    if (fault === 'reset-after-accept') return RESET;
    if (fault === '500-after-accept') return failure(500, 'InternalFailure', 'An internal failure occurred');
    return {
      status: 200,
      headers: { 'content-type': 'text/xml' },
      body: `<PublishResponse xmlns="${namespace}"><PublishResult><MessageId>${messageId}</MessageId></PublishResult><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></PublishResponse>`,
    };
  };
}

const namespace = 'http://sns.amazonaws.com/doc/2010-03-31/';

function failure(status: number, code: string, message: string): QueueReply {
  return {
    status,
    headers: { 'content-type': 'text/xml' },
    body: `<ErrorResponse xmlns="${namespace}"><Error><Type>${status < 500 ? 'Sender' : 'Receiver'}</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
  };
}

function messageAttribute(parameters: URLSearchParams, name: string): string | null {
  for (let at = 1; parameters.has(`MessageAttributes.entry.${at}.Name`); at += 1) {
    if (parameters.get(`MessageAttributes.entry.${at}.Name`) === name) {
      return parameters.get(`MessageAttributes.entry.${at}.Value.StringValue`);
    }
  }
  return null;
}
