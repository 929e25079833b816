// Takes a message: seals it, plans its deliveries, and writes message, deliveries and key in one transaction.
import { clientReads } from '#clients/store.ts';
import { toDelivery } from '#deliveries/store.ts';
import { newReaders } from '#messages/add-deliveries.ts';
import { openAnswers } from '#messages/answer-reference.ts';
import type { MessagesApp } from '#messages/app.ts';
import { callTime, overAlready } from '#messages/call-time.ts';
import { contentOf } from '#messages/content.ts';
import { viewMessage } from '#messages/message-view.ts';
import { planRecipients, recipientsOf } from '#messages/plan-recipients.ts';
import { plannedItems } from '#messages/planned-items.ts';
import { replayMessage } from '#messages/replay-message.ts';
import type { messageRoutes } from '#messages/routes.ts';
import { keyRowRead, newKeyRow, newMessage, sealContent, toMessageRecord } from '#messages/store.ts';
import { bodyMac, requestHmac } from '#shared/idempotency.ts';
import { Problem } from '#shared/problems.ts';
import { expiresAtSeconds, shorterRetention } from '#shared/retention.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import type { Request, UseCase } from '#shared/use-case.ts';
import { newKey } from '#shared/vault.ts';
import { staffReads } from '#staff/store.ts';

type TakeMessage = (typeof messageRoutes)['takeMessage'];

/**
 * Costs one batch read (membership, client, recipients and their keys: 1 unit each) and one transaction: for 200
 * characters, one e-mail and one SMS 12 write units with all indexes. One batch read more where somebody's plan begins with
 * a colleague, two more where somebody has been erased: the tombstone, then who stands in. What was said to the caller
 * (`answered`) adds some 80 bytes a rule. A replay reads two to four times more.
 */
export const takeMessage: UseCase<TakeMessage, MessagesApp> = {
  reads: ({ params, body }) => [
    ...clientReads(params.clientId),
    ...recipientsOf(body).flatMap((staffId) => staffReads(params.clientId, staffId)),
  ],

  async run(app, request) {
    const { params, body, caller } = request;
    const { clientId } = params;
    const nowMs = app.clock.nowMs();
    const call = callTime(body.calledAt, caller, nowMs);
    if (call instanceof Problem) return replayRefused(app, request, call);
    const { takenAtMs, enteredAtMs } = call;
    const ready = await planRecipients(app, request, nowMs);
    if (ready instanceof Problem) return replayRefused(app, request, ready);
    const { client, staffId, copyTo, staff, planned } = ready;

    // A list between two times goes by the ids.
    const messageId = app.newId('message', takenAtMs);
    const keyId = await keyRowId(app, request, messageId);
    const key = newKey();
    const stableKey = newKey();
    // The stage's time may have been shortened since the client was set up.
    const retention = shorterRetention(takenAtMs, client.retention, { months: app.retentionMonths });
    const expiresAt = expiresAtSeconds(takenAtMs, retention);
    const over = overAlready(expiresAt, nowMs);
    if (over) return replayRefused(app, request, over);
    const common = { clientId, messageId, keyId, expiresAt };
    const content = contentOf(body, await openAnswers(app, clientId, body.answered ?? []));
    const { deliveries, withoutEntry } = plannedItems(
      app,
      planned,
      { client, staff },
      { ...common, messageKey: stableKey },
    );
    const message = newMessage({
      ...common,
      staffId,
      copyTo,
      alsoFor: newReaders({ staffId, copyTo }, planned),
      inboxOf: withoutEntry[0],
      urgency: body.urgency,
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

    try {
      await app.db.commit([keyRow, message, ...deliveries]);
    } catch (error) {
      const earlier = error instanceof ConflictError ? error.at(0) : null;
      if (!earlier) throw error;
      return replayMessage(app, request, earlier);
    }
    const opened = {
      message: toMessageRecord(message.put),
      content,
      note: null,
      deliveries: deliveries.map(({ put }) => toDelivery(put)),
    };
    const addresses = new Map(deliveries.map(({ put }, n) => [put.sk, planned[n]?.address]));
    const addressOf = ({ id }: { id: string }) => addresses.get(id);
    return { status: 201, body: viewMessage(opened, { caller, addressOf, nowMs }) };
  },
};

/** One read more, for the row of an earlier post with this Idempotency-Key. @throws the refusal where there is none. */
async function replayRefused(app: MessagesApp, request: Request<TakeMessage>, refusal: Problem) {
  if (request.idempotencyKey === undefined) throw refusal;
  const read = keyRowRead(await keyRowId(app, request, ''));
  const earlier = (await app.db.read([read])).get(read);
  if (!earlier) throw refusal;
  return replayMessage(app, request, earlier);
}

/** The request's HMAC, so that a second post finds the first; without an Idempotency-Key a name that nobody asks for. */
async function keyRowId(app: MessagesApp, request: Request<TakeMessage>, messageId: string): Promise<string> {
  const { idempotencyKey, params, caller } = request;
  if (idempotencyKey === undefined) return messageId;
  return requestHmac(app, { clientId: params.clientId, callerId: caller.id, routeId: 'takeMessage', idempotencyKey });
}
