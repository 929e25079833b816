// Takes a message back from somebody whom it was not for, gives it to the right one, and asks a supervisor about it.

import type { redirectionRoutes } from '#attention/redirection-routes.ts';
import { newTask } from '#attention/store.ts';
import { clientReads, openClient } from '#clients/store.ts';
import { withdrawalOf } from '#deliveries/amended-deliveries.ts';
import type { Delivery } from '#deliveries/store.ts';
import { addDeliveries, type MessageChange } from '#messages/add-deliveries.ts';
import { type Amendment, amend, type Standing } from '#messages/amend.ts';
import type { MessagesApp } from '#messages/app.ts';
import { readersOf } from '#messages/find-message.ts';
import { handedOver } from '#messages/handed-over.ts';
import { openAddressee } from '#messages/open-addressee.ts';
import { planAddressee } from '#messages/plan-addressee.ts';
import { isWithdrawn, type MessageRecord, messageRead } from '#messages/store.ts';
import { Problem } from '#shared/problems.ts';
import { listKeys } from '#shared/tables.ts';
import type { Request, UseCase } from '#shared/use-case.ts';
import { staffReads } from '#staff/store.ts';

type RedirectMessage = (typeof redirectionRoutes)['redirectMessage'];

/**
 * Costs what `amend` costs; the client and the staff member are read with the message (2 units each). In the transaction 2
 * units for each delivery that is cancelled or leaves an inbox and 1 or 2 for the index, and 4 for the task.
 */
export const redirectMessage: UseCase<RedirectMessage, MessagesApp> = {
  reads: ({ params: { clientId, messageId }, body }) => [
    messageRead(clientId, messageId),
    ...clientReads(clientId),
    ...(body.staffId ? staffReads(clientId, body.staffId) : []),
  ],

  async run(app, request) {
    const prepare = (standing: Standing) => redirection(app, request, standing);
    return { status: 201, body: await amend(app, request, 'redirectMessage', prepare) };
  },
};

async function redirection(
  app: MessagesApp,
  request: Request<RedirectMessage>,
  standing: Standing,
): Promise<Amendment> {
  const { params, body, found } = request;
  const { message, row } = standing;
  const client = openClient(found, params.clientId);
  if (!client) throw new Problem('not-found');
  const staff = await openAddressee(app, found, params.clientId, body.staffId);
  const right = staff?.id;
  const wrong = body.from === undefined ? message.staffId : (body.from ?? undefined);
  const theirs = standing.deliveries.filter(({ id, staffId }) => staffId === wrong && !isWithdrawn(message, id));
  refuse(message, { right, wrong, hasDeliveries: theirs.length > 0 });
  const hasIt = right !== undefined && [message.staffId, ...message.copyTo].includes(right);
  const additions = hasIt ? [] : await planAddressee(app, { message, row, client, staff });
  const change: MessageChange = {
    ...handedOver(message, wrong, right),
    ...withoutColleagues(message, theirs),
    withdrawn: [...(message.withdrawn ?? []), ...theirs.map(({ id }) => id)],
    // Whoever marked it as handled did so for somebody else.
    state: 'open',
    handledBy: undefined,
    handledAtMs: undefined,
  };
  const task = newTask({
    id: app.newId('task'),
    reason: 'misdirected',
    createdAtMs: app.clock.nowMs(),
    delivery: theirs[0] as Delivery,
  });
  const withdrawals = theirs.map(withdrawalOf).filter((write) => write !== undefined);
  return { added: addDeliveries(app, standing, additions, change), more: [...withdrawals, task] };
}

interface Move {
  right: string | undefined;
  wrong: string | undefined;
  hasDeliveries: boolean;
}

/** A second request, without an Idempotency-Key, finds the right one there already. */
function refuse(message: MessageRecord, { right, wrong, hasDeliveries }: Move): void {
  const isAddressee = wrong === undefined ? hasDeliveries : readersOf(message).includes(wrong) && hasDeliveries;
  if (right === wrong)
    throw new Problem('invalid-request', { errors: [{ pointer: '/staffId', detail: 'It is for them already' }] });
  if (!isAddressee)
    throw new Problem('invalid-request', { errors: [{ pointer: '/from', detail: 'It does not go to them' }] });
}

/** Colleagues who had it only because the wrong one's plan went through them have it no longer. */
function withoutColleagues(message: MessageRecord, theirs: readonly Delivery[]): MessageChange {
  const { clientId, alsoFor, listPk } = message;
  const through = new Set(theirs.flatMap(({ viaStaffId }) => viaStaffId ?? []));
  if (!alsoFor?.some((staffId) => through.has(staffId))) return {};
  const others = alsoFor.filter((staffId) => !through.has(staffId));
  const isEntry = [...through].some((staffId) => listPk === listKeys.staffInbox(clientId, staffId));
  return {
    alsoFor: others.length > 0 ? others : undefined,
    ...(isEntry && { listPk: undefined, listSk: undefined }),
  };
}
