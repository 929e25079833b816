// What names a staff member before the erasure: plans and absences of colleagues, the client's alternatives, messages on their way.
import { clientReads, openClient } from '#clients/store.ts';
import { addressOwner, deliveryRead, toDelivery } from '#deliveries/store.ts';
import { isUnderWay } from '#deliveries/track.ts';
import { isExpired, messageRead, toMessageRecord } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import { auditReads } from '#shared/audit.ts';
import type { ReadRequest } from '#shared/found.ts';
import { listKeys, recordKeys, recordsTable } from '#shared/tables.ts';
import type { UseCase } from '#shared/use-case.ts';
import { urgencies } from '#staff/delivery-wishes.ts';
import { openRegister } from '#staff/open-register.ts';
import type { staffRoutes } from '#staff/routes.ts';
import { protectedAmong } from '#staff/show-staff.ts';
import { demandStaff, type OpenedStaff, staffReads } from '#staff/store.ts';

/** Of the person's inbox; a preview is for people. */
const MESSAGES_AT_MOST = 100;

/**
 * Costs one batch read of 6 units (membership, client and key, staff member and key, alternatives); what `openRegister`
 * costs; queries of the members, and of the newest hundred entries of the inbox; two batch reads of those messages and their
 * deliveries (1 unit each); one transaction of 2 units for each protected person. It is asked once in the life of a staff member.
 */
export const previewStaffErasure: UseCase<(typeof staffRoutes)['previewStaffErasure']> = {
  reads: ({ params: { clientId, staffId } }) => [
    ...clientReads(clientId),
    ...staffReads(clientId, staffId),
    answeringRead(clientId),
  ],

  async run(app, { params: { clientId, staffId }, caller, found }) {
    await demandStaff(app, found, clientId, staffId);
    const [everybody, users, messages] = await Promise.all([
      openRegister(app, clientId),
      usersOf(app, clientId, staffId),
      messagesOf(app, clientId, staffId),
    ]);
    const colleagues = everybody.filter(({ id }) => id !== staffId);
    const plans = colleagues.flatMap((one) => {
      const named = urgencies.filter((urgency) => namesInPlan(one, urgency, staffId));
      return named.length > 0 ? [{ one, urgencies: named }] : [];
    });
    const absences = colleagues.filter(({ value }) => value.absences.some((one) => one.colleagues.includes(staffId)));
    const alternatives = (found.get(answeringRead(clientId))?.alternatives ?? []) as string[];
    const generalInbox = Boolean(openClient(found, clientId)?.value.generalInbox);
    const reading = { clientId, act: 'previewStaffErasure', why: 'upkeep' } as const;
    await auditReads(app, caller, reading, protectedAmong([...plans.map(({ one }) => one), ...absences]));
    return {
      status: 200,
      body: {
        plans: plans.map(({ one, urgencies: named }) => ({ ...nameOf(one), urgencies: named })),
        absences: absences.map(nameOf),
        alternative: alternatives.includes(staffId),
        generalInbox,
        ...messages,
        users,
      },
    };
  },
};

const answeringRead = (clientId: string): ReadRequest => ({ table: 'records', key: recordKeys.answering(clientId) });

const nameOf = ({ id, value }: OpenedStaff) => ({ staffId: id, name: value.name });

const namesInPlan = ({ value }: OpenedStaff, urgency: (typeof urgencies)[number], staffId: string): boolean =>
  value.delivery[urgency].some(({ to }) => typeof to === 'object' && to.staffId === staffId);

async function usersOf({ db }: App, clientId: string, staffId: string): Promise<number> {
  const partition = { name: recordsTable.partitionKey, value: recordKeys.membershipsOf(clientId).pk };
  const members = await db.queryAll({ table: 'records', partition, consistent: true });
  return members.filter((member) => member.staffId === staffId && member.state !== 'withdrawn').length;
}

async function messagesOf(app: App, clientId: string, staffId: string) {
  const { name, partitionKey } = recordsTable.indexes.list;
  const { items, next } = await app.db.query({
    table: 'records',
    index: name,
    partition: { name: partitionKey, value: listKeys.staffInbox(clientId, staffId) },
    newestFirst: true,
    limit: MESSAGES_AT_MOST,
  });
  const reads = items.map(({ listSk }) => messageRead(clientId, listSk as string));
  const found = await app.db.read(reads);
  const messages = reads
    .map((read) => found.get(read))
    .filter((item) => item !== undefined)
    .map(toMessageRecord)
    .filter((message) => !isExpired(message, app.clock.nowMs()));
  const deliveryReads = messages.flatMap(({ id, deliveryIds }) => deliveryIds.map((one) => deliveryRead(id, one)));
  const deliveries = await app.db.read(deliveryReads);
  const waiting = deliveryReads
    .map((read) => deliveries.get(read))
    .filter((item) => item !== undefined)
    .map(toDelivery)
    .filter((delivery) => isUnderWay(delivery) && addressOwner(delivery) === staffId);
  const isFor = (message: (typeof messages)[number]) => message.staffId === staffId || message.copyTo.includes(staffId);
  return {
    openMessages: messages.filter((message) => message.state === 'open' && isFor(message)).length,
    waitingDeliveries: waiting.length,
    more: next !== undefined,
  };
}
