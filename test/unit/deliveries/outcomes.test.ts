// The table of what providers answer: every error that they document is in it, and people are told each in both languages.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, test } from 'vitest';
import { codeWords } from '#deliveries/attempt-words.ts';
import {
  errorMeaning,
  errorMeanings,
  mailCode,
  mailEvents,
  meaningOf,
  ownMeanings,
  receiptCodes,
  receiptMeanings,
  smsCode,
  writtenCode,
} from '#deliveries/outcomes.ts';

const everyCode = [...Object.keys(errorMeanings), ...Object.keys(ownMeanings), ...Object.keys(receiptMeanings)];

test('every code has words of its own in Swedish and in English, and no words are of a code that is not there', () => {
  expect(everyCode.filter((code) => !codeWords.has(code))).toEqual([]);
  expect([...codeWords.keys()].filter((code) => !everyCode.includes(code))).toEqual([]);
  for (const [code, { sv, en }] of codeWords) {
    expect([code, sv, en]).toEqual([
      code,
      expect.stringMatching(/^\p{Lu}.{5,}$/u),
      expect.stringMatching(/^[A-Z].{5,}$/),
    ]);
    expect([code, sv]).not.toEqual([code, en]);
  }
});

test('no code stands in two parts of the table', () => {
  expect(new Set(everyCode).size).toBe(everyCode.length);
});

/** As the SDK's own description of the operation has them, which is made from AWS's model of the service. */
const documented = (client: string, command: string) => {
  const types = createRequire(import.meta.url)
    .resolve(`@aws-sdk/${client}`)
    .replace(/dist-.*$/, `dist-types/commands/${command}Command.d.ts`);
  return [...readFileSync(types, 'utf8').matchAll(/@throws \{@link (\w+)\} \((client|server) fault\)/g)].map(
    ([, name = '', side = '']) => [name, side] as const,
  );
};

describe.each([
  ['client-sesv2', 'SendEmail', 8],
  ['client-sns', 'Publish', 14],
])('%s', (client, command, atLeast) => {
  const errors = documented(client, command);

  test(`documents errors of ${command}, and each has a row`, () => {
    expect(errors.length).toBeGreaterThanOrEqual(atLeast);
    expect(errors.map(([name]) => name).filter((name) => !Object.hasOwn(errorMeanings, name))).toEqual([]);
  });

  test('calls what is its own fault unknown: nobody can say what it did', () => {
    const servers = errors.filter(([, side]) => side === 'server').map(([name]) => name);

    expect(servers.map((name) => errorMeaning(name, 500))).toEqual(servers.map(() => 'unknown'));
  });
});

test('an error that is not in the table is judged by its status', () => {
  const statuses = [0, 400, 401, 403, 404, 408, 413, 429, 500, 503];

  expect(statuses.map((status) => errorMeaning('NeverHeardOf', status))).toEqual([
    'unknown',
    'failed',
    'retry',
    'retry',
    'retry',
    'retry',
    'failed',
    'retry',
    'unknown',
    'unknown',
  ]);
});

test('what looks like a sentence is never written down: it may hold an address', () => {
  expect(
    ['EAI_AGAIN', 'NeverHeardOf', 'Email address is not verified: anna@nordvik.example', '+46701740607'].map(
      writtenCode,
    ),
  ).toEqual(['EAI_AGAIN', 'NeverHeardOf', 'OtherError', 'OtherError']);
});

describe('an event of SES', () => {
  test.each([
    ['Bounce', 'Permanent', 'NoEmail', 'BouncePermanentNoEmail'],
    ['Bounce', 'Permanent', 'SomethingNew', 'BouncePermanent'],
    ['Bounce', 'Undetermined', 'Undetermined', 'BounceUndetermined'],
    ['Bounce', 'SomethingNew', 'General', 'BounceUndetermined'],
    ['DeliveryDelay', 'MailboxFull', '', 'DeliveryDelayMailboxFull'],
    ['DeliveryDelay', 'SomethingNew', '', 'DeliveryDelay'],
    ['Delivery', '', '', 'Delivery'],
    ['Complaint', '', '', 'Complaint'],
    ['Reject', '', '', 'Reject'],
  ] as const)('%s %s %s is %s', (event, type, subType, code) => {
    expect(mailCode(event, type, subType)).toBe(code);
  });

  test.each(mailEvents)('%s alone has a row', (event) => {
    expect(receiptCodes).toContain(mailCode(event));
  });
});

describe('a log line of SNS', () => {
  test.each([
    ['SUCCESS', 'Message has been accepted by phone', 'SmsDelivered', 'delivered'],
    ['SUCCESS', 'Message has been accepted by phone carrier', 'SmsWithCarrier', 'shown'],
    ['SUCCESS', 'Something new for +46701740607', 'SmsOtherSuccess', 'shown'],
    ['FAILURE', 'Phone is currently unreachable/unavailable', 'SmsPhoneUnavailable', 'returned'],
    ['FAILURE', 'Phone number is opted out', 'SmsOptedOut', 'returned'],
    ['FAILURE', 'Message has been accepted by phone', 'SmsOtherFailure', 'returned'],
    ['FAILURE', '', 'SmsOtherFailure', 'returned'],
  ] as const)('%s "%s" is %s: %s', (status, response, code, means) => {
    expect(smsCode(status, response)).toBe(code);
    expect(meaningOf(code).means).toBe(means);
  });

  // https://docs.aws.amazon.com/sns/latest/dg/sms_stats_cloudwatch.html#sms_stats_delivery_fail_reasons
  test.each([
    'Blocked as spam by phone carrier',
    'Destination is on a blocked list',
    'Invalid phone number',
    'Message body is invalid',
    'Phone carrier has blocked this message',
    'Phone carrier is currently unreachable/unavailable',
    'Phone has blocked SMS',
    'Phone is on a blocked list',
    'Phone is currently unreachable/unavailable',
    'Phone number is opted out',
    'This delivery would exceed max price',
    'Unknown error attempting to reach phone',
  ])('that fails by "%s" has a row of its own', (reason) => {
    expect(smsCode('FAILURE', reason)).not.toBe('SmsOtherFailure');
  });
});
