// Calls of the real API handlers in process: made-up HTTP API events with the claims of a made-up caller.

import { routeTable } from '#api/route-table.ts';
import type { HttpAnswer, HttpEvent } from '#shared/http-event.ts';
import type { ProblemBody } from '#shared/problems.ts';
import { fullScope, type Scope, scopes } from '#shared/route.ts';
import { runAs } from '#test/support/under-grants.ts';

export type Claims = Record<string, string>;

const scopeClaim = (granted: readonly Scope[]) => granted.map(fullScope).join(' ');

/** Claims of somebody of the service: `usr_…`. Their membership must stand in the table. */
export const serviceClaims = (userId: string, granted: readonly Scope[] = scopes): Claims => ({
  token_use: 'access',
  username: userId,
  client_id: 'desk-app',
  scope: scopeClaim(granted),
  ao_service: 'true',
});

export const portalClaims = (
  userId: string,
  clientIds: readonly string[],
  granted: readonly Scope[] = scopes,
): Claims => ({
  token_use: 'access',
  username: userId,
  client_id: 'portal-app',
  scope: scopeClaim(granted),
  ao_clients: clientIds.join(' '),
});

/** `machineId` is `mch_…`, `appClientId` the place in the user pool that it has. */
export const machineClaims = (
  { machineId, appClientId }: { machineId: string; appClientId: string },
  clientIds: readonly string[],
  granted: readonly Scope[],
): Claims => ({
  token_use: 'access',
  client_id: appClientId,
  scope: scopeClaim(granted),
  ao_clients: clientIds.join(' '),
  ao_machine: machineId,
});

export interface Call {
  claims?: Claims;
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
  idempotencyKey?: string;
  ifMatch?: string;
}

export interface Answered<T> {
  status: number;
  headers: Record<string, string>;
  etag: string;
  body: T;
}

type Handler = (event: HttpEvent, context: never) => Promise<HttpAnswer>;

/** `call('PATCH /v1/clients/{clientId}', { … })`: the route as the gateway names it. */
export type Caller = <T = ProblemBody>(routeKey: string, call?: Call) => Promise<Answered<T>>;

/** Erasures that people of the service say why of: tests do, unless they say something else. */
const asksWhy = /^DELETE .*\/(\{staffId\}|\{messageId\})$/;

const functionOf = new Map(routeTable.map(({ method, path, api }) => [`${method} ${path}`, api]));

/** Each route may do with the tables what its function may. */
export const callerOf =
  (handler: unknown): Caller =>
  async <T>(routeKey: string, { claims, params, query, body, headers = {}, idempotencyKey, ifMatch }: Call = {}) => {
    const asked = asksWhy.test(routeKey) ? { why: 'fault', ...query } : query;
    const event: HttpEvent = {
      routeKey,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey }),
        ...(ifMatch !== undefined && { 'if-match': ifMatch }),
        ...headers,
      },
      ...(params && { pathParameters: params }),
      ...(asked && { queryStringParameters: asked }),
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      isBase64Encoded: false,
      requestContext: { requestId: 'request', ...(claims && { authorizer: { jwt: { claims } } }) },
    };
    const answer = await runAs(functionOf.get(routeKey), () => (handler as Handler)(event, {} as never));
    const isPage = /^(text\/html|application\/pdf)/.test(answer.headers['content-type'] ?? '');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      etag: answer.headers.etag ?? '',
      body: (answer.body === '' ? undefined : isPage ? answer.body : JSON.parse(answer.body)) as T,
    };
  };

/** The code of a problem. */
export const codeOf = ({ body }: { body: unknown }): string => (body as { code: string }).code;
