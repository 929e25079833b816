// What is taken out of SNS's log of SMS, and what is left behind.
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test, vi } from 'vitest';
import { readSmsLog } from '#deliveries/read-sms-log.ts';

const NUMBER = '+46701740607';
const AT_MS = 1_795_000_000_000;

const aLine = (status: string, providerResponse?: string, messageId = '34d9b400-c6dd-5444-820d-fbeb0f1f54cf') =>
  JSON.stringify({
    notification: { messageId, timestamp: '2026-11-18 10:26:40.000' },
    delivery: {
      destination: NUMBER,
      phoneCarrier: 'Telia',
      priceInUSD: 0.05,
      smsType: 'Transactional',
      providerResponse,
    },
    status,
  });

const aBatch = (lines: readonly string[], messageType = 'DATA_MESSAGE') => ({
  awslogs: {
    data: gzipSync(
      JSON.stringify({
        messageType,
        owner: '123456789012',
        logGroup: 'sns/eu-north-1/123456789012/DirectPublishToPhoneNumber',
        logEvents: lines.map((message, n) => ({ id: String(n), timestamp: AT_MS + n, message })),
      }),
    ).toString('base64'),
  },
});

let logged: string[];
beforeEach(() => {
  logged = [];
  vi.spyOn(console, 'warn').mockImplementation((line) => void logged.push(String(line)));
});

test('of a canary that it is one, and not to which number', () => {
  const lines = [aLine('SUCCESS', 'Message has been accepted by phone')];

  const ofOurs = readSmsLog(aBatch(lines), NUMBER);
  const ofOthers = readSmsLog(aBatch(lines), '+46701740699');

  expect(ofOurs).toEqual([{ ...ofOthers[0], canary: true }]);
  expect(ofOthers[0]).not.toHaveProperty('canary');
  expect(JSON.stringify(ofOurs)).not.toContain('4670');
});

test('of each line id, code and time, and nothing else', () => {
  const lines = [
    aLine('SUCCESS', 'Message has been accepted by phone'),
    aLine('FAILURE', 'Invalid phone number', 'a-second'),
    aLine('FAILURE', `No such number: ${NUMBER}`, 'a-third'),
    aLine('SUCCESS', undefined, 'a-fourth'),
  ];

  const receipts = readSmsLog(aBatch(lines));

  expect(receipts).toEqual([
    { code: 'SmsDelivered', providerId: '34d9b400-c6dd-5444-820d-fbeb0f1f54cf', atMs: AT_MS },
    { code: 'SmsInvalidNumber', providerId: 'a-second', atMs: AT_MS + 1 },
    { code: 'SmsOtherFailure', providerId: 'a-third', atMs: AT_MS + 2 },
    { code: 'SmsOtherSuccess', providerId: 'a-fourth', atMs: AT_MS + 3 },
  ]);
  expect(JSON.stringify(receipts)).not.toContain('4670');
  expect(logged).toEqual([]);
});

test('a line that is none of SNS is left out and counted, without its words', () => {
  const lines = [
    'no JSON',
    '{}',
    aLine('PENDING', 'x'),
    aLine('SUCCESS', 'x', `${NUMBER}#`),
    aLine('SUCCESS', 'x', 'fits'),
  ];

  const receipts = readSmsLog(aBatch(lines));

  expect(receipts.map(({ providerId }) => providerId)).toEqual(['fits']);
  expect(logged).toEqual([JSON.stringify({ level: 'warn', event: 'sms-log-not-read', count: 4 })]);
});

test('the trial call that CloudWatch makes is no line', () => {
  expect(readSmsLog(aBatch(['CWL CONTROL MESSAGE: Checking health of destination'], 'CONTROL_MESSAGE'))).toEqual([]);
  expect(logged).toEqual([]);
});
