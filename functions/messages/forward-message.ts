// Sends a message again, or forwards it: to a staff member of the client or its general inbox, by addresses of the register.
import { clientReads, openClient } from '#clients/store.ts';
import { addDeliveries } from '#messages/add-deliveries.ts';
import { type Amendment, amend, type Standing } from '#messages/amend.ts';
import type { amendmentRoutes } from '#messages/amendment-routes.ts';
import type { MessagesApp } from '#messages/app.ts';
import { readersOf } from '#messages/find-message.ts';
import { openAddressee } from '#messages/open-addressee.ts';
import { planAddressee } from '#messages/plan-addressee.ts';
import { type MessageRecord, messageRead } from '#messages/store.ts';
import { Problem } from '#shared/problems.ts';
import type { Request, UseCase } from '#shared/use-case.ts';
import { staffReads } from '#staff/store.ts';

type ForwardMessage = (typeof amendmentRoutes)['forwardMessage'];

/** Each is asked for when a tombstone or an inbox is read: a message is for few. */
const COPIES_AT_MOST = 20;

/**
 * Costs what `amend` costs; the client and the staff member are read with the message (2 units each), and who stands in for
 * one who has been erased is looked for.
 */
export const forwardMessage: UseCase<ForwardMessage, MessagesApp> = {
  reads: ({ params: { clientId, messageId }, body }) => [
    messageRead(clientId, messageId),
    ...clientReads(clientId),
    ...(body.staffId ? staffReads(clientId, body.staffId) : []),
  ],

  async run(app, request) {
    const prepare = (standing: Standing) => forwarding(app, request, standing);
    return { status: 201, body: await amend(app, request, 'forwardMessage', prepare) };
  },
};

async function forwarding(app: MessagesApp, request: Request<ForwardMessage>, standing: Standing): Promise<Amendment> {
  const { message, row } = standing;
  const { params, body, found, caller } = request;
  // Whether an address is a colleague's is not for every colleague to find out.
  if (caller.role === 'staffMember' && body.contacts && body.staffId !== caller.staffId) throw new Problem('forbidden');
  const client = openClient(found, params.clientId);
  if (!client) throw new Problem('not-found');
  const staff = await openAddressee(app, found, params.clientId, body.staffId);
  const additions = await planAddressee(app, { message, row, client, staff, contacts: body.contacts });
  return { added: addDeliveries(app, standing, additions, staff && withReader(message, staff.id)) };
}

/** Whoever gets it reads it from now on. */
function withReader(message: MessageRecord, staffId: string): { copyTo?: readonly string[] } {
  if (readersOf(message).includes(staffId)) return {};
  if (message.copyTo.length >= COPIES_AT_MOST) throw new Problem('too-many-readers');
  return { copyTo: [...message.copyTo, staffId] };
}
