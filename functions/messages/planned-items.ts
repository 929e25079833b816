// From what is planned to the items of a new message: each sealed under the key of the one whose address it is.
import type { OpenedClient } from '#clients/store.ts';
import { inboxEntries } from '#deliveries/inbox-entries.ts';
import type { PlannedDelivery } from '#deliveries/plan-deliveries.ts';
import { newDelivery } from '#deliveries/store.ts';
import type { App } from '#shared/app.ts';
import type { KeyRow } from '#shared/register.ts';
import type { OpenedStaff } from '#staff/store.ts';

/** Who was read for a plan: the client, and everybody whom the plan names. */
export interface Register {
  client: OpenedClient;
  staff: readonly OpenedStaff[];
}

interface Around {
  clientId: string;
  messageId: string;
  keyId: string;
  /** The message's stable key. */
  messageKey: Uint8Array;
  expiresAt: number;
  test?: true | undefined;
}

/** Each addressee's deliveries are a track, named by the first. `withoutEntry`: see inbox-entries.ts. */
export function plannedItems(app: App, planned: readonly PlannedDelivery[], register: Register, around: Around) {
  const ids = planned.map(() => app.newId('delivery'));
  const { entries, withoutEntry } = inboxEntries(planned, []);
  const deliveries = planned.map((plan, n) => {
    const trackId = ids[planned.findIndex(({ staffId }) => staffId === plan.staffId)] as string;
    const id = ids[n] as string;
    return newDelivery({
      ...around,
      ...keysFor(plan, register),
      id,
      plan,
      ...(trackId !== id && { track: { trackId } }),
      inboxOf: entries[n],
      nowMs: app.clock.nowMs(),
    });
  });
  return { deliveries, withoutEntry };
}

/** The keys of the one whose address it is, and of the person it is meant for. */
export function keysFor(
  { addressOf, viaStaffId, staffId }: PlannedDelivery,
  { client, staff }: Register,
): { owner: KeyRow; person: KeyRow | undefined } {
  const keysOf = (wanted: string | undefined) => staff.find(({ id }) => id === wanted)?.keys;
  const owner = addressOf === 'client' ? client.keys : keysOf(viaStaffId ?? staffId);
  if (!owner) throw new Error('A delivery was planned to somebody who was not read');
  return { owner, person: keysOf(staffId) };
}
