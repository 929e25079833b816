// Events of the other sources, as Lambda hands them on: stream, queue, schedule, Cognito.

import { MAIL_ID, PROVIDER_ID } from './other-services.ts';
import type { Recorded } from './recorder.ts';
import { SUPERVISOR } from './supervisor.ts';

interface Order {
  readonly clientId: string;
  readonly messageId: string;
  readonly deliveryId: string;
}

type Image = Readonly<Record<string, { S?: string }>>;

/** The stream's record of a taken message's first delivery, made from the transaction that wrote it, and an order for each. */
export function streamEvent(recorded: readonly Recorded[]): { event: object; orders: Order[] } {
  const transaction = recorded.find(({ operation }) => operation === 'DynamoDB.TransactWriteItems');
  const items = (JSON.parse(transaction?.request ?? '{}').TransactItems ?? []) as { Put?: { Item: Image } }[];
  const images = items.flatMap(({ Put }) => (Put?.Item.kind?.S === 'delivery' ? [Put.Item] : []));
  const [first] = images;
  const record = {
    eventID: '00000000000000000000000000000000',
    eventName: 'INSERT',
    eventVersion: '1.1',
    eventSource: 'aws:dynamodb',
    awsRegion: 'eu-north-1',
    dynamodb: {
      ApproximateCreationDateTime: 1_800_000_000,
      Keys: { pk: first?.pk, sk: first?.sk },
      NewImage: first,
      SequenceNumber: '100000000000000000001',
      SizeBytes: 700,
      StreamViewType: 'NEW_IMAGE',
    },
    eventSourceARN: 'arn:aws:dynamodb:eu-north-1:000000000000:table/Records/stream/2026-11-24T00:00:00.000',
  };
  const orders = images
    .map(({ clientId, messageId, sk, channel }) => ({
      channel: channel?.S ?? '',
      order: { clientId: clientId?.S ?? '', messageId: messageId?.S ?? '', deliveryId: sk?.S ?? '' },
    }))
    .sort((a, b) => a.channel.localeCompare(b.channel));
  return { event: { Records: [record] }, orders: orders.map(({ order }) => order) };
}

export const orderEvent = (order: Order): object => queueEvent(order);

/** As the rule of EventBridge writes it: lib/constructs/mail-receipts.ts. */
export const mailReceiptEvent = ({ messageId, deliveryId }: Order): object =>
  queueEvent({
    event: 'Delivery',
    message: [messageId],
    delivery: [deliveryId],
    providerId: MAIL_ID,
    at: '2027-01-15T08:00:00Z',
  });

/** As forward-sms-receipts writes it. */
export const smsReceiptEvent = (): object =>
  queueEvent({ code: 'SmsDelivered', providerId: PROVIDER_ID, atMs: 1_800_000_000_000 });

const queueEvent = (body: object): object => ({
  Records: [
    {
      messageId: '00000000-0000-4000-8000-000000000000',
      receiptHandle: 'bench',
      body: JSON.stringify(body),
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '1800000000000',
        SenderId: 'bench',
        ApproximateFirstReceiveTimestamp: '1800000000000',
      },
      messageAttributes: {},
      md5OfBody: '00000000000000000000000000000000',
      eventSource: 'aws:sqs',
      eventSourceARN: 'arn:aws:sqs:eu-north-1:000000000000:orders',
      awsRegion: 'eu-north-1',
    },
  ],
});

export const tickEvent: object = {};

export const cognitoEvent: object = {
  version: '2',
  triggerSource: 'TokenGeneration_Authentication',
  region: 'eu-north-1',
  userPoolId: 'eu-north-1_bench',
  userName: SUPERVISOR,
  callerContext: { awsSdkVersion: 'aws-sdk-unknown-unknown', clientId: 'bench' },
  request: {
    userAttributes: { sub: '00000000-0000-4000-8000-000000000000', email: 'bench@answeronline.example' },
    groupConfiguration: { groupsToOverride: ['desk'], iamRolesToOverride: [], preferredRole: null },
    scopes: ['answeronline/messages.read'],
  },
  response: { claimsAndScopeOverrideDetails: null },
};
