// Reads one message, with every attempt to deliver it.
import { findMessage, halfErased } from '#messages/find-message.ts';
import { openMessages } from '#messages/message-view.ts';
import type { messageRoutes } from '#messages/routes.ts';
import { messageRead } from '#messages/store.ts';
import type { UseCase } from '#shared/use-case.ts';

/** Costs two batch reads, and a third for the keys of addresses where the reader sees any. */
export const getMessage: UseCase<(typeof messageRoutes)['getMessage']> = {
  reads: ({ params }) => [messageRead(params.clientId, params.messageId)],

  async run(app, request) {
    const message = await findMessage(app, request);
    const [view] = await openMessages(app, request.caller, [message]);
    if (!view) throw await halfErased(app, message);
    return { status: 200, body: view };
  },
};
