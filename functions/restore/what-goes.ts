// What goes with a record that is buried: itself, and what hangs on it.
import { taskOf } from '#attention/store.ts';
import { messageRead, toMessageRecord } from '#messages/store.ts';
import type { BulkWrite } from '#shared/bulk-writes.ts';
import type { Erasure } from '#shared/evidence.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import { type ItemKey, recordKeys, SERVICE } from '#shared/tables.ts';
import type { MachineRow } from '#users/machine-store.ts';
import { homesIn, membershipIn, membershipRead } from '#users/store.ts';

export interface Going {
  /** What is found by the record, and so goes before it. */
  first: ItemKey[];
  last: ItemKey[];
  /** In one transaction: each may be what the others are found by. */
  atOnce?: ItemKey[];
  /** A membership that ends while its user stays. */
  leaves?: { userId: string; home: string };
}

const nothing: Going = { first: [], last: [] };

type KindOfErasure = 'message' | 'staff' | 'user' | 'membership' | 'machine' | 'client' | 'other';

/** By what stands in a tombstone: the id, and with a user whether the account goes or one membership. */
export function kindOf({ clientId, recordId }: Erasure): KindOfErasure {
  if (recordId.startsWith('usr_')) return clientId === SERVICE ? 'user' : 'membership';
  const kinds = { msg: 'message', stf: 'staff', mch: 'machine', cli: 'client' } as const;
  return kinds[recordId.split('_', 1)[0] as keyof typeof kinds] ?? 'other';
}

/** At most two items. Machine clients are listed whole, whole clients gone through. */
export function readsFor(erasure: Erasure): ReadRequest[] {
  const { clientId, recordId } = erasure;
  const userRead: ReadRequest = { table: 'records', key: recordKeys.user(recordId) };
  switch (kindOf(erasure)) {
    case 'message':
      return [messageRead(clientId, recordId)];
    case 'user':
      return [userRead];
    case 'membership':
      return [userRead, membershipRead(clientId, recordId)];
    default:
      return [];
  }
}

/** Pure. @param found with what `readsFor` asks for. */
export function goingOf(erasure: Erasure, found: Found, machines: readonly MachineRow[]): Going {
  const { clientId, recordId, erasedAtMs } = erasure;
  switch (kindOf(erasure)) {
    case 'message': {
      const item = found.get(messageRead(clientId, recordId));
      return item ? goingMessage(clientId, recordId, toMessageRecord(item).deliveryIds) : nothing;
    }
    case 'staff':
      return { first: [recordKeys.suppression(clientId, recordId)], last: [recordKeys.staff(clientId, recordId)] };
    case 'user': {
      const { memberOf = [], leaving } = homesIn(found, recordId) ?? {};
      const homes = leaving === undefined ? memberOf : [...memberOf, leaving];
      const memberships = homes.map((home) => recordKeys.membership(home, recordId));
      return { ...nothing, atOnce: [recordKeys.user(recordId), ...memberships] };
    }
    case 'membership': {
      const membership = membershipIn(found, clientId, recordId);
      // One that was begun after this end is another.
      if (!membership || membership.invitedAt > erasedAtMs) return nothing;
      const last = [recordKeys.membership(clientId, recordId)];
      return { first: [], last, leaves: { userId: recordId, home: clientId } };
    }
    case 'machine':
      return {
        first: [],
        last: machines.filter(({ machineId }) => machineId === recordId).map(({ sk }) => recordKeys.machine(sk)),
      };
    default:
      return nothing;
  }
}

/** A message names its deliveries, and each has one task at most. */
const goingMessage = (clientId: string, messageId: string, deliveryIds: readonly string[]): Going => ({
  first: deliveryIds.flatMap((id) => [recordKeys.delivery(messageId, id), taskOf(id)]),
  last: [recordKeys.message(clientId, messageId)],
});

/** A user and one of its memberships may go at once, and a request may name an item only once. */
export function deletions(keys: readonly ItemKey[]): BulkWrite[] {
  const distinct = new Map(keys.map((key) => [JSON.stringify(key), key]));
  return [...distinct.values()].map((key) => ({ table: 'records', delete: key }));
}
