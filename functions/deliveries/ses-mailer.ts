// The mailer on SES v2: one attempt for each call, our ids in tags and a header.
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { type Email, handoverFailure, type Mailer, type Reference } from '#deliveries/handover.ts';

interface Sender {
  address: string;
  configurationSet: string;
}

/** A slow answer is no answer: the claim must be settled before the order comes back. */
const TIMEOUTS = { connectionTimeout: 2_000, requestTimeout: 8_000, throwOnRequestTimeout: true } as const;

const body = (data: string) => ({ Data: data, Charset: 'UTF-8' });

export function sesMailer(
  sender: Sender,
  client = new SESv2Client({ maxAttempts: 1, requestHandler: TIMEOUTS }),
): Mailer {
  const domain = sender.address.slice(sender.address.lastIndexOf('@') + 1);
  return {
    async send({ messageId, deliveryId }: Reference, { to, subject, text, html, language }: Email) {
      try {
        const { MessageId } = await client.send(
          new SendEmailCommand({
            FromEmailAddress: sender.address,
            ConfigurationSetName: sender.configurationSet,
            Destination: { ToAddresses: [to] },
            // SES sets the Message-ID itself: what comes back with its events are the tags.
            EmailTags: [
              { Name: 'message', Value: messageId },
              { Name: 'delivery', Value: deliveryId },
            ],
            Content: {
              Simple: {
                Subject: body(subject),
                Body: { Text: body(text), Html: body(html) },
                Headers: [
                  { Name: 'X-AnswerOnline-Delivery', Value: deliveryId },
                  { Name: 'Content-Language', Value: language },
                  { Name: 'Auto-Submitted', Value: 'auto-generated' },
                  // Of no mail that was ever sent: what the mails about one message have in common.
                  { Name: 'References', Value: `<${messageId}@${domain}>` },
                ],
              },
            },
          }),
        );
        return { outcome: 'accepted', providerId: MessageId ?? '' };
      } catch (error) {
        return handoverFailure(error);
      }
    },
  };
}
