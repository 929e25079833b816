// The HTTP API: a request becomes an event of payload format 2.0, what the function answers becomes the response.
import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Authorize, Decision } from '#local/authorizer.ts';
import { ACCOUNT } from '#local/resources.ts';
import { decoded, type FindRoute, type Match } from '#local/routes.ts';

const MOST_BODY_BYTES = 10 * 1024 * 1024;
const GATEWAY_TIMEOUT_MS = 30_000;

export type Gateway = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

interface ProxyResult {
  statusCode?: number;
  headers?: Record<string, string | number | boolean>;
  cookies?: string[];
  body?: string;
  isBase64Encoded?: boolean;
}

export function openGateway(findRoute: FindRoute, authorize: Authorize): Gateway {
  return async (request, response) => {
    const requestId = randomUUID();
    const refuse = (status: number, message: string, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', 'apigw-requestid': requestId, ...headers });
      response.end(JSON.stringify({ message }));
    };
    const [rawPath = '/', rawQueryString = ''] = splitQuery(request.url ?? '/');
    const match = findRoute(request.method ?? 'GET', rawPath);
    if (!match) return refuse(404, 'Not Found');
    const { route } = match;
    let decision: Decision | undefined;
    if (route.authorizer) {
      decision = await authorize(route.authorizer, route.scopes, request.headers.authorization);
      if (!decision.allowed) {
        request.resume();
        const message = decision.status === 401 ? 'Unauthorized' : 'Forbidden';
        return refuse(decision.status, message, { 'www-authenticate': decision.challenge });
      }
    }
    const body = await readBody(request);
    if (!body) return refuse(413, 'Request Entity Too Large', { connection: 'close' });
    const event = eventOf({ request, match, decision, requestId, rawPath, rawQueryString, body });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, GATEWAY_TIMEOUT_MS, 'late');
    });
    try {
      const answered = await Promise.race([route.function.invoke(event), late]);
      if (answered === 'late') return refuse(503, 'Service Unavailable');
      write(response, answered as ProxyResult | string | null, requestId);
    } catch {
      // The function's own log has what happened.
      refuse(500, 'Internal Server Error');
    } finally {
      clearTimeout(timer);
    }
  };
}

interface Taken {
  request: IncomingMessage;
  match: Match;
  decision: Decision | undefined;
  requestId: string;
  rawPath: string;
  rawQueryString: string;
  body: Buffer;
}

function eventOf({ request, match, decision, requestId, rawPath, rawQueryString, body }: Taken): object {
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (name !== 'cookie' && value !== undefined) headers[name] = Array.isArray(value) ? value.join(',') : value;
  }
  const query = queryOf(rawQueryString);
  const now = new Date();
  // What is no UTF-8 cannot be handed on as text.
  const isText = /^(text\/|application\/(json|javascript|xml)\b)/i.test(headers['content-type'] ?? '') && isUtf8(body);
  return {
    version: '2.0',
    routeKey: match.route.key,
    rawPath,
    rawQueryString,
    ...(request.headers.cookie ? { cookies: request.headers.cookie.split('; ') } : {}),
    headers,
    ...(query ? { queryStringParameters: query } : {}),
    requestContext: {
      accountId: ACCOUNT,
      apiId: 'local',
      ...(decision?.allowed ? { authorizer: { jwt: { claims: decision.claims, scopes: decision.scopes } } } : {}),
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'localhost',
      http: {
        method: request.method,
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId,
      routeKey: match.route.key,
      stage: '$default',
      time: now.toUTCString(),
      timeEpoch: now.getTime(),
    },
    ...(Object.keys(match.pathParameters).length > 0 ? { pathParameters: match.pathParameters } : {}),
    ...(body.length > 0 ? { body: isText ? body.toString('utf8') : body.toString('base64') } : {}),
    isBase64Encoded: body.length > 0 && !isText,
  };
}

function write(response: ServerResponse, answered: ProxyResult | string | null, requestId: string): void {
  const shaped = typeof answered === 'object' && answered !== null && 'statusCode' in answered;
  const result: ProxyResult = shaped
    ? answered
    : {
        statusCode: 200,
        headers: { 'content-type': 'application/json' },
        body: typeof answered === 'string' ? answered : JSON.stringify(answered),
      };
  const body = Buffer.from(result.body ?? '', result.isBase64Encoded ? 'base64' : 'utf8');
  const headers = Object.fromEntries(
    Object.entries(result.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
  response.writeHead(result.statusCode ?? 200, {
    ...(body.length > 0 ? { 'content-type': 'text/plain;charset=UTF-8' } : {}),
    ...headers,
    'content-length': body.length,
    'apigw-requestid': requestId,
    ...(result.cookies ? { 'set-cookie': result.cookies } : {}),
  });
  response.end(body);
}

const splitQuery = (url: string): [string, string] => {
  const mark = url.indexOf('?');
  return mark < 0 ? [url, ''] : [url.slice(0, mark), url.slice(mark + 1)];
};

/** A parameter given several times is joined by commas. */
function queryOf(raw: string): Record<string, string> | undefined {
  if (raw === '') return undefined;
  const query: Record<string, string> = {};
  for (const part of raw.split('&')) {
    const equals = part.indexOf('=');
    const text = (piece: string) => decoded(piece.replaceAll('+', ' '));
    const name = text(equals < 0 ? part : part.slice(0, equals));
    const value = equals < 0 ? '' : text(part.slice(equals + 1));
    query[name] = name in query ? `${query[name]},${value}` : value;
  }
  return query;
}

/** undefined: longer than the gateway takes. */
export async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= MOST_BODY_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length <= MOST_BODY_BYTES ? Buffer.concat(chunks) : undefined;
}
