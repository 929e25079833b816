// Takes a message: plans its deliveries, and keeps it.
import { clientReads } from '#clients/store.ts';
import { openAnswers } from '#messages/answer-reference.ts';
import type { MessagesApp } from '#messages/app.ts';
import { callTime, overAlready } from '#messages/call-time.ts';
import { contentOf } from '#messages/content.ts';
import { keepMessage } from '#messages/keep-message.ts';
import { planRecipients, recipientsOf } from '#messages/plan-recipients.ts';
import { keyRowId, replayRefused } from '#messages/replay-message.ts';
import type { messageRoutes } from '#messages/routes.ts';
import { Problem } from '#shared/problems.ts';
import { expiresAtSeconds, shorterRetention } from '#shared/retention.ts';
import type { UseCase } from '#shared/use-case.ts';
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
    if (call instanceof Problem) return replayRefused(app, 'takeMessage', request, call);
    const { takenAtMs, enteredAtMs } = call;
    const ready = await planRecipients(app, request, nowMs);
    if (ready instanceof Problem) return replayRefused(app, 'takeMessage', request, ready);
    const { client, staffId, copyTo, staff, planned } = ready;

    // A list between two times goes by the ids.
    const messageId = app.newId('message', takenAtMs);
    const keyId = await keyRowId(app, 'takeMessage', request, messageId);
    // The stage's time may have been shortened since the client was set up.
    const retention = shorterRetention(takenAtMs, client.retention, { months: app.retentionMonths });
    const expiresAt = expiresAtSeconds(takenAtMs, retention);
    const over = overAlready(expiresAt, nowMs);
    if (over) return replayRefused(app, 'takeMessage', request, over);
    return keepMessage(app, request, {
      messageId,
      keyId,
      staffId,
      copyTo,
      planned,
      register: { client, staff },
      urgency: body.urgency,
      takenAtMs,
      enteredAtMs,
      retention,
      content: contentOf(body, await openAnswers(app, clientId, body.answered ?? [])),
    });
  },
};
