// A request that was made before: the message that the first one made, as it stands now.
import { openMessages } from '#messages/message-view.ts';
import type { messageRoutes } from '#messages/routes.ts';
import { isExpired, messageRead, toKeyRow, toLiveKeyRow, toMessageRecord } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import { rfc3339 } from '#shared/clock.ts';
import type { Item } from '#shared/found.ts';
import { demandSameBody } from '#shared/idempotency.ts';
import { Problem } from '#shared/problems.ts';
import type { Reply } from '#shared/route.ts';
import type { Request } from '#shared/use-case.ts';

type TakeMessage = (typeof messageRoutes)['takeMessage'];

/**
 * Two or three batch reads: the message, then its key and deliveries, then the keys of addresses that are shown.
 * @throws Problem erased where the message is gone since; idempotency-mismatch for another body.
 */
export async function replayMessage(app: App, request: Request<TakeMessage>, row: Item): Promise<Reply<TakeMessage>> {
  const keys = toLiveKeyRow(row);
  const nowMs = app.clock.nowMs();
  if (!keys || isExpired(keys, nowMs)) {
    const left = toKeyRow(row);
    const erasedAtMs = left?.erasedAtMs ?? (left?.expiresAt ?? 0) * 1000;
    throw new Problem('erased', { erasedAt: rfc3339(erasedAtMs) });
  }
  if (keys.bodyMac) demandSameBody(keys.stableKey, request.body, keys.bodyMac);
  const read = messageRead(keys.clientId, keys.messageId);
  const item = (await app.db.read([read])).get(read);
  const [view] = item ? await openMessages(app, request.caller, [toMessageRecord(item)]) : [];
  if (!view) throw new Problem('erased', { erasedAt: rfc3339(nowMs) });
  return { status: 201, body: view };
}
