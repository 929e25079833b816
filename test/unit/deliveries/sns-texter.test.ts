// The texter's request to SNS: what a message holds may break neither it nor the next one.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SNSClient } from '@aws-sdk/client-sns';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { snsTexter } from '#deliveries/sns-texter.ts';

const bodies: URLSearchParams[] = [];
let server: Server;
let client: SNSClient;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    bodies.push(new URLSearchParams(Buffer.concat(chunks).toString()));
    response.setHeader('content-type', 'text/xml');
    response.end('<PublishResponse><PublishResult><MessageId>one</MessageId></PublishResult></PublishResponse>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
  client = new SNSClient({ endpoint, region: 'eu-north-1', credentials, maxAttempts: 1 });
});

afterAll(() => {
  client.destroy();
  server.close();
});

test('half of a character is replaced, and nothing of one SMS is found in the next', async () => {
  const texter = snsTexter('AnswerTest', client);

  const first = await texter.send('+46701740605', 'Tack \ud83d');
  const second = await texter.send('+46701740606', 'Hej då');

  expect([first.outcome, second.outcome]).toEqual(['accepted', 'accepted']);
  expect(bodies.map((body) => [body.getAll('PhoneNumber'), body.getAll('Message')])).toEqual([
    [['+46701740605'], ['Tack \ufffd']],
    [['+46701740606'], ['Hej då']],
  ]);
});
