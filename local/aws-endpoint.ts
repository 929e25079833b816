// The one address that functions reach SQS, SNS, SES, S3, KMS and Cognito at; DynamoDB they ask the engine itself.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Buckets, S3Request } from '#local/buckets.ts';
import type { Mailbox } from '#local/mailbox.ts';
import type { PublishSms } from '#local/phone.ts';
import type { QueueReply, Queues } from '#local/queues.ts';
import { NO_ANSWER, RESET, type Reply } from '#local/replies.ts';
import type { Signing } from '#local/signing.ts';
import type { Tape } from '#local/tape.ts';

export interface Providers {
  readonly queues: Queues;
  readonly buckets: Buckets;
  readonly signing: Signing;
  readonly mailbox: Mailbox;
  readonly publishSms: PublishSms;
  /** A Cognito operation by name, with its input as JSON. */
  cognito(operation: string, input: string): QueueReply;
}

export interface AwsEndpoint {
  readonly url: string;
  stop(): void;
}

export async function openAwsEndpoint(
  providers: () => Providers,
  onError: (text: string) => void,
  onCall: Tape['call'],
): Promise<AwsEndpoint> {
  const server: Server = createServer(async (request, response) => {
    let reply: Reply;
    try {
      const body = await bodyOf(request);
      reply = await answer(request, body, providers());
      onCall(nameOf(request, body), body, typeof reply === 'object' ? reply.status : null);
    } catch (error) {
      onError(error instanceof Error ? (error.stack ?? error.message) : String(error));
      reply = failure(500, 'InternalFailure', 'the runner failed; see its output');
    }
    if (reply === NO_ANSWER) return;
    if (reply === RESET) {
      request.socket.resetAndDestroy();
      return;
    }
    if (reply.headers['x-local-unsupported']) onError(reply.headers['x-local-unsupported']);
    response.writeHead(reply.status, reply.headers);
    response.end(reply.body);
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

const isForS3 = /\/s3\/aws4_request/;
const isForm = /^application\/x-www-form-urlencoded/;

async function answer(request: IncomingMessage, bytes: Buffer, providers: Providers): Promise<Reply> {
  if (isForS3.test(request.headers.authorization ?? '')) return providers.buckets.answer(s3Request(request, bytes));
  const body = bytes.toString();
  const target = String(request.headers['x-amz-target'] ?? '');
  const contentType = String(request.headers['content-type'] ?? '');
  const passedOn = { 'content-type': contentType, authorization: String(request.headers.authorization ?? '') };
  if (target.startsWith('AmazonSQS.')) return providers.queues.answer({ ...passedOn, 'x-amz-target': target }, body);
  if (target.startsWith('AWSCognitoIdentityProviderService.')) {
    return providers.cognito(target.slice(target.indexOf('.') + 1), body);
  }
  if (target.startsWith('TrentService.')) return providers.signing(target.slice(target.indexOf('.') + 1), body);
  if (isForm.test(contentType)) {
    const parameters = new URLSearchParams(body);
    if (parameters.get('Action') === 'Publish' && parameters.has('PhoneNumber'))
      return providers.publishSms(parameters);
    return providers.queues.answer(passedOn, body);
  }
  if (request.method === 'POST' && request.url === '/v2/email/outbound-emails') return providers.mailbox.send(body);
  const asked = target || `${request.method} ${request.url}`;
  const message = `the runner has no stand-in for ${asked}; see local/aws-endpoint.ts`;
  return { ...failure(501, 'NotImplemented', message), headers: { 'x-local-unsupported': message } };
}

/** What was asked for, in the tape's words. */
function nameOf({ method, url, headers }: IncomingMessage, body: Buffer): string {
  const action = isForm.test(headers['content-type'] ?? '') && new URLSearchParams(body.toString()).get('Action');
  return String(headers['x-amz-target'] ?? (action ? `SNS.${action}` : `${method} ${url}`));
}

/** As it came, but for what belongs to the connection. */
function s3Request({ method = '', url = '', headers }: IncomingMessage, body: Buffer): S3Request {
  const ofConnection = new Set(['connection', 'content-length', 'expect', 'host', 'transfer-encoding']);
  const passedOn = Object.entries(headers).filter(([name]) => !ofConnection.has(name));
  return { method, url, body, headers: Object.fromEntries(passedOn.map(([name, value]) => [name, String(value)])) };
}

function failure(status: number, type: string, message: string): QueueReply {
  return {
    status,
    headers: { 'content-type': 'application/json', 'x-amzn-errortype': type },
    body: JSON.stringify({ __type: type, message }),
  };
}

function bodyOf(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', reject);
    request.on('end', () => resolve(Buffer.concat(chunks)));
  });
}
