// The texter on SNS: one attempt for each call, and a fresh connection for each, because no answer must mean not known.
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { handoverFailure, type Texter } from '#deliveries/handover.ts';

/** A slow answer is no answer: the claim must be settled before the order comes back. */
const TIMEOUT_MS = 8_000;

/** A socket that froze with the function fails on its first use, after the request may have been written. */
export const snsClient = (requestTimeoutMs = TIMEOUT_MS): SNSClient =>
  new SNSClient({
    maxAttempts: 1,
    requestHandler: {
      connectionTimeout: 2_000,
      requestTimeout: requestTimeoutMs,
      throwOnRequestTimeout: true,
      httpsAgent: { keepAlive: false },
      httpAgent: { keepAlive: false },
    },
  });

const text = (value: string) => ({ DataType: 'String', StringValue: value });

export function snsTexter(senderId: string, client = snsClient()): Texter {
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
