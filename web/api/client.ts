// The one way to the API: bearer token, ten seconds, once more after a renewed token, the service's clock.
import type { Client } from 'openapi-fetch';
import type { paths } from '#web/api/schema.d.ts';
import { noteServerTime } from '#web/api/server-clock.ts';

const TIMEOUT_MS = 10_000;

/** No token is to be had: the person must sign in. */
export class NotSignedIn extends Error {
  override readonly name = 'NotSignedIn';
}

interface Tokens {
  /** A token that holds, renewed where it must be; undefined when the session is over. */
  readonly get: () => Promise<string | undefined>;
  /** The API did not take this one: `get` is to give another, or none. */
  readonly refused: (token: string) => void;
}

let tokens: Tokens = { get: async () => undefined, refused: () => undefined };

/** The session hands itself in at start: api knows no session. */
export function bindTokens(get: Tokens['get'], refused: Tokens['refused']): void {
  tokens = { get, refused };
}

async function once(request: Request, token: string): Promise<Response> {
  const timed = new Request(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(TIMEOUT_MS)]) });
  timed.headers.set('authorization', `Bearer ${token}`);
  const askedAtMs = Date.now();
  const response = await fetch(timed);
  noteServerTime(response.headers.get('date'), askedAtMs, Date.now());
  return response;
}

/** A 401 was not carried out, so whatever the method it may be asked once more. */
async function fetchSignedIn(request: Request): Promise<Response> {
  const token = await tokens.get();
  if (token === undefined) throw new NotSignedIn();
  const again = request.clone();
  const response = await once(request, token);
  if (response.status !== 401) return response;
  tokens.refused(token);
  const renewed = await tokens.get();
  if (renewed === undefined) throw new NotSignedIn();
  return renewed === token ? response : once(again, renewed);
}

interface Asked {
  params?: {
    path?: Record<string, string>;
    query?: Record<string, unknown>;
    header?: Record<string, string | undefined>;
  };
  body?: unknown;
  signal?: AbortSignal;
}

const said = (values: Record<string, unknown> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([name, value]) => [name, String(value)]),
  );

/** Undefined for nothing, and the text itself for what is no JSON: a firewall answers with a page. */
function bodyOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const send =
  (method: string) =>
  async (route: string, { params: { path, query, header } = {}, body, signal }: Asked = {}) => {
    const address = route.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path?.[name] ?? ''));
    const asked = new URLSearchParams(said(query)).toString();
    const response = await fetchSignedIn(
      new Request(`${globalThis.location?.origin ?? ''}${address}${asked && `?${asked}`}`, {
        method,
        headers: { ...said(header), ...(body !== undefined && { 'content-type': 'application/json' }) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(signal && { signal }),
      }),
    );
    const isPaper = response.headers.get('content-type') === 'application/pdf';
    const answer = isPaper ? await response.blob() : bodyOf(await response.text());
    return response.ok ? { data: answer, response } : { error: answer, response };
  };

const methods = {
  GET: send('GET'),
  POST: send('POST'),
  PUT: send('PUT'),
  PATCH: send('PATCH'),
  DELETE: send('DELETE'),
};

/** Typed by the API's document, as openapi-fetch types it; of what that package does this is what is needed. */
export const api = methods as unknown as Pick<Client<paths>, keyof typeof methods>;

/** For every POST that creates: the same key goes with every repetition. */
export const newKey = (): string => crypto.randomUUID();
