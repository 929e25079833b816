// A service that is not there: for one route of the API or for all, in each way in which a service can be away.
import type { Page, Route } from 'playwright-core';

const ways = {
  down: (route: Route) => route.abort('connectionrefused'),
  broken: (route: Route) =>
    route.fulfill({ status: 500, contentType: 'application/problem+json', body: '{"code":"internal","status":500}' }),
  /** It does what is asked, and the answer is lost on the way back. */
  deaf: async (route: Route) => {
    await route.fetch();
    // Whoever is back while an answer was under way has let it through.
    await route.abort('connectionreset').catch(() => undefined);
  },
} as const;

/** A message is taken. */
export const TAKING = /\/v1\/clients\/[^/]+\/messages$/;
export const EVERYTHING = /\/v1\//;

export interface Away {
  /** The Idempotency-Keys of what was asked in vain, in order and without repetition. */
  readonly keys: string[];
  /** How often it was asked in vain. */
  count(): number;
  back(): Promise<void>;
}

/** @param which POST only, unless it is everything. */
export async function awayService(page: Page, way: keyof typeof ways, which: RegExp): Promise<Away> {
  const keys: string[] = [];
  let count = 0;
  const handler = async (route: Route) => {
    const request = route.request();
    if (which !== EVERYTHING && request.method() !== 'POST') return route.fallback();
    count += 1;
    const key = request.headers()['idempotency-key'];
    if (key !== undefined && !keys.includes(key)) keys.push(key);
    return ways[way](route);
  };
  await page.context().route(which, handler);
  return { keys, count: () => count, back: () => page.context().unroute(which, handler) };
}

/** The keys of what is asked from now on, in order. */
export function watchKeys(page: Page): string[] {
  const keys: string[] = [];
  page.context().on('request', (request) => {
    const key = request.headers()['idempotency-key'];
    if (key !== undefined && request.method() === 'POST') keys.push(key);
  });
  return keys;
}
