// New deliveries on a message that stands: the writes for one transaction, with whatever else changes on the message.
import { inboxEntries } from '#deliveries/inbox-entries.ts';
import type { PlannedDelivery } from '#deliveries/plan-deliveries.ts';
import { type Delivery, newDelivery, type Track, toDelivery } from '#deliveries/store.ts';
import { readersOf } from '#messages/find-message.ts';
import type { LiveKeyRow, MessageRecord } from '#messages/store.ts';
import type { App } from '#shared/app.ts';
import { Problem } from '#shared/problems.ts';
import type { KeyRow } from '#shared/register.ts';
import { recordKeys } from '#shared/tables.ts';
import type { Write } from '#shared/writes.ts';

/** One transaction erases a message with its deliveries: a hundred items, with room for what else goes with them. */
export const MAX_DELIVERIES = 90;

export interface Addition {
  /** A new one where it is absent. */
  id?: string;
  plan: PlannedDelivery;
  /** The keys of the one whose address it is. */
  owner: KeyRow;
  /** The keys of the person it is meant for, where the address is another's. */
  person: KeyRow | undefined;
  track?: Track;
}

/** What changes on the message beside its deliveries; undefined takes an attribute away. */
export type MessageChange = Partial<
  Pick<
    MessageRecord,
    | 'content'
    | 'urgency'
    | 'corrections'
    | 'staffId'
    | 'copyTo'
    | 'alsoFor'
    | 'withdrawn'
    | 'readBy'
    | 'state'
    | 'handledBy'
    | 'handledAtMs'
    | 'listPk'
    | 'listSk'
  >
>;

export interface Added {
  /** The key's write first, then the message's, then one for each delivery. */
  writes: Write[];
  /** As it will be. */
  message: MessageRecord;
  deliveries: Delivery[];
}

/** A message whose key is gone is erased, though its record stands: nothing is added to it. */
export const keyStands = ({ keyId }: MessageRecord): Write => ({
  table: 'messageKeys',
  check: { id: keyId },
  condition: { expression: 'attribute_exists(#key)', names: { '#key': 'key' } },
});

/**
 * Costs in the transaction 2 units for the key (check or change), 2 for each KB of the message, and for each delivery 2, 1
 * for the index of what is due and 1 where it is the inbox entry of somebody who was no reader before.
 * @param keyWrite stands first, and must fail where the key is gone.
 * @throws Problem too-many-deliveries.
 */
export function addDeliveries(
  app: Pick<App, 'newId' | 'clock'>,
  { message, row }: { message: MessageRecord; row: Pick<LiveKeyRow, 'stableKey'> },
  additions: readonly Addition[],
  change: MessageChange = {},
  keyWrite: Write = keyStands(message),
): Added {
  if (message.deliveryIds.length + additions.length > MAX_DELIVERIES) throw new Problem('too-many-deliveries');
  const plans = additions.map(({ plan }) => plan);
  // Whoever is a reader has an entry already.
  const { entries } = inboxEntries(plans, readersOf(message));
  const colleagues = newReaders(message, plans);
  const reached = colleagues.length > 0 ? { alsoFor: [...(message.alsoFor ?? []), ...colleagues] } : {};
  const nowMs = app.clock.nowMs();
  const { clientId, id: messageId, keyId, expiresAt } = message;
  const puts = additions.map(({ id, plan, owner, person, track }, n) =>
    newDelivery({
      id: id ?? app.newId('delivery'),
      clientId,
      messageId,
      keyId,
      expiresAt,
      plan,
      messageKey: row.stableKey,
      owner,
      person,
      ...(track && { track }),
      inboxOf: entries[n],
      test: message.test,
      nowMs,
    }),
  );
  const deliveries = puts.map(({ put }) => toDelivery(put));
  const deliveryIds = [...message.deliveryIds, ...deliveries.map(({ id }) => id)];
  const after: MessageRecord = { ...message, ...reached, ...change, deliveryIds, version: message.version + 1 };
  return {
    writes: [keyWrite, writeOf(message, { ...reached, ...change, deliveryIds }), ...puts],
    message: after,
    deliveries,
  };
}

/** Colleagues whom these plans go through, and who could not read the message before. */
export function newReaders(
  message: Parameters<typeof readersOf>[0],
  plans: readonly Pick<PlannedDelivery, 'viaStaffId'>[],
): string[] {
  const known = readersOf(message);
  const reached = new Set(plans.flatMap(({ viaStaffId }) => viaStaffId ?? []));
  return [...reached].filter((staffId) => !known.includes(staffId));
}

/** Refused where the message has changed since it was read, or is gone. */
function writeOf(message: MessageRecord, change: MessageChange & { deliveryIds: readonly string[] }): Write {
  const entries = Object.entries({ ...change, version: message.version + 1 });
  const set = entries.filter(([, value]) => value !== undefined);
  const removed = entries.filter(([, value]) => value === undefined).map(([name]) => `#${name}`);
  return {
    table: 'records',
    update: recordKeys.message(message.clientId, message.id),
    change: `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}${removed.length > 0 ? ` REMOVE ${removed.join(', ')}` : ''}`,
    condition: {
      expression: '#version = :seen',
      names: Object.fromEntries(entries.map(([name]) => [`#${name}`, name])),
      values: { ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])), ':seen': message.version },
    },
  };
}
