// A small world to drive the real functions in: an engine, the tables, the recorder between, and one supervisor.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { routeTable } from '#api/route-table.ts';
import { type FunctionName, functionFacts } from '#lib/functions.ts';
import { startEngine } from '#local/engine.ts';
import { makeApp } from '#shared/app.ts';
import type { HttpAnswer, HttpEvent } from '#shared/http-event.ts';
import { fullScope, type Route, scopes } from '#shared/route.ts';
import { createFirstSupervisor } from '#users/first-supervisor.ts';
import { functionEnvironment } from './environment.ts';
import { type Recorded, startRecorder } from './recorder.ts';
import { signInBench } from './signed.ts';
import { SUPERVISOR } from './supervisor.ts';
import { benchTables, type Tables } from './tables.ts';

export interface RouteRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Played<Answer> {
  readonly event: unknown;
  readonly answer: Answer;
  /** What it sent to AWS. */
  readonly recorded: readonly Recorded[];
}

export interface World {
  readonly tables: Tables;
  /** A client that is made has signed the agreement. */
  call(routeId: string, request: RouteRequest): Promise<Played<HttpAnswer>>;
  /** Hands a function an event as its source would. */
  invoke(name: FunctionName, event: unknown): Promise<Played<unknown>>;
  stop(): Promise<void>;
}

type Handler = (event: unknown, context: object) => Promise<unknown>;

let worlds = 0;

export async function openWorld(): Promise<World> {
  worlds += 1;
  const world = worlds;
  const folder = mkdtempSync(join(tmpdir(), 'answeronline-bench-'));
  const engine = await startEngine(folder, (reason) => console.error(reason));
  const tables = await benchTables(engine.dynamo);
  const recorder = await startRecorder(engine.endpoint);
  Object.assign(process.env, functionEnvironment(tables), {
    AWS_REGION: 'eu-north-1',
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    AWS_ENDPOINT_URL: recorder.endpoint,
  });
  await createFirstSupervisor(makeApp(tables), {
    userId: SUPERVISOR,
    email: 'bench@answeronline.example',
    name: 'Bench',
  });

  const handlers = new Map<FunctionName, Handler>();
  async function handlerOf(name: FunctionName): Promise<Handler> {
    const known = handlers.get(name);
    if (known) return known;
    // Each world's own: a function keeps the clients that it made for the world before.
    const module = await import(`../../../functions/${functionFacts[name].folder}/${name}.ts?world=${world}`);
    handlers.set(name, module.handler);
    return module.handler;
  }

  async function invoke(name: FunctionName, event: unknown): Promise<Played<unknown>> {
    const handler = await handlerOf(name);
    recorder.take();
    const context = { awsRequestId: 'bench', functionName: name, getRemainingTimeInMillis: () => 30_000 };
    const answer = await handler(event, context);
    return { event, answer, recorded: recorder.take() };
  }

  return {
    tables,
    invoke,
    async call(routeId, request) {
      const route = routeTable.find(({ id }) => id === routeId);
      if (!route) throw new Error(`no route ${routeId}`);
      const played = (await invoke(route.api, httpEvent(route, request))) as Played<HttpAnswer>;
      const { statusCode, body } = played.answer;
      if (statusCode >= 400) throw new Error(`${routeId} answers ${statusCode}: ${body}`);
      if (routeId === 'createClient') await signInBench(engine.dynamo, tables.records, JSON.parse(body).id);
      return played;
    },
    async stop() {
      recorder.stop();
      await tables.drop();
      await engine.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As the HTTP API hands it on, with the headers that a browser behind CloudFront brings. */
function httpEvent(route: Route, { params, query, body, headers }: RouteRequest): HttpEvent {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => params?.[name] ?? '');
  const claims = {
    token_use: 'access',
    username: SUPERVISOR,
    client_id: '1h57kf5cpq17m0eml12EXAMPLE',
    scope: scopes.map(fullScope).join(' '),
    ao_service: 'true',
    'cognito:groups': '[desk]',
    iss: 'https://cognito-idp.eu-north-1.amazonaws.com/eu-north-1_bench',
    exp: '1800000000',
    iat: '1799996400',
    jti: '00000000-0000-4000-8000-000000000000',
  };
  const event = {
    version: '2.0',
    routeKey: `${route.method} ${route.path}`,
    rawPath: path,
    rawQueryString: new URLSearchParams(query).toString(),
    headers: {
      accept: 'application/json',
      'accept-encoding': 'gzip, br',
      'accept-language': 'sv-SE,sv;q=0.9',
      authorization: `Bearer ${'x'.repeat(900)}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      host: 'api.answeronline.example',
      'user-agent': 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36',
      'x-forwarded-for': '192.0.2.1',
      'x-forwarded-proto': 'https',
      ...headers,
    },
    requestContext: {
      accountId: '000000000000',
      apiId: 'bench',
      domainName: 'api.answeronline.example',
      http: { method: route.method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'Mozilla/5.0' },
      requestId: 'bench',
      routeKey: `${route.method} ${route.path}`,
      stage: '$default',
      ...(route.scope === null ? {} : { authorizer: { jwt: { claims, scopes: null } } }),
    },
    ...(params ? { pathParameters: { ...params } } : {}),
    ...(query ? { queryStringParameters: { ...query } } : {}),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    isBase64Encoded: false,
  };
  return event as HttpEvent;
}
