// Reads one message, with every attempt to deliver it.
import { findMessage, halfErased } from '#messages/find-message.ts';
import { openMessages } from '#messages/message-view.ts';
import { auditOldMessages } from '#messages/old-messages.ts';
import type { messageRoutes } from '#messages/routes.ts';
import { messageRead } from '#messages/store.ts';
import type { UseCase } from '#shared/use-case.ts';

/**
 * Costs two batch reads, and a third for the keys of addresses where the reader sees any. One transaction of 3 units where
 * somebody of the service opens an old one.
 */
export const getMessage: UseCase<(typeof messageRoutes)['getMessage']> = {
  reads: ({ params }) => [messageRead(params.clientId, params.messageId)],

  async run(app, request) {
    const message = await findMessage(app, request);
    const nowMs = app.clock.nowMs();
    const [view] = await openMessages(app, request.caller, [message]);
    if (!view) throw await halfErased(app, message);
    await auditOldMessages(app, request.caller, { act: 'getMessage', nowMs, ...request.query }, [message]);
    return { status: 200, body: view };
  },
};
