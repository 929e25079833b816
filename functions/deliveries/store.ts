// Deliveries in the table: the item of a new one, and how its address is sealed and opened.

import type { PlannedDelivery } from '#deliveries/plan-deliveries.ts';
import type { Attempt, Channel, DeliveryOrder, DeliveryState } from '#deliveries/schema.ts';
import type { ContentMode, Language } from '#shared/fields.ts';
import type { Item, ReadRequest } from '#shared/found.ts';
import type { KeyRow } from '#shared/register.ts';
import { recordTtl } from '#shared/retention.ts';
import { DUE_PARTITION, listKeys, recordKeys } from '#shared/tables.ts';
import { jointKey, open, type SealContext, seal } from '#shared/vault.ts';

/** A delivery as it stands in Records. */
export interface Delivery {
  id: string;
  clientId: string;
  messageId: string;
  /** Whom it is meant for; undefined: nobody in particular. */
  staffId: string | undefined;
  addressOf: 'staff' | 'client';
  /** The colleague whose address it is, and whose key seals it. */
  viaStaffId?: string;
  /** Id of the first delivery of its track; absent: its own. */
  trackId?: string;
  /** Which step of the addressee's plan it is; absent: the first. */
  step?: number;
  /** Of an urgent message: how long it may be accepted without having been delivered, read or handled. */
  waitMinutes?: number;
  /** Since when it waits as an urgent one; absent: since it was made. */
  urgentSinceMs?: number;
  /** It says that the message was corrected. */
  correction?: boolean;
  /** Of a test: nobody is called in its place, and nobody is asked to look at it. */
  test?: true;
  /** Row of the message's key. */
  keyId: string;
  channel: Channel;
  state: DeliveryState;
  language: Language;
  content: ContentMode;
  /** { address, name } under the stable keys of the message and of the one whose address it is: gone with either. */
  to: Uint8Array;
  /** With another's address: the name of the person it is meant for, under the stable keys of the message and of that person. */
  toName: Uint8Array | undefined;
  attempts: Attempt[];
  notBeforeMs: number | undefined;
  /** When the tick is to look at it; absent: never. */
  dueAt?: number;
  createdAtMs: number;
  expiresAt: number;
  /** Where it stands in the index of what is due. */
  duePk?: string;
  /** Where it is somebody's inbox entry. */
  listPk?: string;
}

interface To {
  address: string;
  name?: string | undefined;
}

/** How long an order may lie unclaimed, and a claim unfinished, before the tick looks after it. */
export const STUCK_MS = 120_000;

const toContext = (clientId: string, deliveryId: string, field: 'to' | 'toName'): SealContext => ({
  clientId,
  recordId: deliveryId,
  field,
  schema: 1,
});

/** Where a delivery that is added to a message belongs. */
export type Track = Partial<Pick<Delivery, 'viaStaffId' | 'trackId' | 'step' | 'correction'>>;

interface NewDelivery {
  id: string;
  clientId: string;
  messageId: string;
  keyId: string;
  plan: PlannedDelivery;
  /** The message's stable key. */
  messageKey: Uint8Array;
  /** The keys of the one whose address it is. */
  owner: KeyRow;
  /** The keys of the person it is meant for. */
  person: KeyRow | undefined;
  /** Whose inbox has it as its entry of the message: see inbox-entries.ts. */
  inboxOf: string | undefined;
  track?: Track;
  test?: true | undefined;
  nowMs: number;
  expiresAt: number;
}

