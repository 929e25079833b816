// What each answer of a provider means, and where a delivery goes after it.
import { type SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { PublishCommand, SNSClient } from '@aws-sdk/client-sns';
import { describe, expect, test } from 'vitest';
import { backoffSeconds, handoverFailure, moveAfter } from '#deliveries/handover.ts';
import { sesMailer } from '#deliveries/ses-mailer.ts';
import { snsTexter } from '#deliveries/sns-texter.ts';

const errorOf = (name: string, fields: object = {}) => Object.assign(new Error(name), { name, ...fields });
const answered = (name: string, httpStatusCode: number) => errorOf(name, { $metadata: { httpStatusCode } });

describe('an error at the door', () => {
  test.each([
    ['nobody listens', errorOf('Error', { code: 'ECONNREFUSED' }), 'retry', 'ECONNREFUSED'],
    ['the name is not found', errorOf('Error', { code: 'ENOTFOUND' }), 'retry', 'ENOTFOUND'],
    ['too many requests', answered('TooManyRequestsException', 400), 'retry', 'TooManyRequestsException'],
    ['throttled', answered('ThrottledException', 429), 'retry', 'ThrottledException'],
    ['any other 429', answered('Busy', 429), 'retry', 'Busy'],
    ['sending is paused', answered('SendingPausedException', 400), 'retry', 'SendingPausedException'],
    ['our right is missing', answered('AccessDeniedException', 403), 'retry', 'AccessDeniedException'],
    ['our configuration is missing', answered('NotFoundException', 404), 'retry', 'NotFoundException'],
    ['the address is refused', answered('MessageRejected', 400), 'failed', 'MessageRejected'],
    ['the number is refused', answered('InvalidParameterException', 400), 'failed', 'InvalidParameterException'],
    ['an error on their side', answered('InternalErrorException', 500), 'unknown', 'InternalErrorException'],
    ['their gateway', answered('ServiceUnavailable', 503), 'unknown', 'ServiceUnavailable'],
    ['no answer in time', errorOf('TimeoutError'), 'unknown', 'TimeoutError'],
    ['a connection that broke', errorOf('Error', { code: 'ECONNRESET' }), 'unknown', 'ECONNRESET'],
    ['something that is no error', 'oops', 'unknown', 'Unknown'],
  ])('%s', (_, error, outcome, code) => {
    expect(handoverFailure(error)).toEqual({ outcome, code });
  });
});

describe('after it', () => {
  const accepted = { outcome: 'accepted', providerId: 'x' } as const;
  const failed = { outcome: 'failed', code: 'x' } as const;
  const retry = { outcome: 'retry', code: 'x' } as const;
  const unknown = { outcome: 'unknown', code: 'x' } as const;
  const last = backoffSeconds.length + 1;

  test.each([
    ['email', accepted, 1, { state: 'accepted' }],
    ['sms', accepted, last, { state: 'accepted' }],
    ['email', failed, 1, { state: 'failed' }],
    ['sms', failed, 1, { state: 'failed' }],
    ['email', retry, 1, { state: 'queued', waitSeconds: 5 }],
    ['sms', retry, 2, { state: 'queued', waitSeconds: 15 }],
    ['sms', retry, last - 1, { state: 'queued', waitSeconds: 3_600 }],
    ['email', retry, last, { state: 'failed' }],
    ['sms', retry, last, { state: 'failed' }],
    ['email', unknown, 1, { state: 'queued', waitSeconds: 5 }],
    ['email', unknown, last, { state: 'unknown' }],
    ['sms', unknown, 1, { state: 'unknown' }],
    ['sms', unknown, last, { state: 'unknown' }],
  ] as const)('%s, %j at attempt %i: %j', (channel, handover, attempt, expected) => {
    expect(moveAfter(channel, handover, attempt)).toEqual(expected);
  });

  test('waits grow', () => {
    expect([...backoffSeconds].sort((a, b) => a - b)).toEqual(backoffSeconds);
  });
});

interface Sent {
  input: unknown;
}
/** A client of the SDK whose requests end here. */
const stub = (answer: () => object) => {
  const sent: Sent[] = [];
  const client = {
    async send(command: Sent) {
      sent.push(command);
      return answer();
    },
  };
  return { client, sent };
};
const throwing = (error: Error) => () => {
  throw error;
};

describe('the mailer', () => {
  const email = { to: 'ak@nordvik.example', subject: 'Ämne', text: 'Text', html: '<p>', language: 'sv' } as const;
  const reference = { messageId: 'msg_1', deliveryId: 'dlv_1' };
  const sender = { address: 'svar@answeronline.example', configurationSet: 'mail' };

  test('sends one mail to one address, with message and delivery in tags, the delivery in a header, and what keeps the mails of a message together', async () => {
    const { client, sent } = stub(() => ({ MessageId: 'ses-1' }));

    const answer = await sesMailer(sender, client as unknown as SESv2Client).send(reference, email);

    expect(answer).toEqual({ outcome: 'accepted', providerId: 'ses-1' });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toBeInstanceOf(SendEmailCommand);
    expect(sent[0]?.input).toMatchObject({
      FromEmailAddress: 'svar@answeronline.example',
      ConfigurationSetName: 'mail',
      Destination: { ToAddresses: ['ak@nordvik.example'] },
      EmailTags: [
        { Name: 'message', Value: 'msg_1' },
        { Name: 'delivery', Value: 'dlv_1' },
      ],
      Content: {
        Simple: {
          Subject: { Data: 'Ämne', Charset: 'UTF-8' },
          Body: { Text: { Data: 'Text' }, Html: { Data: '<p>' } },
          Headers: [
            { Name: 'X-AnswerOnline-Delivery', Value: 'dlv_1' },
            { Name: 'Content-Language', Value: 'sv' },
            { Name: 'Auto-Submitted', Value: 'auto-generated' },
            { Name: 'References', Value: '<msg_1@answeronline.example>' },
          ],
        },
      },
    });
  });

  test('tells an error as a value', async () => {
    const { client } = stub(throwing(answered('MessageRejected', 400)));

    const answer = await sesMailer(sender, client as unknown as SESv2Client).send(reference, email);

    expect(answer).toEqual({ outcome: 'failed', code: 'MessageRejected' });
  });
});

describe('the texter', () => {
  test('sends one text to one number, as transactional', async () => {
    const { client, sent } = stub(() => ({ MessageId: 'sns-1' }));

    const answer = await snsTexter('Svar', client as unknown as SNSClient).send('+46701740607', 'Hej');

    expect(answer).toEqual({ outcome: 'accepted', providerId: 'sns-1' });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toBeInstanceOf(PublishCommand);
    expect(sent[0]?.input).toMatchObject({
      PhoneNumber: '+46701740607',
      Message: 'Hej',
      MessageAttributes: {
        'AWS.SNS.SMS.SenderID': { StringValue: 'Svar' },
        'AWS.SNS.SMS.SMSType': { StringValue: 'Transactional' },
      },
    });
  });

  test('tells no answer as not known', async () => {
    const { client } = stub(throwing(errorOf('TimeoutError')));

    const answer = await snsTexter('Svar', client as unknown as SNSClient).send('+46701740607', 'Hej');

    expect(answer).toEqual({ outcome: 'unknown', code: 'TimeoutError' });
  });

  test('by the real clients asks once, whatever comes back', async () => {
    const requests: string[] = [];
    const requestHandler = {
      handle: async ({ path }: { path: string }) => {
        requests.push(path);
        throw errorOf('Error', { code: 'ECONNRESET' });
      },
    };
    const common = { region: 'eu-north-1', credentials: { accessKeyId: 'a', secretAccessKey: 'b' }, requestHandler };
    const sns = new SNSClient({ ...common, maxAttempts: 1 });

    const answer = await snsTexter('Svar', sns).send('+46701740607', 'Hej');

    expect(answer).toEqual({ outcome: 'unknown', code: 'ECONNRESET' });
    expect(requests).toHaveLength(1);
  });
});
