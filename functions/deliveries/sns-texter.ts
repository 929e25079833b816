// The texter on SNS: one attempt for each call, and a fresh connection for each, because no answer must mean not known.
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { handoverFailure, type Texter } from '#deliveries/handover.ts';

/** A socket that froze with the function fails on its first use, after the request may have been written. */
const HANDLER = {
  connectionTimeout: 2_000,
  requestTimeout: 8_000,
  throwOnRequestTimeout: true,
  httpsAgent: { keepAlive: false },
  httpAgent: { keepAlive: false },
} as const;

const text = (value: string) => ({ DataType: 'String', StringValue: value });

export function snsTexter(
  senderId: string,
  client = new SNSClient({ maxAttempts: 1, requestHandler: HANDLER }),
): Texter {
  return {
    async send(to, message) {
      try {
        const { MessageId } = await client.send(
          new PublishCommand({
            PhoneNumber: to,
            // What the SDK cannot encode (half a character) stays in its buffer, and goes out in front of the next SMS.
            Message: message.toWellFormed(),
            MessageAttributes: {
              'AWS.SNS.SMS.SenderID': text(senderId),
              'AWS.SNS.SMS.SMSType': text('Transactional'),
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
