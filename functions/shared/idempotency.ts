// Idempotency-Key: which request this is (an HMAC), whether its body is the same (a MAC under the record's own key).
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { App } from '#shared/app.ts';
import { toSeconds } from '#shared/clock.ts';
import type { Item } from '#shared/found.ts';
import { Problem } from '#shared/problems.ts';
import { hmac } from '#shared/service-keys.ts';
import { recordKeys } from '#shared/tables.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import type { Write } from '#shared/writes.ts';

export interface RequestIdentity {
  /** The client in the path, or SERVICE. */
  clientId: string;
  callerId: string;
  routeId: string;
  idempotencyKey: string;
}

interface Asked {
  caller: { id: string };
  idempotencyKey: string | undefined;
}

/** @returns undefined without an Idempotency-Key. */
export const requestIdentity = (routeId: string, clientId: string, asked: Asked): RequestIdentity | undefined =>
  asked.idempotencyKey === undefined
    ? undefined
    : { clientId, callerId: asked.caller.id, routeId, idempotencyKey: asked.idempotencyKey };

/** The name of a request: an HMAC under a service key, so that it tells nothing. */
export const requestHmac = async (app: App, identity: RequestIdentity): Promise<string> =>
  hmac(
    await app.serviceKeys.get('hmac'),
    'request',
    identity.clientId,
    identity.callerId,
    identity.routeId,
    identity.idempotencyKey,
  );

/** MAC of a parsed body (its fields stand in the order of the schema). Noise once the key is gone. */
export const bodyMac = (key: Uint8Array, body: unknown): Uint8Array =>
  createHmac('sha256', key).update('body').update(JSON.stringify(body)).digest();

/** @throws Problem idempotency-mismatch. */
export function demandSameBody(key: Uint8Array, body: unknown, mac: Uint8Array): void {
  if (!timingSafeEqual(bodyMac(key, body), mac)) throw new Problem('idempotency-mismatch');
}

/** How long a request is known again; for a message as long as it lives, and this after its erasure. */
export const REMEMBERED_SECONDS = 24 * 60 * 60;

export interface Remembered {
  recordId: string;
  bodyMac: Uint8Array;
}

/**
 * The row that remembers a creating request of the register for a day: 2 write units in the transaction.
 * Messages need none: their key row is it.
 */
export async function rememberRequest(app: App, identity: RequestIdentity, remembered: Remembered): Promise<Write> {
  const nowSeconds = toSeconds(app.clock.nowMs());
  return {
    table: 'records',
    put: {
      ...recordKeys.idempotency(await requestHmac(app, identity)),
      kind: 'idempotency',
      ...remembered,
      ttl: nowSeconds + REMEMBERED_SECONDS,
    },
    condition: {
      expression: 'attribute_not_exists(pk) OR #ttl < :now',
      names: { '#ttl': 'ttl' },
      values: { ':now': nowSeconds },
    },
  };
}

/** What an earlier request with the same key made. One read request. */
export async function recall(app: App, identity: RequestIdentity): Promise<Remembered | undefined> {
  const request = { table: 'records' as const, key: recordKeys.idempotency(await requestHmac(app, identity)) };
  const row = (await app.db.read([request])).get(request);
  const forgotten = !row || (row.ttl as number) < toSeconds(app.clock.nowMs());
  return forgotten ? undefined : (row as unknown as Remembered);
}

/**
 * For a request that would be refused by now: what it made when it was not. One read request, none without a key.
 * @throws the refusal where it made nothing.
 */
export async function recallRefused(
  app: App,
  identity: RequestIdentity | undefined,
  refusal: Problem,
): Promise<Remembered> {
  const earlier = identity && (await recall(app, identity));
  if (!earlier) throw refusal;
  return earlier;
}

/** What an earlier request with the same key made, if write number `index` failed because of it. */
export function rememberedBy(error: unknown, index: number): Remembered | undefined {
  const row: Item | null = error instanceof ConflictError ? error.at(index) : null;
  return row?.recordId === undefined ? undefined : (row as unknown as Remembered);
}
