// A request of access that has an Idempotency-Key: an earlier one is looked for before anything is done outside of the tables.
import { type RequestIdentity, requestIdentity } from '#shared/idempotency.ts';
import { SERVICE } from '#shared/tables.ts';
import type { Home } from '#users/store.ts';

export interface KeyedRequest {
  identity: RequestIdentity;
  body: unknown;
}

interface Asked {
  caller: { id: string };
  idempotencyKey: string | undefined;
  body: unknown;
}

/** @returns undefined without an Idempotency-Key. */
export function keyedRequest(routeId: string, asked: Asked, home: Home = SERVICE): KeyedRequest | undefined {
  const identity = requestIdentity(routeId, home, asked);
  return identity && { identity, body: asked.body };
}
