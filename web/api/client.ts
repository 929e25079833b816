// The one way to the API: bearer token, ten seconds, once more after a renewed token, the service's clock.
import createClient from 'openapi-fetch';
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
  /** The API did not take the last one: `get` is to give another, or none. */
  readonly refused: () => void;
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
  tokens.refused();
  const renewed = await tokens.get();
  if (renewed === undefined) throw new NotSignedIn();
  return renewed === token ? response : once(again, renewed);
}

export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '', fetch: fetchSignedIn });

/** For every POST that creates: the same key goes with every repetition. */
export const newKey = (): string => crypto.randomUUID();
