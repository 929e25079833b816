// What each answer of a provider means: the one table of SES's and SNS's errors, events and delivery logs.
import { MAYBE_AUTOMATIC } from '#deliveries/schema.ts';

/** At the door, while the request is made. */
type AtTheDoor =
  /** Nothing was accepted, and the next attempt may fare better: their rate, our setting, right or credential. */
  | 'retry'
  /** Nothing was accepted, and nothing will be. */
  | 'failed'
  /** Nobody can say whether it was accepted. */
  | 'unknown';

/**
 * SES: https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_SendEmail.html#API_SendEmail_Errors
 * SNS: https://docs.aws.amazon.com/sns/latest/api/API_Publish.html#API_Publish_Errors
 * Both: https://docs.aws.amazon.com/ses/latest/APIReference-V2/CommonErrors.html
 */
export const errorMeanings = {
  // Before a byte of the request was written.
  ECONNREFUSED: 'retry',
  ENOTFOUND: 'retry',
  EAI_AGAIN: 'retry',
  ENETUNREACH: 'retry',
  EHOSTUNREACH: 'retry',
  // When some of it may have been written.
  ECONNRESET: 'unknown',
  EPIPE: 'unknown',
  ETIMEDOUT: 'unknown',
  TimeoutError: 'unknown',
  AbortError: 'unknown',
  // SES v2, SendEmail.
  AccountSuspendedException: 'retry',
  BadRequestException: 'failed',
  LimitExceededException: 'retry',
  MailFromDomainNotVerifiedException: 'retry',
  MessageRejected: 'failed',
  NotFoundException: 'retry',
  SendingPausedException: 'retry',
  TooManyRequestsException: 'retry',
  // SNS, Publish. Keys of KMS and endpoints belong to topics and apps: for a telephone none of them comes.
  AuthorizationErrorException: 'retry',
  EndpointDisabledException: 'failed',
  InternalErrorException: 'unknown',
  InvalidParameterException: 'failed',
  InvalidParameterValueException: 'failed',
  InvalidSecurityException: 'retry',
  KMSAccessDeniedException: 'retry',
  KMSDisabledException: 'retry',
  KMSInvalidStateException: 'retry',
  KMSNotFoundException: 'retry',
  KMSOptInRequired: 'retry',
  KMSThrottlingException: 'retry',
  OptedOutException: 'failed',
  PlatformApplicationDisabledException: 'failed',
  ThrottledException: 'retry',
  ValidationException: 'failed',
  // Every service of AWS.
  AccessDeniedException: 'retry',
  ExpiredTokenException: 'retry',
  IncompleteSignature: 'retry',
  InternalFailure: 'unknown',
  InvalidClientTokenId: 'retry',
  MalformedHttpRequestException: 'failed',
  MissingAuthenticationToken: 'retry',
  NotAuthorized: 'retry',
  OptInRequired: 'retry',
  RequestAbortedException: 'unknown',
  RequestEntityTooLargeException: 'failed',
  RequestExpired: 'retry',
  RequestTimeoutException: 'retry',
  ServiceUnavailable: 'unknown',
  SignatureDoesNotMatch: 'retry',
  Throttled: 'retry',
  ThrottledRequest: 'retry',
  Throttling: 'retry',
  ThrottlingException: 'retry',
  UnknownOperationException: 'failed',
  UnrecognizedClientException: 'retry',
  ValidationError: 'failed',
} as const satisfies Record<string, AtTheDoor>;

/** What the service itself writes down in a provider's place. */
export const ownMeanings = {
  NotPrepared: 'retry',
  GaveUp: 'failed',
  Erased: 'failed',
  CountryNotAllowed: 'failed',
  SmsCapReached: 'failed',
  AddressSuppressed: 'failed',
  Withdrawn: 'failed',
  RecipientGone: 'failed',
  ColleagueGone: 'failed',
  NoAnswer: 'unknown',
  Restored: 'unknown',
  Unknown: 'unknown',
  OtherError: 'unknown',
} as const satisfies Record<string, AtTheDoor>;

export type SuppressionReason = 'bounce' | 'complaint' | 'optOut' | 'invalidNumber';

/** Afterwards, by a receipt. */
interface ReceiptMeaning {
  /** `returned`: it was accepted, and has come back or was dropped. `shown`: it changes nothing but what is shown. */
  means: 'delivered' | 'returned' | 'shown';
  /** The address takes nothing more from this client, until somebody lifts that. */
  suppress?: SuppressionReason;
  /** It may be no bounce at all but an automatic reply: it says nothing against a delivery. */
  maybeAutomatic?: true;
}

const returned = { means: 'returned' } as const;
const shown = { means: 'shown' } as const;
const bounced = { means: 'returned', suppress: 'bounce' } as const;

/**
 * SES: https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html (the same contents go to
 * EventBridge, https://docs.aws.amazon.com/ses/latest/dg/monitoring-eventbridge.html), and for the types of bounces
 * https://docs.aws.amazon.com/ses/latest/dg/notification-contents.html#bounce-types: a soft bounce comes when SES has
 * given up, and a general one may be an "out of the office".
 * SNS: https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html#sms_stats_delivery_fail_reasons
 */
