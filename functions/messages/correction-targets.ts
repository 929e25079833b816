// Whom a correction concerns: each address that may have the old text, and each delivery that still waits to be sent.
import { cameBack } from '#deliveries/schema.ts';
import { type Delivery, openName, openTo, ownerAddress, personAddress } from '#deliveries/store.ts';
import type { Found, ReadRequest } from '#shared/found.ts';
import { type KeyRow, keyRead, keyRowOf } from '#shared/register.ts';

/** One address of one addressee, with everything that went there or is to go. */
export interface Target {
  address: string;
  name: string | undefined;
  owner: KeyRow;
  person: KeyRow | undefined;
  deliveries: readonly [Delivery, ...Delivery[]];
}

const mayArrive = new Set(['sending', 'accepted', 'delivered', 'unknown']);

/**
 * Whoever is being sent it counts: the sender may have opened the old text already. So does whoever it came back from by what
 * may be an automatic reply: a receipt may still say that it was delivered.
 */
export const mayHaveArrived = ({ state, attempts }: Pick<Delivery, 'state' | 'attempts'>): boolean =>
  mayArrive.has(state) ||
  attempts.some((attempt) => mayArrive.has(attempt.outcome) || (attempt.outcome === 'returned' && !cameBack(attempt)));

/** The keys of whose addresses these are, and of whose names. */
export const targetReads = (deliveries: readonly Delivery[]): ReadRequest[] =>
  deliveries.flatMap((delivery) =>
    [ownerAddress(delivery), personAddress(delivery)].filter((one) => one !== undefined).map(keyRead),
  );

/** Pure. What belongs to somebody who has been erased is left out: nobody can be told any more. */
export function targetsOf(deliveries: readonly Delivery[], messageKey: Uint8Array, found: Found): Target[] {
  const targets = new Map<string, Target>();
  for (const delivery of deliveries) {
    const owner = keyRowOf(found.get(keyRead(ownerAddress(delivery))));
    if (!owner) continue;
    const of = personAddress(delivery);
    const person = of && keyRowOf(found.get(keyRead(of)));
    const { address, name } = openTo(delivery, messageKey, owner);
    const { staffId, addressOf, viaStaffId, channel } = delivery;
    const id = JSON.stringify([staffId, addressOf, viaStaffId, channel, address]);
    const before = targets.get(id);
    targets.set(id, {
      address,
      name: name ?? openName(delivery, messageKey, person),
      owner,
      person,
      deliveries: before ? [...before.deliveries, delivery] : [delivery],
    });
  }
  return [...targets.values()];
}