/** The item of a new delivery; under 1 KB, so 2 write units in a transaction, and 1 for each index it stands in. */
export function newDelivery({ id, plan, messageKey, owner, person, nowMs, track = {}, ...rest }: NewDelivery) {
  const held = plan.notBeforeMs !== undefined;
  const viaStaffId = track.viaStaffId ?? plan.viaStaffId;
  const ownAddress = plan.addressOf === 'staff' && viaStaffId === undefined;
  const to: To = { address: plan.address, ...(ownAddress && { name: plan.name }) };
  const toName = !ownAddress && plan.name !== undefined && person;
  return {
    table: 'records' as const,
    put: {
      ...recordKeys.delivery(rest.messageId, id),
      kind: 'delivery',
      clientId: rest.clientId,
      messageId: rest.messageId,
      keyId: rest.keyId,
      staffId: plan.staffId,
      addressOf: plan.addressOf,
      ...(viaStaffId !== undefined && { viaStaffId }),
      ...(plan.step && { step: plan.step }),
      ...(plan.waitMinutes !== undefined && { waitMinutes: plan.waitMinutes }),
      ...track,
      ...(rest.test && { test: true }),
      channel: plan.channel,
      state: held ? 'held' : 'queued',
      language: plan.language,
      content: plan.content,
      to: seal(jointKey(owner.stableKey, messageKey), toContext(rest.clientId, id, 'to'), to),
      ...(toName && {
        toName: seal(jointKey(toName.stableKey, messageKey), toContext(rest.clientId, id, 'toName'), plan.name),
      }),
      attempts: [],
      createdAtMs: nowMs,
      notBeforeMs: plan.notBeforeMs,
      expiresAt: rest.expiresAt,
      ttl: recordTtl(rest.expiresAt),
      duePk: DUE_PARTITION,
      dueAt: plan.notBeforeMs ?? nowMs + STUCK_MS,
      ...(rest.inboxOf !== undefined && {
        listPk: listKeys.staffInbox(rest.clientId, rest.inboxOf),
        listSk: rest.messageId,
      }),
    },
  };
}

export const deliveryRead = (messageId: string, deliveryId: string): ReadRequest => ({
  table: 'records',
  key: recordKeys.delivery(messageId, deliveryId),
});

export const toDelivery = (item: Item): Delivery => ({ ...item, id: item.sk }) as unknown as Delivery;

/** The track is one addressee of one message, with every step to them: it has one task at most. */
export const trackOf = ({ trackId, id }: Pick<Delivery, 'trackId' | 'id'>): string => trackId ?? id;

export const orderOf = ({ clientId, messageId, id }: Delivery): DeliveryOrder => ({
  clientId,
  messageId,
  deliveryId: id,
});

type Addressed = Pick<Delivery, 'clientId' | 'addressOf' | 'staffId' | 'viaStaffId'>;

/** The staff member whose address it is; undefined: it is one of the general inbox. */
export const addressOwner = ({ addressOf, viaStaffId, staffId }: Omit<Addressed, 'clientId'>): string | undefined =>
  addressOf === 'staff' ? (viaStaffId ?? staffId) : undefined;

/** Where the key of the address lies: the staff member's, a colleague's, or the client's for its general inbox. */
export function ownerAddress(delivery: Addressed): { pk: string; sk: string } {
  const owner = addressOwner(delivery);
  return owner ? recordKeys.staff(delivery.clientId, owner) : recordKeys.client(delivery.clientId);
}

export const openTo = (delivery: Delivery, messageKey: Uint8Array, owner: KeyRow): To =>
  open(jointKey(owner.stableKey, messageKey), toContext(delivery.clientId, delivery.id, 'to'), delivery.to) as To;

/** Where the key of a name lies that goes to another's address; undefined where there is none. */
export const personAddress = ({ clientId, staffId, toName }: Delivery): { pk: string; sk: string } | undefined =>
  toName && staffId ? recordKeys.staff(clientId, staffId) : undefined;

/** @returns undefined for a person who has been erased: the message is still the client's. */
export function openName(delivery: Delivery, messageKey: Uint8Array, person: KeyRow | undefined): string | undefined {
  if (!delivery.toName || !person) return undefined;
  const context = toContext(delivery.clientId, delivery.id, 'toName');
  return open(jointKey(person.stableKey, messageKey), context, delivery.toName) as string;
}
