// Takes a message: seals it, plans its deliveries, and writes message, deliveries and key in one transaction.
import { demandClient } from '#clients/demand-client.ts';
import { clientReads, type OpenedClient } from '#clients/store.ts';
import { type PlannedDelivery, planDeliveries } from '#deliveries/plan-deliveries.ts';
import { newDelivery, toDelivery } from '#deliveries/store.ts';
import type { MessagesApp } from '#messages/app.ts';
import { contentOf } from '#messages/content.ts';
import { viewMessage } from '#messages/message-view.ts';
import { replayMessage } from '#messages/replay-message.ts';
import type { messageRoutes } from '#messages/routes.ts';
import type { MessageInput } from '#messages/schema.ts';
import { keyRowRead, newKeyRow, newMessage, sealContent, toMessageRecord } from '#messages/store.ts';
import { bodyMac, requestHmac } from '#shared/idempotency.ts';
import { type Finding, Problem } from '#shared/problems.ts';
import { expiresAtSeconds, shorterRetention } from '#shared/retention.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import type { Request, UseCase } from '#shared/use-case.ts';
import { newKey } from '#shared/vault.ts';
import { type OpenedStaff, openStaff, staffReads } from '#staff/store.ts';

type TakeMessage = (typeof messageRoutes)['takeMessage'];

/** The recipient first, then those who get a copy; each once. */
const recipientsOf = ({ staffId, copyTo }: MessageInput): string[] => [
  ...new Set([...(staffId ? [staffId] : []), ...copyTo]),
];

/**
 * Costs one batch read (membership, client, recipients and their keys: 1 unit each) and one transaction: for 200
 * characters, one e-mail and one SMS 12 write units with all indexes. A replay reads two to four times more.
 */
export const takeMessage: UseCase<TakeMessage, MessagesApp> = {
  reads: ({ params, body }) => [
    ...clientReads(params.clientId),
    ...recipientsOf(body).flatMap((staffId) => staffReads(params.clientId, staffId)),
  ],

  async run(app, request) {
    const { params, body, caller, found } = request;
    const { clientId } = params;
    const client = demandClient(found, clientId);
    const takenAtMs = app.clock.nowMs();
    const ready = planOrRefuse(app, request, client, takenAtMs);
    if (ready instanceof Problem) return replayRefused(app, request, ready);
    const { staff, planned } = ready;

    const messageId = app.newId('message');
    const keyId = await keyRowId(app, request, messageId);
    const key = newKey();
    const stableKey = newKey();
    // The stage's time may have been shortened since the client was set up.
    const retention = shorterRetention(takenAtMs, client.retention, { months: app.retentionMonths });
    const common = { clientId, messageId, keyId, expiresAt: expiresAtSeconds(takenAtMs, retention) };
    const content = contentOf(body);
    const deliveries = planned.map((one, n) =>
      newDelivery({
        ...common,
        id: app.newId('delivery'),
        plan: one,
        messageKey: stableKey,
        owner: ownerOf(one, client, staff),
        person: staff.find(({ id }) => id === one.staffId)?.keys,
        inboxEntry: planned.findIndex(({ staffId }) => staffId === one.staffId) === n,
        nowMs: takenAtMs,
      }),
    );
    const message = newMessage({
      ...common,
      staffId: body.staffId ?? undefined,
      copyTo: recipientsOf(body).filter((staffId) => staffId !== body.staffId),
      urgency: body.urgency,
      takenBy: caller.id,
      takenAtMs,
      content: sealContent(key, clientId, messageId, content),
      deliveryIds: deliveries.map(({ put }) => put.sk),
    });
    const keyRow = newKeyRow({
      ...common,
      key,
      stableKey,
      bodyMac: bodyMac(stableKey, body),
      takenAtMs,
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
    return { status: 201, body: viewMessage(opened, { caller, addressOf, nowMs: takenAtMs }) };
  },
};

interface Ready {
  staff: OpenedStaff[];
  planned: PlannedDelivery[];
}

/** Whom the message goes to, or why it is refused: a value, because a post that was taken before is answered all the same. */
function planOrRefuse(
  app: MessagesApp,
  request: Request<TakeMessage>,
  client: OpenedClient,
  nowMs: number,
): Ready | Problem {
  if (client.status !== 'active') return new Problem('client-not-active');
  const staff = openRecipients(request);
  return staff instanceof Problem ? staff : plan(app, request, client, staff, nowMs);
}

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

/** Or Problem unknown-staff, which points at each name that is not in the register. */
function openRecipients({ params, body, found }: Request<TakeMessage>): OpenedStaff[] | Problem {
  const opened = recipientsOf(body).map((staffId) => openStaff(found, params.clientId, staffId));
  const known = opened.filter((staff) => staff !== undefined);
  if (known.length === opened.length) return known;
  const ids = new Set(known.map(({ id }) => id));
  return new Problem('unknown-staff', {
    errors: pointAt(body, (staffId) => !ids.has(staffId), 'No such staff member'),
  });
}

/** Or Problem no-usable-address, which says what is missing for whom. */
function plan(
  app: MessagesApp,
  { body }: Request<TakeMessage>,
  client: OpenedClient,
  staff: OpenedStaff[],
  nowMs: number,
): Ready | Problem {
  const { deliveries, unreachable } = planDeliveries({
    addressees: staff.map(({ id, value }) => ({ ...value, staffId: id })),
    toGeneralInbox: !body.staffId,
    generalInbox: client.value.generalInbox,
    clientContentMode: client.contentMode,
    urgent: body.urgency === 'urgent',
    sensitive: body.sensitive,
    smsCountries: app.smsCountries,
    nowMs,
  });
  if (unreachable.length === 0) return { staff, planned: deliveries };
  const errors = pointAt(
    body,
    (staffId) => unreachable.includes(staffId),
    'No usable e-mail address or mobile number, and the client has no general inbox',
  );
  if (!body.staffId)
    errors.unshift({ pointer: '/staffId', detail: 'Nobody is named, and the client has no general inbox' });
  return new Problem('no-usable-address', { errors });
}

function pointAt(body: MessageInput, wrong: (staffId: string) => boolean, detail: string): Finding[] {
  const named = [
    ...(body.staffId ? [{ staffId: body.staffId, pointer: '/staffId' }] : []),
    ...body.copyTo.map((staffId, n) => ({ staffId, pointer: `/copyTo/${n}` })),
  ];
  return named.filter(({ staffId }) => wrong(staffId)).map(({ pointer }) => ({ pointer, detail }));
}

function ownerOf(planned: PlannedDelivery, client: OpenedClient, staff: readonly OpenedStaff[]) {
  const owner = planned.addressOf === 'client' ? client : staff.find(({ id }) => id === planned.staffId);
  if (!owner) throw new Error('A delivery was planned to somebody who was not read');
  return owner.keys;
}
