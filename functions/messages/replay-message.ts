// A request that was made before: the message that the first one made, as it stands now.
import { openMessages } from '#messages/message-view.ts';
import type { MessageView } from '#messages/schema.ts';
import {
  becauseOf,
  isExpired,
  keyRowRead,
  messageRead,
  toKeyRow,
  toLiveKeyRow,
  toMessageRecord,
} from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import type { Caller } from '#shared/caller.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Item } from '#shared/found.ts';
import { demandSameBody, requestHmac } from '#shared/idempotency.ts';
import { Problem } from '#shared/problems.ts';

/** A request that makes a message; `body` is what another with its Idempotency-Key has to be the same in. */
export interface TakeRequest {
  params: { clientId: string };
  body: unknown;
  caller: Caller;
  idempotencyKey: string | undefined;
}

export interface Replayed {
  status: 201;
  body: MessageView;
}

/**
 * Two or three batch reads: the message, then its key and deliveries, then the keys of addresses that are shown.
 * @throws Problem erased where the message is gone since; idempotency-mismatch for another body.
 */
export async function replayMessage(app: App, request: TakeRequest, row: Item): Promise<Replayed> {
  const keys = toLiveKeyRow(row);
  const nowMs = app.clock.nowMs();
  if (!keys || isExpired(keys, nowMs)) {
    const left = toKeyRow(row);
    const erasedAtMs = left?.erasedAtMs ?? (left?.expiresAt ?? 0) * 1000;
    throw new Problem('erased', { erasedAt: rfc3339(erasedAtMs), because: left && becauseOf(left) });
  }
  if (keys.bodyMac) demandSameBody(keys.stableKey, request.body, keys.bodyMac);
  const read = messageRead(keys.clientId, keys.messageId);
  const item = (await app.db.read([read])).get(read);
  const [view] = item ? await openMessages(app, request.caller, [toMessageRecord(item)]) : [];
  if (!view) throw new Problem('erased', { erasedAt: rfc3339(nowMs) });
  return { status: 201, body: view };
}

/** One read more, for the row of an earlier post with this Idempotency-Key. @throws the refusal where there is none. */
export async function replayRefused(
  app: App,
  routeId: string,
  request: TakeRequest,
  refusal: Problem,
): Promise<Replayed> {
  if (request.idempotencyKey === undefined) throw refusal;
  const read = keyRowRead(await keyRowId(app, routeId, request, ''));
  const earlier = (await app.db.read([read])).get(read);
  if (!earlier) throw refusal;
  return replayMessage(app, request, earlier);
}

/** The request's HMAC, so that a second post finds the first; without an Idempotency-Key a name that nobody asks for. */
export async function keyRowId(
  app: App,
  routeId: string,
  { idempotencyKey, params, caller }: TakeRequest,
  messageId: string,
): Promise<string> {
  if (idempotencyKey === undefined) return messageId;
  return requestHmac(app, { clientId: params.clientId, callerId: caller.id, routeId, idempotencyKey });
}
