// What can come of a call, as a value: everybody who asks sees every case.
import { NotSignedIn } from '#web/api/client.ts';
import { noteReached } from '#web/api/online.ts';
import type { components } from '#web/api/schema.d.ts';
import type { Away, ProblemCode } from '#web/words/problem-words.ts';

type ProblemBody = components['schemas']['Problem'];

export interface Found<T> {
  kind: 'ok';
  value: T;
  etag: string | null;
}

export interface Refused {
  kind: 'problem';
  code: ProblemCode;
  status: number;
  /** RFC 6901 pointers into the body. `detail` is English and never shown. */
  fields: { pointer: string; detail: string }[];
  /** With `erased`, RFC 3339. */
  erasedAt?: string;
  because?: string;
}

export type Failure = Refused | { kind: 'away'; why: Away } | { kind: 'signedOut' };
export type Outcome<T> = Found<T> | Failure;

interface Answered<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

const away = (why: Away): Failure => ({ kind: 'away', why });

const isProblem = (body: unknown): body is ProblemBody & { because?: string } =>
  typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';

/** A firewall's 403 and 429 are no problem of ours: too much comes from this address. */
export function refusalOf(status: number, body: unknown): Failure {
  if (status === 401) return { kind: 'signedOut' };
  if (status === 429) return away('throttled');
  if (status >= 500) return away('server');
  if (isProblem(body)) {
    const { code, errors = [], erasedAt, because } = body;
    return {
      kind: 'problem',
      code,
      status,
      fields: errors,
      ...(erasedAt !== undefined && { erasedAt }),
      ...(because !== undefined && { because }),
    };
  }
  // The gateway's own answer to a missing scope is JSON without a code.
  if (status === 403)
    return isJson(body) ? { kind: 'problem', code: 'forbidden', status, fields: [] } : away('throttled');
  return away('server');
}

const isJson = (body: unknown): boolean => typeof body === 'object' && body !== null;

function whyNot(error: unknown): Failure {
  if (error instanceof NotSignedIn) return { kind: 'signedOut' };
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'AbortError') return away('aborted');
  if (name === 'TimeoutError') return away('timeout');
  if (name === 'TypeError') return away('offline');
  throw error;
}

/** Never rejects for what the network, the service or the session may do. */
export async function ask<T>(call: Promise<Answered<T>>): Promise<Outcome<T>> {
  const outcome = await call.then(
    ({ data, error, response }): Outcome<T> =>
      response.ok
        ? { kind: 'ok', value: data as T, etag: response.headers.get('etag') }
        : refusalOf(response.status, error),
    whyNot,
  );
  if (outcome.kind === 'ok' || outcome.kind === 'problem') noteReached(true);
  if (outcome.kind === 'away' && (outcome.why === 'offline' || outcome.why === 'timeout')) noteReached(false);
  return outcome;
}
