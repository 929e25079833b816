// One call of the texter is at most one request to SNS, whatever the network does: over real sockets, by the real client.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { snsClient, snsTexter } from '#deliveries/sns-texter.ts';

const PATIENCE_MS = 300;
const answer = '<PublishResponse><PublishResult><MessageId>sns-1</MessageId></PublishResult></PublishResponse>';

let server: Server;
let requests: string[];
let sockets: Socket[];
/** What SNS does once it has the whole request. */
let respond: (response: ServerResponse, request: IncomingMessage) => void;

beforeEach(async () => {
  requests = [];
  sockets = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    requests.push(new URLSearchParams(Buffer.concat(chunks).toString()).get('PhoneNumber') ?? '');
    respond(response, request);
  });
  server.on('connection', (socket) => sockets.push(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('AWS_ENDPOINT_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  for (const [name, value] of [
    ['AWS_REGION', 'eu-north-1'],
    ['AWS_ACCESS_KEY_ID', 'test'],
    ['AWS_SECRET_ACCESS_KEY', 'test'],
  ] as const)
    vi.stubEnv(name, value);
});

afterEach(() => {
  vi.unstubAllEnvs();
  server.close();
  server.closeAllConnections();
});

const send = () => snsTexter('Svar', snsClient(PATIENCE_MS)).send('+46701740607', 'Hej');

test('a slow answer is not waited for, and the SMS is not asked for again', async () => {
  respond = (response) => setTimeout(() => response.end(answer), 3 * PATIENCE_MS);

  const handover = await send();
  await new Promise((resolve) => setTimeout(resolve, 4 * PATIENCE_MS));

  expect(handover).toEqual({ outcome: 'unknown', code: 'ETIMEDOUT' });
  expect(requests).toHaveLength(1);
});

test('a connection that breaks after the request is not known, and is not tried again', async () => {
  respond = (_response, request) => request.socket.resetAndDestroy();

  const handover = await send();
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

  expect(handover).toEqual({ outcome: 'unknown', code: 'ECONNRESET' });
  expect(requests).toHaveLength(1);
});

test.each([500, 503])('an answer %i after the request is not known, and is not tried again', async (status) => {
  respond = (response) => {
    response.writeHead(status, { 'content-type': 'text/xml' });
    response.end('<ErrorResponse><Error><Code>InternalFailure</Code></Error></ErrorResponse>');
  };

  const handover = await send();
  await new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));

  expect(handover).toEqual({ outcome: 'unknown', code: 'InternalFailure' });
  expect(requests).toHaveLength(1);
});

test('a socket that was open when the function froze is not used again: it would fail after the request was written', async () => {
  const texter = snsTexter('Svar', snsClient(PATIENCE_MS));
  respond = (response) => response.end(answer);
  const first = await texter.send('+46701740607', 'Hej');
  // The other end gives the idle connection up while nobody runs to hear of it.
  for (const socket of sockets) socket.resetAndDestroy();

  const second = await texter.send('+46701740608', 'Hej');

  expect([first, second]).toEqual(Array(2).fill({ outcome: 'accepted', providerId: 'sns-1' }));
  expect(requests).toEqual(['+46701740607', '+46701740608']);
  expect(sockets).toHaveLength(2);
});

test('nobody who listens is known to have taken nothing', async () => {
  await new Promise((resolve) => server.close(resolve));

  const handover = await send();

  expect(handover).toEqual({ outcome: 'retry', code: 'ECONNREFUSED' });
  expect(requests).toEqual([]);
});