export const receiptMeanings = {
  Delivery: { means: 'delivered' },
  BouncePermanent: bounced,
  BouncePermanentGeneral: bounced,
  BouncePermanentNoEmail: bounced,
  BouncePermanentSuppressed: bounced,
  // The account's list is switched off for our mails: this is a setting of ours, and nothing about the address.
  BouncePermanentOnAccountSuppressionList: returned,
  BouncePermanentUnsubscribedRecipient: returned,
  BounceTransient: returned,
  [MAYBE_AUTOMATIC]: { means: 'returned', maybeAutomatic: true },
  BounceTransientMailboxFull: returned,
  BounceTransientMessageTooLarge: returned,
  BounceTransientCustomTimeoutExceeded: returned,
  BounceTransientContentRejected: returned,
  BounceTransientAttachmentRejected: returned,
  BounceUndetermined: returned,
  Reject: returned,
  Complaint: { means: 'shown', suppress: 'complaint' },
  DeliveryDelay: shown,
  DeliveryDelayInternalFailure: shown,
  DeliveryDelayGeneral: shown,
  DeliveryDelayMailboxFull: shown,
  DeliveryDelaySpamDetected: shown,
  DeliveryDelayRecipientServerError: shown,
  DeliveryDelayIPFailure: shown,
  DeliveryDelayTransientCommunicationFailure: shown,
  DeliveryDelayBYOIPHostNameLookupUnavailable: shown,
  DeliveryDelaySendingDeferral: shown,
  DeliveryDelayUndetermined: shown,
  SmsDelivered: { means: 'delivered' },
  SmsWithCarrier: shown,
  SmsOtherSuccess: shown,
  SmsSpam: returned,
  SmsDestinationBlocked: returned,
  SmsInvalidNumber: { means: 'returned', suppress: 'invalidNumber' },
  SmsInvalidBody: returned,
  SmsCarrierBlocked: returned,
  SmsCarrierUnavailable: returned,
  SmsPhoneBlocksSms: returned,
  SmsPhoneBlocked: returned,
  SmsPhoneUnavailable: returned,
  SmsOptedOut: { means: 'returned', suppress: 'optOut' },
  SmsTooDear: returned,
  SmsNoQuota: returned,
  SmsUnknownError: returned,
  SmsOtherFailure: returned,
} as const satisfies Record<string, ReceiptMeaning>;

export type ReceiptCode = keyof typeof receiptMeanings;
export const receiptCodes = Object.keys(receiptMeanings) as [ReceiptCode, ...ReceiptCode[]];
export const meaningOf = (code: ReceiptCode): ReceiptMeaning => receiptMeanings[code];

/** Events that SES is asked for; SEND, OPEN, CLICK, RENDERING_FAILURE (of templates) and SUBSCRIPTION tell us nothing. */
export const mailEvents = ['Delivery', 'Bounce', 'Complaint', 'Reject', 'DeliveryDelay'] as const;
export type MailEvent = (typeof mailEvents)[number];

/** From the event and its types, as SES names them, to the row; a type that SES adds one day is what it is a kind of. */
export function mailCode(event: MailEvent, type = '', subType = ''): ReceiptCode {
  const known = [`${event}${type}${subType}`, `${event}${type}`].find((code) => Object.hasOwn(receiptMeanings, code));
  return (known as ReceiptCode | undefined) ?? (event === 'Bounce' ? 'BounceUndetermined' : event);
}

/** What SNS writes into `delivery.providerResponse`, in lower case. "black" is what its older guide calls "blocked". */
const smsAnswers: Readonly<Record<string, ReceiptCode>> = {
  'message has been accepted by phone': 'SmsDelivered',
  'message has been accepted by phone carrier': 'SmsWithCarrier',
  'blocked as spam by phone carrier': 'SmsSpam',
  'destination is blacklisted': 'SmsDestinationBlocked',
  'destination is on a blocked list': 'SmsDestinationBlocked',
  'invalid phone number': 'SmsInvalidNumber',
  'message body is invalid': 'SmsInvalidBody',
  'phone carrier has blocked this message': 'SmsCarrierBlocked',
  'phone carrier is currently unreachable/unavailable': 'SmsCarrierUnavailable',
  'phone has blocked sms': 'SmsPhoneBlocksSms',
  'phone is blacklisted': 'SmsPhoneBlocked',
  'phone is on a blocked list': 'SmsPhoneBlocked',
  'phone is currently unreachable/unavailable': 'SmsPhoneUnavailable',
  'phone number is opted out': 'SmsOptedOut',
  'this delivery would exceed max price': 'SmsTooDear',
  'no quota left for account': 'SmsNoQuota',
  'unknown error attempting to reach phone': 'SmsUnknownError',
};

/** A text that nobody has seen before tells no more than the status beside it, and is not kept: it may hold a number. */
export function smsCode(status: 'SUCCESS' | 'FAILURE', providerResponse: string): ReceiptCode {
  const code = smsAnswers[providerResponse.trim().toLowerCase()];
  const other = status === 'SUCCESS' ? 'SmsOtherSuccess' : 'SmsOtherFailure';
  if (!code) return other;
  // The status has the last word: a failure is never told as delivered.
  return (meaningOf(code).means === 'returned') === (status === 'FAILURE') ? code : other;
}

const errors: Readonly<Record<string, AtTheDoor>> = { ...errorMeanings, ...ownMeanings };

/** @param status of HTTP; 0 where nothing was answered. */
export function errorMeaning(code: string, status: number): AtTheDoor {
  if (Object.hasOwn(errors, code)) return errors[code] as AtTheDoor;
  // 401, 403, 404: a credential, a right or a resource of ours. 408: the request did not come whole. 429: a rate.
  if ([401, 403, 404, 408, 429].includes(status)) return 'retry';
  return status >= 400 && status < 500 ? 'failed' : 'unknown';
}

/** As it may be written down: a row of the table, or a name. Anything else may be a sentence, with an address in it. */
export const writtenCode = (code: string): string =>
  Object.hasOwn(errors, code) || /^[A-Za-z]{1,60}$/.test(code) ? code : 'OtherError';
