// What changes a message that stands and is posted: read it with its key and deliveries, commit once, answer it as it stands.
import { type Delivery, deliveryRead, toDelivery } from '#deliveries/store.ts';
import type { Added } from '#messages/add-deliveries.ts';
import { findMessage, halfErased } from '#messages/find-message.ts';
import type { MessageView } from '#messages/schema.ts';
import { keyRowRead, type LiveKeyRow, type MessageRecord, toLiveKeyRow } from '#messages/store.ts';
import { viewAfter } from '#messages/view-after.ts';
import type { App } from '#shared/app.ts';
import type { Caller } from '#shared/caller.ts';
import type { Found } from '#shared/found.ts';
import {
  bodyMac,
  demandSameBody,
  type Remembered,
  recallRefused,
  rememberedBy,
  rememberRequest,
  requestIdentity,
} from '#shared/idempotency.ts';
import { Problem } from '#shared/problems.ts';
import { ConflictError } from '#shared/transaction-conflicts.ts';
import { StaleReadError } from '#shared/use-case.ts';
import type { Write } from '#shared/writes.ts';

/** Of the request of such a route. */
export interface AmendRequest {
  params: { clientId: string; messageId: string };
  caller: Caller;
  idempotencyKey: string | undefined;
  body: unknown;
  found: Found;
}

/** A message that stands, and what is looked at to amend it. */
export interface Standing {
  message: MessageRecord;
  row: LiveKeyRow;
  /** All of them, in the order in which they were made. */
  deliveries: Delivery[];
}

export interface Amendment {
  added: Added;
  /** What goes with it, under conditions of its own. */
  more?: readonly Write[];
  /** What is remembered of the request's body; absent: its MAC under the message's stable key. */
  remembered?: Uint8Array;
}

/** @throws Problem idempotency-mismatch. */
export type DemandSame = (standing: Standing, body: unknown, remembered: Uint8Array) => void;

const demandSameMac: DemandSame = ({ row }, body, remembered) => demandSameBody(row.stableKey, body, remembered);

/**
 * Costs, beside what `prepare` reads: one batch read (the key and each delivery, 1 unit each), one transaction (that of
 * `addDeliveries`, `more`, 3 units for the witness, and 2 with an Idempotency-Key), and the reads of the answer: one or two batch reads. A
 * replay costs a transaction that is refused, and the reads of the answer.
 * @param prepare says what is to be written, or throws the Problem that refuses it.
 * @param demandSame looks at what `prepare` had remembered.
 */
export async function amend(
  app: App,
  request: AmendRequest,
  routeId: string,
  prepare: (standing: Standing) => Promise<Amendment>,
  demandSame: DemandSame = demandSameMac,
): Promise<MessageView> {
  const standing = await readStanding(app, request);
  const { message, row } = standing;
  const identity = requestIdentity(routeId, message.clientId, request);
  /** The same request once more: the message as it stands. */
  const replay = ({ recordId, bodyMac: remembered }: Remembered) => {
    if (recordId !== message.id) throw new Problem('idempotency-mismatch');
    demandSame(standing, request.body, remembered);
    return viewAfter(app, request.caller, message);
  };

  const amendment = await prepare(standing).catch((error: unknown) => {
    if (error instanceof Problem) return error;
    throw error;
  });
  if (amendment instanceof Problem) return replay(await recallRefused(app, identity, amendment));
  const { added, more = [], remembered: mac = bodyMac(row.stableKey, request.body) } = amendment;
  const remember = identity ? [await rememberRequest(app, identity, { recordId: message.id, bodyMac: mac })] : [];
  const writes = [...added.writes, ...more];
  try {
    await app.db.commit([...writes, ...remember]);
  } catch (error) {
    const earlier = rememberedBy(error, writes.length);
    if (earlier) return replay(earlier);
    if (!(error instanceof ConflictError)) throw error;
    throw error.at(0)
      ? await halfErased(app, message)
      : new StaleReadError('The message changed meanwhile', { cause: error });
  }
  return viewAfter(app, request.caller, added.message);
}

/** @throws Problem not-found or erased. */
async function readStanding(app: App, request: AmendRequest): Promise<Standing> {
  const message = await findMessage(app, request);
  const keyRead = keyRowRead(message.keyId);
  const reads = message.deliveryIds.map((id) => deliveryRead(message.id, id));
  const found = await app.db.read([keyRead, ...reads]);
  const row = toLiveKeyRow(found.get(keyRead));
  if (!row) throw await halfErased(app, message);
  const items = reads.map((read) => found.get(read)).filter((item) => item !== undefined);
  return { message, row, deliveries: items.map(toDelivery) };
}
