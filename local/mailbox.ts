// The mail provider: aws-ses-v2-local judges a SendEmail request, the outbox keeps what it accepted.

import type { Server } from 'node:http';
import { Agent, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '#local/clock.ts';
import type { Fault, Faults } from '#local/faults.ts';
import type { Outbox } from '#local/outbox.ts';
import type { QueueReply } from '#local/queues.ts';
import { NO_ANSWER, RESET, type Reply } from '#local/replies.ts';

/** What was accepted, for whoever tells what becomes of it. */
export interface AcceptedMail {
  readonly messageId: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly configurationSet: string | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly fault: Fault<'email'> | null;
}

interface SendEmail {
  ConfigurationSetName?: string;
  EmailTags?: { Name: string; Value: string }[];
  FromEmailAddress?: string;
  Destination?: { ToAddresses?: string[]; CcAddresses?: string[]; BccAddresses?: string[] };
  Content?: {
    Simple?: {
      Subject?: { Data: string };
      Body?: { Text?: { Data: string }; Html?: { Data: string } };
      Headers?: { Name: string; Value: string }[];
    };
  };
}

export interface Mailbox {
  /** A SendEmail request's body. */
  send(body: string): Promise<Reply>;
  stop(): void;
}

/** The emulator keeps every e-mail in memory; ours is the outbox, so it is told to forget now and then. */
const FORGET_AFTER = 500;

export async function openMailbox(
  outbox: Outbox,
  faults: Faults,
  clock: Clock,
  onAccepted: (mail: AcceptedMail) => void,
): Promise<Mailbox> {
  const { default: emulator } = (await import('aws-ses-v2-local')) as unknown as {
    default: { default: (config: { host: string; port: number }) => Promise<Server> };
  };
  const server = await emulator.default({ host: '127.0.0.1', port: 0 });
  const { port } = server.address() as AddressInfo;
  const agent = new Agent({ keepAlive: true });
  let accepted = 0;

  function ask(path: string, body: string): Promise<QueueReply> {
    return new Promise((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        authorization: 'AWS4-HMAC-SHA256',
        'content-length': Buffer.byteLength(body),
      };
      const sent = request({ agent, host: '127.0.0.1', port, path, method: 'POST', headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const status = response.statusCode ?? 500;
          resolve({ status, headers: { 'content-type': 'application/json' }, body: Buffer.concat(chunks).toString() });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  return {
    async send(body) {
      const fault = faults.next('email');
      if (fault === 'throttle') return failure(429, 'TooManyRequestsException', 'Maximum sending rate exceeded.');
      if (fault === '500') return failure(500, 'InternalFailure', 'An internal failure occurred.');
      const mail = JSON.parse(body) as SendEmail;
      const simple = mail.Content?.Simple;
      const { ToAddresses = [], CcAddresses = [], BccAddresses = [] } = mail.Destination ?? {};
      if (!simple)
        return failure(400, 'BadRequestException', 'The runner takes simple content only; see local/mailbox.ts');
      if (ToAddresses.length + CcAddresses.length + BccAddresses.length === 0) {
        return failure(400, 'BadRequestException', 'Destination names nobody');
      }
      const reply = await ask('/v2/email/outbound-emails', body);
      if (reply.status !== 200) {
        const { detail, message } = JSON.parse(reply.body) as { detail?: string; message?: string };
        return failure(400, 'BadRequestException', detail ?? message ?? 'Bad request');
      }
      outbox.add({
        channel: 'email',
        to: [...ToAddresses, ...CcAddresses, ...BccAddresses].join(', '),
        ...(mail.FromEmailAddress ? { from: mail.FromEmailAddress } : {}),
        subject: simple.Subject?.Data ?? '',
        text: simple.Body?.Text?.Data ?? '',
        ...(simple.Body?.Html ? { html: simple.Body.Html.Data } : {}),
        ...(simple.Headers
          ? { headers: Object.fromEntries(simple.Headers.map(({ Name, Value }) => [Name, Value])) }
          : {}),
        at: new Date(clock.nowMs()).toISOString(),
      });
      accepted += 1;
      if (accepted % FORGET_AFTER === 0) await ask('/clear-store', '');
      onAccepted({
        messageId: (JSON.parse(reply.body) as { MessageId: string }).MessageId,
        from: mail.FromEmailAddress ?? '',
        to: [...ToAddresses, ...CcAddresses, ...BccAddresses],
        subject: simple.Subject?.Data ?? '',
        configurationSet: mail.ConfigurationSetName,
        tags: Object.fromEntries((mail.EmailTags ?? []).map(({ Name, Value }) => [Name, Value])),
        fault,
      });
      if (fault === 'timeout-after-accept') return NO_ANSWER;
      if (fault === 'reset-after-accept') return RESET;
      if (fault === '500-after-accept') return failure(500, 'InternalFailure', 'An internal failure occurred.');
      return reply;
    },
    stop() {
      agent.destroy();
      server.close();
      server.closeAllConnections();
    },
  };
}

function failure(status: number, type: string, message: string): QueueReply {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': type },
    body: JSON.stringify({ message }),
  };
}
