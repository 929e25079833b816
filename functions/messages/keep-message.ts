// Keeps a new message: seals it, and writes message, deliveries and key in one transaction.
import type { PlannedDelivery } from '#deliveries/plan-deliveries.ts';
import { toDelivery } from '#deliveries/store.ts';
import { newReaders } from '#messages/add-deliveries.ts';
import { viewMessage } from '#messages/message-view.ts';
import { plannedItems, type Register } from '#messages/planned-items.ts';
import { type Replayed, replayMessage, type TakeRequest } from '#messages/replay-message.ts';
import type { MessageContent } from '#messages/schema.ts';
import { newKeyRow, newMessage, sealContent, toMessageRecord } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import { bodyMac } from '#shared/idempotency.ts';
import type { Problem } from '#shared/problems.ts';
import { expiresAtSeconds, type Retention } from '#shared/retention.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { newKey } from '#shared/vault.ts';
import type { Write } from '#shared/writes.ts';

interface Kept {
  messageId: string;
  /** See `keyRowId`. */
  keyId: string;
  staffId: string | undefined;
  copyTo: readonly string[];
  planned: readonly PlannedDelivery[];
  register: Register;
  urgency: 'normal' | 'urgent';
  takenAtMs: number;
  enteredAtMs?: number | undefined;
  retention: Retention;
  content: MessageContent;
  test?: true;
  /** Written along, and the refusal where its condition does not hold. */
  within?: { limit: Write; refusal: Problem };
}

/** One transaction, or what the replay of an earlier request costs. */
export async function keepMessage(app: App, request: TakeRequest, message: Kept): Promise<Replayed> {
  const { params, body, caller } = request;
  const { messageId, keyId, staffId, copyTo, planned, register, content, retention, test, within } = message;
  const { urgency, takenAtMs, enteredAtMs } = message;
  const { clientId } = params;
  const nowMs = app.clock.nowMs();
  const key = newKey();
  const stableKey = newKey();
  const common = { clientId, messageId, keyId, expiresAt: expiresAtSeconds(takenAtMs, retention) };
  const { deliveries, withoutEntry } = plannedItems(app, planned, register, { ...common, test, messageKey: stableKey });
  const record = newMessage({
    ...common,
    staffId,
    copyTo,
    alsoFor: newReaders({ staffId, copyTo }, planned),
    inboxOf: withoutEntry[0],
    urgency,
    test,
    takenBy: caller.id,
    takenAtMs,
    enteredAtMs,
    content: sealContent(key, clientId, messageId, content),
    deliveryIds: deliveries.map(({ put }) => put.sk),
  });
  const keyRow = newKeyRow({
    ...common,
    key,
    stableKey,
    bodyMac: bodyMac(stableKey, body),
    takenAtMs,
    enteredAtMs,
    retention,
  });

  const writes = [keyRow, record, ...deliveries];
  try {
    await app.db.commit(within ? [...writes, within.limit] : writes);
  } catch (error) {
    if (!(error instanceof ConflictError)) throw error;
    const earlier = error.at(0);
    if (earlier) return replayMessage(app, request, earlier);
    throw (within && error.at(writes.length) && within.refusal) ?? error;
  }
  const opened = {
    message: toMessageRecord(record.put),
    content,
    note: null,
    deliveries: deliveries.map(({ put }) => toDelivery(put)),
  };
  const addresses = new Map(deliveries.map(({ put }, n) => [put.sk, planned[n]?.address]));
  const addressOf = ({ id }: { id: string }) => addresses.get(id);
  return { status: 201, body: viewMessage(opened, { caller, addressOf, nowMs }) };
}
