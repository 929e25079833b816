// /dev as JSON: outbox, tokens, clock, faults, queues. It is no part of what is deployed.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Clock, parseRfc3339 } from '#local/clock.ts';
import { type Fault, type Faults, faultNames, type Provider } from '#local/faults.ts';
import { readBody } from '#local/gateway.ts';
import type { OidcProvider } from '#local/oidc.ts';
import type { Outbox } from '#local/outbox.ts';
import type { Queues } from '#local/queues.ts';
import type { Schedules } from '#local/schedules.ts';

export interface DevParts {
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly faults: Faults;
  readonly queues: Queues;
  readonly schedules: Schedules;
  readonly oidc: OidcProvider;
}

/** Beyond them ids and expiries leave the four digits of a year, and what is written then can't be read again. */
const EARLIEST_MS = Date.parse('2000-01-01T00:00:00Z');
const LATEST_MS = Date.parse('2100-01-01T00:00:00Z');

type Body = Readonly<Record<string, unknown>>;
interface Answer {
  readonly status?: number;
  readonly body?: unknown;
}
type Action = (body: Body, parts: DevParts) => Answer | Promise<Answer>;

class BadInput extends Error {}

const actions: Readonly<Record<string, Action>> = {
  'GET /dev/outbox': (_, { outbox }) => ({ body: outbox.list() }),
  'DELETE /dev/outbox': (_, { outbox }) => {
    outbox.clear();
    return { status: 204 };
  },

  async 'POST /dev/token'(body, { oidc }) {
    only(body, ['user', 'client']);
    const { user, client } = body;
    if ((typeof user === 'string') === (typeof client === 'string')) {
      throw new BadInput('give either "user" (an e-mail address) or "client" (local-switchboard)');
    }
    const token = typeof user === 'string' ? await oidc.userToken(user) : await oidc.clientToken(String(client));
    if (!token) throw new BadInput(`nobody here is called ${user ?? client}`);
    return { body: { access_token: token, token_type: 'Bearer' } };
  },

  'GET /dev/clock': (_, { clock }) => ({ body: shownClock(clock) }),
  async 'POST /dev/clock'(body, { clock, schedules }) {
    only(body, ['now']);
    const nowMs = typeof body.now === 'string' ? parseRfc3339(body.now) : undefined;
    if (nowMs === undefined) throw new BadInput('"now" must be an RFC 3339 time, such as 2027-06-01T00:00:00Z');
    if (nowMs < EARLIEST_MS || nowMs > LATEST_MS) throw new BadInput('"now" must lie between the years 2000 and 2100');
    clock.moveTo(nowMs);
    const ran = await schedules.runDue();
    return { body: { ...shownClock(clock), ran } };
  },

  'GET /dev/faults': (_, { faults }) => ({ body: faults.shown() }),
  'POST /dev/faults'(body, { faults }) {
    only(body, ['sms', 'email', 'count']);
    const { count } = body;
    if (count !== undefined && !(Number.isInteger(count) && Number(count) > 0)) {
      throw new BadInput('"count" must be a whole number above 0');
    }
    const wanted = (Object.keys(faultNames) as Provider[]).filter((provider) => provider in body);
    if (wanted.length === 0) throw new BadInput('give "sms" or "email", with a fault or null');
    const checked = wanted.map((provider) => [provider, faultOf(provider, body[provider])] as const);
    for (const [provider, fault] of checked) faults.set(provider, fault, count as number | undefined);
    return { body: faults.shown() };
  },

  'GET /dev/queues': (_, { queues }) => ({
    body: queues
      .all()
      .map(shownQueue)
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  }),
};

const shownClock = (clock: Clock) => ({
  now: new Date(clock.nowMs()).toISOString(),
  offsetMs: Math.round(clock.offset[0] ?? 0),
});

function shownQueue(queue: ReturnType<Queues['all']>[number]) {
  const { ready, delayed, inflight } = queue.inspectMessages();
  return { name: queue.name, ready: ready.length, inFlight: inflight.length, delayed: delayed.length };
}

function faultOf(provider: Provider, value: unknown): Fault | null {
  if (value === null) return null;
  const known: readonly string[] = faultNames[provider];
  if (typeof value === 'string' && known.includes(value)) return value as Fault;
  throw new BadInput(`"${provider}" must be one of ${known.map((name) => `"${name}"`).join(', ')} or null`);
}

function only(body: Body, names: readonly string[]): void {
  const unknown = Object.keys(body).filter((name) => !names.includes(name));
  if (unknown.length > 0) throw new BadInput(`unknown field: ${unknown.join(', ')}`);
}

/** Answers, or says false where the path is none of these. */
export async function serveDevApi(
  request: IncomingMessage,
  response: ServerResponse,
  parts: DevParts,
): Promise<boolean> {
  const path = (request.url ?? '').split('?')[0] ?? '';
  const action = actions[`${request.method} ${path}`];
  if (!action) {
    if (!Object.keys(actions).some((key) => key.endsWith(` ${path}`))) return false;
    problem(response, 405, `no ${request.method} here`);
    return true;
  }
  try {
    if (isForeign(request)) throw new BadInput('asked by another site');
    const { status = 200, body } = await action(request.method === 'POST' ? await jsonOf(request) : {}, parts);
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(body === undefined ? '' : JSON.stringify(body));
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    problem(response, 400, error.message);
  }
  return true;
}

/** A page of another site, or a name that somebody's DNS points here: /dev hands out tokens. */
function isForeign({ headers }: IncomingMessage): boolean {
  const host = headers.host ?? '';
  const own = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host);
  return !own || (headers.origin !== undefined && headers.origin !== `http://${host}`);
}

async function jsonOf(request: IncomingMessage): Promise<Body> {
  const bytes = await readBody(request);
  let value: unknown;
  try {
    value = JSON.parse(bytes?.toString() ?? '');
  } catch {
    throw new BadInput('the body is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadInput('the body must be a JSON object');
  return value as Body;
}

function problem(response: ServerResponse, status: number, detail: string): void {
  const title = status === 405 ? 'Method Not Allowed' : 'Bad Request';
  response.writeHead(status, { 'content-type': 'application/problem+json' });
  response.end(JSON.stringify({ type: 'about:blank', title, status, detail }));
}
