// Earlier requests with the same Idempotency-Key, looked for before anything is done outside of the tables.
import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import { type Remembered, type RequestIdentity, requestHmac } from '#shared/idempotency.ts';
import { recordKeys, SERVICE } from '#shared/tables.ts';
import type { Home } from '#users/store.ts';

/** A request that has an Idempotency-Key. */
export interface Attempt {
  identity: RequestIdentity;
  body: unknown;
}

interface Asked {
  caller: { id: string };
  idempotencyKey: string | undefined;
  body: unknown;
}

export const attemptOf = (routeId: string, asked: Asked, home: Home = SERVICE): Attempt | undefined =>
  asked.idempotencyKey === undefined
    ? undefined
    : {
        identity: { clientId: home, callerId: asked.caller.id, routeId, idempotencyKey: asked.idempotencyKey },
        body: asked.body,
      };

/** One read request. */
export async function recall(app: App, { identity }: Attempt): Promise<Remembered | undefined> {
  const request = { table: 'records' as const, key: recordKeys.idempotency(await requestHmac(app, identity)) };
  const row = (await app.db.read([request])).get(request);
  const forgotten = !row || (row.ttl as number) < toSeconds(app.clock.nowMs());
  return forgotten ? undefined : (row as unknown as Remembered);
}
